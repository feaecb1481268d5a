import { describe, expect, test } from '@jest/globals';
import { find, sourceFiles } from './source-files.ts';

/** What one of the engines lacks, or does differently without saying so; and a statement in which it is seen. */
const forbidden: Record<string, { pattern: RegExp; planted: string }> = {
  'skip locked': { pattern: /\bskip\s+locked\b/i, planted: "'select id from jobs for update skip locked'" },
  'named locks': { pattern: /\b(get|release)_lock\s*\(/i, planted: "`select get_lock('a', 1)`" },
  'full-text search': {
    pattern: /\bfulltext\b|\bmatch\s*\([^)]*\)\s*against\b/i,
    planted: "'match (name) against (?)'",
  },
  'shared row locks': { pattern: /\bfor\s+share\b|\block\s+in\s+share\s+mode\b/i, planted: "'select 1 for share'" },
  'automatic numbers': { pattern: /\bauto_?increment\b(?!\(false\))/i, planted: "'id int auto_increment'" },
  'triggers and procedures': {
    pattern: /\bcreate\s+(trigger|procedure|event|sequence)\b/i,
    planted: "'create trigger t'",
  },
  'table locks': { pattern: /\block\s+tables\b/i, planted: "'lock tables cases write'" },
  'vendor upserts on unknown keys': { pattern: /\breplace\s+into\b/i, planted: "'replace into cases'" },
};

const product = sourceFiles(['apps/api/src/**/*.ts', 'scripts/**/*.ts', 'packages/**/*.ts']);

describe('SQL that every promised engine understands', () => {
  test('there is something to look at', () => {
    expect(product.length).toBeGreaterThan(100);
  });

  test.each(Object.entries(forbidden))('the product uses no %s', (_name, { pattern }) => {
    expect(find(product, pattern)).toEqual([]);
  });

  test.each(Object.entries(forbidden))(
    'a planted use of %s would be seen, one in a comment would not',
    (_name, { pattern, planted }) => {
      const code = { path: 'planted.ts', text: `run(${planted});\n` };
      const comment = { path: 'planted.ts', text: `// never ${planted}\n/* nor ${planted} */\n` };
      expect(find([code], pattern)).toHaveLength(1);
      expect(find([comment], pattern)).toEqual([]);
    },
  );
});
