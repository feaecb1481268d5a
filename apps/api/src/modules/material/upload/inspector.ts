import type { LentFile } from '../../../platform/encrypted-file/index.ts';
import { serviceKey } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { createWorkerPool, WorkerBusy, WorkerTimeout } from '../../../platform/workers/index.ts';
import type { UploadClaim } from './inspect-upload.ts';
import type { Inspection, Kept, UploadFault } from './inspection.ts';
import type { InspectionTask } from './inspection-worker.ts';

/** Looks into uploads in a thread of its own, so that a large file delays no request. */
export interface Inspector {
  /** `use` is called while its turn lasts: of fifty uploads at once one is looked into and written again. @throws UploadRefused */
  inspect<T>(upload: InspectedUpload<T>): Promise<T>;
  close(): Promise<void>;
}

export interface InspectedUpload<T> {
  readonly claim: UploadClaim;
  readonly lent: LentFile;
  readonly use: (kept: Kept) => Promise<T>;
}

export class UploadRefused extends Error {
  override name = 'UploadRefused';
  readonly fault: UploadFault;
  constructor(fault: UploadFault) {
    super(fault);
    this.fault = fault;
  }
}

export const inspectorKey = serviceKey<Inspector>('material.inspector');

export function createInspector(): Inspector {
  const pool = createWorkerPool<InspectionTask, Inspection>({
    file: new URL('./inspection-worker.ts', import.meta.url),
    maxWaiting: 2,
    taskMs: 20_000,
    idleMs: 30_000,
  });
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const inspectOne = async <T>({ claim, lent, use }: InspectedUpload<T>): Promise<T> => {
    const inspection = await pool.run({ lent, claim }).catch((error: unknown) => {
      // A file made to take long, or a machine that has too much to do: not accepted, and not called unsafe either.
      const isTooMuch = error instanceof WorkerTimeout || error instanceof WorkerBusy;
      throw isTooMuch ? problem('service.unavailable', { cause: error, retryAfter: 5 }) : error;
    });
    if (inspection.fault !== undefined) throw new UploadRefused(inspection.fault);
    return use(inspection.kept);
  };
  return {
    inspect: (upload) => {
      if (waiting >= 200) throw problem('service.unavailable', { retryAfter: 5 });
      waiting += 1;
      const turn = queue.then(() => inspectOne(upload)).finally(() => void (waiting -= 1));
      queue = turn.catch(() => undefined);
      return turn;
    },
    close: () => pool.close(),
  };
}
