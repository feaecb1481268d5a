import { lstatSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { filesBelow } from '../lib/files-below.ts';
import { fromRoot } from '../lib/paths.ts';
import { writeRelease } from '../lib/write-release.ts';
import { startDemoSite } from './demo-site.ts';
import { median, type Measure } from './measure.ts';
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
  for (const path of filesBelow(folder)) {
    const file = lstatSync(path);
    if (seen.has(file.ino)) continue;
    seen.add(file.ino);
    bytes += file.blocks * 512;
  }
  return bytes;
}

/** What must be there to run the site: Node, packages, our sources and the built pages, without tools. tests/faults/release.test.ts starts it. */
const size: Measure = {
  names: ['P7.installMB'],
  what: 'megabytes that an installation for running takes on disk, with Node and the built pages',
  run: async (context) => {
    const folder = fromRoot('var/bench/release');
    rmSync(folder, { recursive: true, force: true });
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    context.progress('writing a release');
    await writeRelease(folder);
    return { 'P7.installMB': sizeOf(folder) / 1e6 };
  },
};

export const startAndSize = [startAndMemory, size];
