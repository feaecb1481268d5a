import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, makeKeys, type Config } from '../../apps/api/src/platform/config/index.ts';

/** A configuration with fresh keys and a folder of its own; `environment` sets single variables. */
export function testConfig(environment: Readonly<Record<string, string>> = {}): Config {
  return loadConfig({
    YITANG_MODE: 'test',
    DATABASE_URL: 'sqlite::memory:',
    FILES_FOLDER: mkdtempSync(join(tmpdir(), 'yitang-test-files-')),
    PUBLIC_ORIGIN: 'http://localhost:3000',
    LOG_LEVEL: 'silent',
    READS_PER_MINUTE: '100000',
    WRITES_PER_MINUTE: '100000',
    SENSITIVE_PER_MINUTE: '100000',
    ...makeKeys('test'),
    ...environment,
  });
}
