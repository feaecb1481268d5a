import { describe, expect, test } from '@jest/globals';
import { globSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromRoot } from '../../scripts/lib/paths.ts';

interface Manifest {
  name?: string;
  version?: string;
  license?: string | { type?: string };
  licenses?: { type?: string }[];
}

/** Licences that may be joined with AGPL-3.0-or-later and passed on without asking anybody. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'Artistic-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** Packages whose manifest names no licence, with what the text beside it says. */
const read: Record<string, string> = { 'node-uuid': 'MIT', pause: 'MIT', 'png-js': 'MIT' };

/** True for `MIT`, `(MIT OR GPL-3.0)`, `Apache-2.0 AND MIT`. */
export function isPermissive(expression: string): boolean {
  const bare = expression.replace(/^\(|\)$/g, '');
  if (/ OR /i.test(bare)) return bare.split(/ OR /i).some(isPermissive);
  if (/ AND /i.test(bare)) return bare.split(/ AND /i).every(isPermissive);
  return permissive.has(bare.trim());
}

function licenceOf(manifest: Manifest): string {
  const named = read[manifest.name ?? ''];
  if (named !== undefined) return named;
  if (typeof manifest.license === 'string') return manifest.license;
  const types = manifest.licenses?.map((each) => each.type ?? '?') ?? [manifest.license?.type ?? 'none'];
  return types.join(' OR ');
}

/** Every package that is installed, with tools: in pnpm's store a package is a folder, and what it needs are links. */
function installed(): Manifest[] {
  const store = fromRoot('node_modules/.pnpm');
  const files = globSync(['*/node_modules/*/package.json', '*/node_modules/@*/*/package.json'], { cwd: store });
  return files
    .filter((file) => !lstatSync(join(store, dirname(file))).isSymbolicLink())
    .map((file) => JSON.parse(readFileSync(join(store, file), 'utf8')) as Manifest);
}

describe('licences of what we build on', () => {
  const packages = installed();

  test('every installed package has a permissive licence', () => {
    expect(packages.length).toBeGreaterThan(400);
    const others = packages.filter((manifest) => !isPermissive(licenceOf(manifest)));
    expect(others.map((manifest) => `${manifest.name}@${manifest.version}: ${licenceOf(manifest)}`)).toEqual([]);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['Apache-2.0 AND GPL-2.0-only', false],
    ['SSPL-1.0', false],
    ['UNLICENSED', false],
    ['none', false],
  ])('%s: %s', (expression, expected) => {
    expect(isPermissive(expression)).toBe(expected);
  });
});
