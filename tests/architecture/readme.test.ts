import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromRoot } from '../../scripts/lib/paths.ts';
import { sourceFiles } from './source-files.ts';

const { scripts } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { scripts: Record<string, string> };
const documents = sourceFiles(['*.md', 'docs/**/*.md', 'config/env.example']);
const commandsIn = (text: string) =>
  [...text.matchAll(/\bnpm (?:run )?(start|test|(?<=run )[a-z-]+)/g)].map((match) => match[1] as string);

describe('what the documents promise', () => {
  test('every npm command that they name exists, as a script of its own file', () => {
    const named = new Set(documents.flatMap(({ text }) => commandsIn(text)));
    expect(named.size).toBeGreaterThan(8);
    for (const name of named) expect([name, scripts[name]]).toEqual([name, `node scripts/run.mjs ${name}`]);
  });

  test('every script has its file, and both READMEs name it', () => {
    for (const name of Object.keys(scripts)) {
      expect([name, existsSync(fromRoot('scripts', `${name}.ts`))]).toEqual([name, true]);
    }
    for (const file of ['README.md', 'README.zh-CN.md']) {
      const named = commandsIn(readFileSync(fromRoot(file), 'utf8'));
      expect(Object.keys(scripts).filter((name) => !named.includes(name))).toEqual([]);
    }
  });

  test('every file that they link to exists', () => {
    const dead = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)]
        .map((match) => match[1] as string)
        .filter((target) => !existsSync(fromRoot(join(dirname(path), target))))
        .map((target) => `${path} -> ${target}`),
    );
    expect(dead).toEqual([]);
  });
});
