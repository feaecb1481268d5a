import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The key of a file: base64 of 32 bytes. */
export function readBackupKey(file: string): Buffer {
  if (!existsSync(file)) throw new Error(`there is no backup key at ${file}`);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new Error(`${file} must hold the base64 of 32 random bytes`);
  return key;
}

/** Writes a new key, readable by its owner alone; never over an older one. */
export function makeBackupKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
}
