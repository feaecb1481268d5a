import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { programs } from './node-programs.ts';
import { fromRoot, root } from './paths.ts';
import { read } from './run.ts';
import { say, Stop } from './say.ts';

const stamp = fromRoot('apps/web/build/.built-from');

/** All that goes into the pages. */
const sources = [
  'apps/web/src/**/*',
  'apps/web/static/**/*',
  'apps/web/*.{json,ts}',
  'packages/{ui,contract,domain}/src/**/*',
  'pnpm-lock.yaml',
];

/** Names, sizes and times rather than a newest time: a deleted file makes a build stale too. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const { size, mtimeMs } = statSync(fromRoot(file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Builds the pages when they were never built or their sources have changed since. Where only what the server needs is
 * installed, the pages that are there are taken as they are.
 */
export async function buildWeb(): Promise<void> {
  if (existsSync(stamp) && !existsSync(programs.vite[1])) return;
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building the pages …');
  const args = [...programs.vite, 'build', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, output } = await read(args, { cwd: fromRoot('apps/web'), env });
  if (status !== 0)
    throw new Stop(`${output}\nThe pages could not be built (exit status ${status}). The lines above say why.`);
  writeFileSync(stamp, wanted);
}
