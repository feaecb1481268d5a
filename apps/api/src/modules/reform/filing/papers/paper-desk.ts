import { serviceKey } from '../../../../platform/endpoint/index.ts';
import { packagedFonts, RareCharacters } from '../../../../platform/typesetting/index.ts';
import { createWorkerPool } from '../../../../platform/workers/index.ts';
import type { PaperAnswer, PaperTask } from './paper-worker.ts';

/** Makes the papers of packages in a thread of its own, one after the other, so that a large catalog delays no request. */
export interface PaperDesk {
  /** @throws RareCharacters; WorkerBusy and WorkerTimeout in a rush, where trying again helps */
  make(snapshot: SnapshotText, path: string): Promise<Buffer>;
  close(): Promise<void>;
}

export interface SnapshotText {
  readonly text: string;
  readonly digest: string;
}

export const paperDeskKey = serviceKey<PaperDesk>('reform.paper-desk');

export function createPaperDesk(): PaperDesk {
  const pool = createWorkerPool<PaperTask, PaperAnswer>({
    file: new URL('./paper-worker.ts', import.meta.url),
    data: { fonts: packagedFonts() },
    maxWaiting: 20,
    taskMs: 120_000,
    // The papers of a package follow each other closely, and nobody waits for the next package.
    idleMs: 5_000,
    maxMebibytes: 1_024,
  });
  return {
    make: async ({ text, digest }, path) => {
      const first = await pool.run({ digest, path });
      const answer = 'needs' in first ? await pool.run({ text, digest, path }) : first;
      if ('rare' in answer) throw new RareCharacters(answer.rare);
      if ('file' in answer) return Buffer.from(answer.file);
      throw new TypeError('the paper worker lost its snapshot');
    },
    close: () => pool.close(),
  };
}
