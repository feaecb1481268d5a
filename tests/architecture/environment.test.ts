import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { settings } from '../../apps/api/src/platform/config/settings.ts';
import { fromRoot } from '../../scripts/lib/paths.ts';
import { sourceFiles, withoutComments } from './source-files.ts';

const example = readFileSync(fromRoot('config/env.example'), 'utf8');
const documented = [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] as string);

/** Of Node and of tools, not ours; or set by one of our processes for another. */
const foreign = [
  'NODE_ENV',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'PROTOCOL_HEADER',
  'ADDRESS_HEADER',
  'BODY_SIZE_LIMIT',
  'API_ORIGIN',
  'INTERNAL_KEY',
];

test('config/env.example explains every setting of the server, and none that does not exist', () => {
  expect([...documented].sort()).toEqual(Object.keys(settings).sort());
});

test('no file of the product reads a variable that config/env.example does not explain', () => {
  const files = sourceFiles(['apps/*/src/**/*.{ts,svelte}', 'packages/*/src/**/*.ts']);
  const reads = files.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/\benv(?:\.|\[')([A-Z][A-Z0-9_]+)/g)].map((match) => [path, match[1] as string]),
  );
  const unknown = reads.filter(([, name]) => !documented.includes(name as string) && !foreign.includes(name as string));
  expect(unknown).toEqual([]);
});
