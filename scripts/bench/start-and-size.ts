import { lstatSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Job } from '../../apps/api/src/platform/jobs/job.entity.ts';
import { openDatabase } from '../../tests/load/open-database.ts';
import { filesBelow } from '../lib/files-below.ts';
import { fromRoot } from '../lib/paths.ts';
import { writeRelease } from '../lib/write-release.ts';
import { startDemoSite } from './demo-site.ts';
import { median, type BenchContext, type Measure } from './measure.ts';
import { hasWorkers, residentMB } from './process-figures.ts';

/**
 * How long a built site with its data takes until it is ready, and what it holds in memory when nobody comes. What a fresh
 * university has waiting (papers, certificates, notices, schedules) is done before, in a process of its own: after it the
 * threads that did the work have ended, and what is held then is counted as well.
 */
const startAndMemory: Measure = {
  names: ['P7.listenS', 'P7.afterWorkMB', 'P7.idleMB'],
  what: 'start of a built site with the demo data; its memory after ten quiet seconds, when what was due is done and, started again, with nothing due',
  run: async (context) => {
    let app = await startDemoSite(context);
    context.progress('what is due is done');
    await untilNothingIsDue(app.folder);
    await untilSeen('the threads beside the server have ended', () => !hasWorkers(app.pid));
    const afterWork = await quietMB(context, app.pid);
    const seconds: number[] = [];
    for (let round = 1; round <= 3; round += 1) {
      context.progress(`start ${round} of 3`);
      await app.stop();
      const begin = performance.now();
      app = await app.again();
      seconds.push((performance.now() - begin) / 1000);
    }
    await fetch(`${app.origin}/`);
    const idle = await quietMB(context, app.pid);
    await app.stop();
    return { 'P7.listenS': median(seconds), 'P7.afterWorkMB': afterWork, 'P7.idleMB': idle };
  },
};

async function quietMB({ progress }: BenchContext, pid: number): Promise<number> {
  progress('ten quiet seconds');
  await sleep(10_000);
  return residentMB(pid);
}

async function untilNothingIsDue(folder: string): Promise<void> {
  const orm = await openDatabase(`sqlite:${folder}/yitang.db`);
  try {
    await untilSeen('no job is due', async () => {
      const due = { state: { $in: ['open', 'leased'] }, availableAt: { $lte: new Date() } };
      return (await orm.em.fork().count(Job, due)) === 0;
    });
  } finally {
    await orm.close(true);
  }
}

const longest = 120_000;

async function untilSeen(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const begin = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begin > longest) throw new Error(`not seen within ${longest / 1000} s: ${what}`);
    await sleep(250);
  }
}

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
