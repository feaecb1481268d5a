import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './load-config.ts';

/**
 * Fills in the keys that are missing, outside production: made once and kept in `var/development-keys.json`, so that
 * data written yesterday can be read today. In production nothing is filled in and `loadConfig` names what is missing.
 */
export function withDevelopmentKeys(environment: Environment, folder = 'var'): Environment {
  const mode = environment.YITANG_MODE || 'development';
  if (mode !== 'development' && mode !== 'demo') return environment;
  const isGiven = (name: string): boolean => Boolean(environment[name] || environment[`${name}_FILE`]);
  if (keyNames.every(isGiven)) return environment;
  const made = Object.entries(readKeys(folder)).filter(([name]) => !isGiven(name));
  return { ...environment, ...Object.fromEntries(made) };
}

const keyNames = ['MASTER_KEYS', 'BLIND_INDEX_KEY', 'COOKIE_KEYS', 'AUDIT_SIGNING_KEY'];

/** New random keys in the form of environment variables. */
export function makeKeys(id: string): Record<string, string> {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    MASTER_KEYS: `${id}:${randomBytes(32).toString('base64')}`,
    BLIND_INDEX_KEY: randomBytes(32).toString('base64'),
    COOKIE_KEYS: randomBytes(32).toString('base64url'),
    AUDIT_SIGNING_KEY: Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string).toString('base64'),
  };
}

function readKeys(folder: string): Record<string, string> {
  const file = join(folder, 'development-keys.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const made = `${file}.${process.pid}`;
    writeFileSync(made, `${JSON.stringify(makeKeys('development'), null, 2)}\n`, { mode: 0o600 });
    try {
      linkSync(made, file); // whole or not at all, and never over the keys of a process that was faster
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(made);
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}
