import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromRoot } from '../../scripts/lib/paths.ts';

interface CruiseResult {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

/** A violation as `rule: from -> to`, which reads well in a failed expectation. */
export type Violation = string;

/** npm packages of the planted tree: their names are all that the rules look at. */
const packages = ['koa', '@koa/router', 'mysql2', 'zod', 'left-pad'];

const packageJson = {
  name: 'planted',
  type: 'module',
  dependencies: Object.fromEntries(packages.filter((name) => name !== 'left-pad').map((name) => [name, '*'])),
  devDependencies: { 'left-pad': '*' },
};

function write(tree: string, file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

function plant(files: Record<string, string>): string {
  const tree = mkdtempSync(join(tmpdir(), 'yitang-planted-'));
  for (const [file, text] of Object.entries(files)) write(tree, file, text);
  for (const name of packages) {
    write(
      tree,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'index.js' }),
    );
    write(tree, `node_modules/${name}/index.js`, 'export default 1;\n');
  }
  write(tree, 'package.json', JSON.stringify(packageJson));
  cpSync(fromRoot('config'), join(tree, 'config'), { recursive: true });
  cpSync(fromRoot('tsconfig.json'), join(tree, 'tsconfig.json'));
  for (const name of ['typescript', 'svelte'])
    symlinkSync(fromRoot('node_modules', name), join(tree, 'node_modules', name));
  return tree;
}

/**
 * Writes files into an empty folder, runs the project's dependency rules over it, and lists what they caught.
 * @param files path from the checkout's folder → text
 */
export function cruisePlanted(files: Record<string, string>): Violation[] {
  const tree = plant(files);
  try {
    const cruiser = fromRoot('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const folders = [...new Set(Object.keys(files).map((file) => file.split('/')[0] as string))];
    const args = [cruiser, '--config', 'config/dependency-cruiser.js', '--output-type', 'json', ...folders];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    const { violations } = (JSON.parse(stdout) as CruiseResult).summary;
    return violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}
