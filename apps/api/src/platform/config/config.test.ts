import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ConfigError, loadConfig, makeKeys, withDevelopmentKeys } from './index.ts';
import { settings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'yitang-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const example = readFileSync(new URL('../../../../../config/env.example', import.meta.url), 'utf8');
const documented = [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(
  ([, name, value]) => [name!, value!] as const,
);
const production = { ...Object.fromEntries(documented), ...makeKeys('test') };

function faultsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('configuration', () => {
  test('the example names every variable that is read, and no other', () => {
    expect(documented.map(([name]) => name).sort()).toEqual(Object.keys(settings).sort());
  });

  test('the example with real keys is a valid production configuration', () => {
    expect(faultsOf(production)).toEqual([]);
    expect(loadConfig(production)).toMatchObject({
      mode: 'production',
      isSecure: true,
      cas: { isEmbedded: false, attributes: { name: 'cn' } },
    });
  });

  test('all faults are told at once, by name and without the value of a secret', () => {
    const faults = faultsOf({
      ...production,
      PORT: '99999',
      LOG_LEVEL: 'loud',
      MASTER_KEYS: 'canary-secret',
      COOKIE_KEYS: '',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'MASTER_KEYS', 'COOKIE_KEYS']);
    expect(faults.join()).not.toContain('canary');
  });

  test('a port on which no browser opens a page is told at the start', () => {
    expect(faultsOf({ ...production, PORT: '4190' })).toEqual([expect.stringMatching(/^PORT .*browsers/)]);
    expect(faultsOf({ ...production, PORT: '4191' })).toEqual([]);
  });

  test('production refuses demo parts, default secrets, plain http and a loopback CAS', () => {
    const faults = faultsOf({
      ...production,
      PUBLIC_ORIGIN: 'http://fuwu.example.edu.cn',
      CAS_URL: 'http://127.0.0.1:8401/cas',
      COOKIE_KEYS: 'short',
      BLIND_INDEX_KEY: Buffer.alloc(32).toString('base64'),
      UNIVERSITY_NAME: '示范大学',
    });
    expect(faults).toHaveLength(5);
    expect(faultsOf({ ...production, CAS_EMBEDDED: '1', CAS_URL: '' }).join()).toMatch(/CAS_EMBEDDED.*CAS_URL/s);
  });

  test('an unknown mode is refused and not taken for a lenient one', () => {
    expect(faultsOf({ YITANG_MODE: 'prod' }).join()).toMatch(/YITANG_MODE must be one of/);
  });

  test('a secret can come from a file, but not from both places', () => {
    const file = join(folder, 'cookie');
    writeFileSync(file, `${'k'.repeat(40)}\n`);
    expect(loadConfig({ ...production, COOKIE_KEYS: undefined, COOKIE_KEYS_FILE: file }).keys.cookies).toEqual([
      'k'.repeat(40),
    ]);
    expect(faultsOf({ ...production, COOKIE_KEYS_FILE: file }).join()).toContain('given twice');
  });

  test('development makes its keys once, readable by the owner only; production makes none', () => {
    const first = withDevelopmentKeys({}, folder);
    expect(loadConfig(first).mode).toBe('development');
    expect(withDevelopmentKeys({}, folder)).toEqual(first);
    expect(statSync(join(folder, 'development-keys.json')).mode & 0o077).toBe(0);
    expect(withDevelopmentKeys({ YITANG_MODE: 'production' }, folder)).toEqual({ YITANG_MODE: 'production' });
    expect(faultsOf({ ...production, ...first, YITANG_MODE: 'production' }).join()).toContain('development machine');
  });
});
