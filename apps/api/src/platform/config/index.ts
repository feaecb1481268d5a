export { CannotStart, ConfigError } from './config-error.ts';
export type { Config } from './config.ts';
export { makeKeys, withDevelopmentKeys } from './development-keys.ts';
export { loadConfig, type Environment } from './load-config.ts';
export type { Mode } from './setting.ts';
