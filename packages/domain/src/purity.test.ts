import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { caseEventTypes, caseRefusalCodes, refusalCodes } from './index.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
);
const impure =
  /Date\.now|new Date\(\)|Math\.random|performance\.|process\.|globalThis|\bfetch\(|crypto\.|from 'node:|await |console\./;

describe('the rules', () => {
  test('are found', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  test.each(files)('%s asks nobody for the time, chance or data: the same question has the same answer', (path) => {
    const code = readFileSync(`${folder}/${path}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(impure.exec(code)?.[0]).toBeUndefined();
  });

  test('have closed lists of words, each once', () => {
    for (const list of [refusalCodes, caseRefusalCodes, caseEventTypes]) expect(new Set(list).size).toBe(list.length);
  });
});
