import { globSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromRoot } from '../lib/paths.ts';
import { mustRun } from '../lib/run.ts';
import { startDemoSite } from './demo-site.ts';
import { median, type BenchContext, type Measure } from './measure.ts';
import { residentMB } from './process-figures.ts';

/** How long a built site with its data takes until it is ready, and what it holds in memory when nobody comes. */
const startAndMemory: Measure = {
  names: ['P7.listenS', 'P7.idleMB'],
  what: 'start of a built site with the demo data, and its memory after ten quiet seconds',
  run: async (context) => {
    let app = await startDemoSite(context);
    const seconds: number[] = [];
    for (let round = 1; round <= 3; round += 1) {
      context.progress(`start ${round} of 3`);
      await app.stop();
      const begin = performance.now();
      app = await app.again();
      seconds.push((performance.now() - begin) / 1000);
    }
    await fetch(`${app.origin}/`);
    context.progress('ten quiet seconds');
    await sleep(10_000);
    const idle = residentMB(app.pid);
    await app.stop();
    return { 'P7.listenS': median(seconds), 'P7.idleMB': idle };
  },
};

/** Bytes on disk below a folder; a file that is linked twice counts once. */
function sizeOf(folder: string): number {
  const seen = new Set<number>();
  let bytes = 0;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = lstatSync(`${folder}/${path}`);
    if (!file.isFile() || seen.has(file.ino)) continue;
    seen.add(file.ino);
    bytes += file.blocks * 512;
  }
  return bytes;
}

async function installForRunning(context: BenchContext): Promise<string> {
  const folder = fromRoot('var/bench/install');
  rmSync(folder, { recursive: true, force: true });
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...globSync(['package.json', '{apps,packages}/*/package.json'], { cwd: fromRoot() }),
  ]) {
    mkdirSync(dirname(`${folder}/${file}`), { recursive: true });
    await cp(fromRoot(file), `${folder}/${file}`);
  }
  context.progress('installing what the server needs, without tools');
  const { packageManager } = JSON.parse(await readFile(fromRoot('package.json'), 'utf8')) as { packageManager: string };
  const wanted = [
    '--prod',
    '--frozen-lockfile',
    '--prefer-offline',
    '--filter',
    'yitang',
    '--filter',
    '@yitang/api...',
  ];
  await mustRun('Installing', ['npx', '-y', packageManager, 'install', ...wanted], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return folder;
}

/** What must be installed to run the site (Node included, tools not) and the built pages. */
const size: Measure = {
  names: ['P7.installMB'],
  what: 'megabytes that an installation for running takes on disk, with Node and the built pages',
  run: async (context) => {
    const folder = await installForRunning(context);
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    return { 'P7.installMB': (sizeOf(folder) + sizeOf(fromRoot('apps/web/build'))) / 1e6 };
  },
};

export const startAndSize = [startAndMemory, size];
