import { cpSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildWeb } from './build-web.ts';
import { fromRoot, root } from './paths.ts';
import { mustRun } from './run.ts';
import { say } from './say.ts';
import { removeUnneededFiles } from './unneeded-files.ts';

const folders = ['apps/api/src', 'apps/web/build', 'packages/{domain,contract,cas-server}/src', 'scripts', 'config'];
const files = [
  ...['LICENSE', '*.md', '.npmrc', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'],
  '{apps,packages}/*/package.json',
];
const isForRunning = (file: string): boolean => !file.endsWith('.test.ts') && !file.endsWith('.map');

/** What `npm run serve` and the commands of an operator need, without what builds and tests them. */
export async function writeRelease(folder: string): Promise<void> {
  await buildWeb();
  for (const file of globSync([...files, ...folders], { cwd: root }).filter(isForRunning)) {
    mkdirSync(dirname(`${folder}/${file}`), { recursive: true });
    cpSync(fromRoot(file), `${folder}/${file}`, { recursive: true, filter: isForRunning });
  }
  say('Installing what the server needs …');
  const { packageManager } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { packageManager: string };
  const which = ['--filter', 'yitang', '--filter', '@yitang/api...'];
  const install = ['npx', '-y', packageManager, 'install', '--prod', '--frozen-lockfile', '--prefer-offline', ...which];
  await mustRun('Installing', install, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  removeUnneededFiles(`${folder}/node_modules`);
  // By it run.mjs sees that these packages belong to this lockfile.
  cpSync(fromRoot('node_modules/.installed-from'), `${folder}/node_modules/.installed-from`);
}
