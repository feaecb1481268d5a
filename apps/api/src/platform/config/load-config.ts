import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';
import { secretSettings, settings, type SettingName, type SettingValues } from './settings.ts';
import { modes, type Mode, type Setting } from './setting.ts';
import { toConfig, type Config } from './config.ts';
import { productionFaults } from './production-rules.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError that lists every fault at once.
 */
export function loadConfig(environment: Environment): Config {
  const faults: string[] = [];
  const mode = readMode(environment);
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const [name, setting] of Object.entries(settings) as [SettingName, Setting<unknown>][]) {
    try {
      const given = readVariable(name, environment);
      const chosen = given === undefined || given === '' ? setting.fallback(mode) : given;
      if (chosen === undefined) throw new Error('is not set');
      values[name] = setting.read(chosen);
    } catch (error) {
      faults.push(`${name} ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (faults.length > 0) throw new ConfigError(faults);
  const config = toConfig(values as SettingValues);
  const refused = mode === 'production' ? productionFaults(config) : [];
  if (refused.length > 0) throw new ConfigError(refused);
  return config;
}

/** An unknown mode is reported with the other faults; the rest is judged by the strictest rules. */
function readMode(environment: Environment): Mode {
  const mode = (environment.YITANG_MODE || 'development') as Mode;
  return modes.includes(mode) ? mode : 'production';
}

function readVariable(name: SettingName, environment: Environment): string | undefined {
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return environment[name];
  if (!(secretSettings as readonly string[]).includes(name)) throw new Error('can not be read from a file');
  if (environment[name]) throw new Error(`is given twice, also as ${name}_FILE`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(`can not be read from the file that ${name}_FILE names`);
  }
}
