import { ConfigError, loadConfig, withDevelopmentKeys, type Config } from '../../apps/api/src/platform/config/index.ts';
import { Stop } from './say.ts';

/** The configuration that the server would start with. Every fault at once, as sentences. */
export function readConfiguration(): Config {
  try {
    return loadConfig(withDevelopmentKeys(process.env));
  } catch (error) {
    throw error instanceof ConfigError ? new Stop(error.message) : error;
  }
}
