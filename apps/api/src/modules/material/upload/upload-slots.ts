import { serviceKey } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';

/** How many files are received at once. The others wait with their bytes still at the sender, so memory does not grow. */
export interface UploadSlots {
  /** Runs `work` when its turn has come. @throws ProblemError `service.unavailable` when that takes too long */
  run<T>(personId: string, work: () => Promise<T>): Promise<T>;
}

export const uploadSlotsKey = serviceKey<UploadSlots>('material.upload-slots');

export interface SlotLimits {
  readonly atOnce: number;
  /** So that one person with a slow line does not hold up all others. */
  readonly atOnceForOne: number;
  readonly waiting: number;
  readonly patienceMs: number;
}

interface Waiting {
  readonly personId: string;
  readonly begin: () => void;
}

export function createUploadSlots(limits: SlotLimits): UploadSlots {
  const busy = new Map<string, number>();
  const waiting: Waiting[] = [];
  const all = (): number => [...busy.values()].reduce((sum, count) => sum + count, 0);
  const isFree = (personId: string): boolean =>
    all() < limits.atOnce && (busy.get(personId) ?? 0) < limits.atOnceForOne;
  const take = (personId: string): void => void busy.set(personId, (busy.get(personId) ?? 0) + 1);
  const free = (personId: string): void => {
    const left = (busy.get(personId) ?? 1) - 1;
    if (left > 0) busy.set(personId, left);
    else busy.delete(personId);
    const next = waiting.findIndex((one) => isFree(one.personId));
    if (next >= 0) waiting.splice(next, 1)[0]?.begin();
  };
  const turn = async (personId: string): Promise<void> => {
    if (isFree(personId)) return take(personId);
    if (waiting.length >= limits.waiting) throw problem('service.unavailable', { retryAfter: 10 });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(entry), 1);
        reject(problem('service.unavailable', { retryAfter: 10 }));
      }, limits.patienceMs);
      const entry: Waiting = {
        personId,
        begin: () => {
          clearTimeout(timer);
          take(personId);
          resolve();
        },
      };
      waiting.push(entry);
    });
  };
  return {
    run: async (personId, work) => {
      await turn(personId);
      try {
        return await work();
      } finally {
        free(personId);
      }
    },
  };
}
