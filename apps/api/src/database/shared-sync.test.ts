import { describe, expect, test } from '@jest/globals';
import { SharedSync } from './shared-sync.ts';

/** A disk whose syncs end when the test says so. */
function slowDisk() {
  const begun: PromiseWithResolvers<void>[] = [];
  const sync = new SharedSync(() => {
    const one = Promise.withResolvers<void>();
    begun.push(one);
    return one.promise;
  });
  return { sync, begun };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a sync that several share', () => {
  test('who comes while one is under way waits for the next one, and all who wait share that', async () => {
    const { sync, begun } = slowDisk();
    const done: string[] = [];
    const wait = (who: string): void => void sync.wait().then(() => done.push(who));
    wait('first');
    await turn();
    wait('second');
    wait('third');
    await turn();
    expect(begun).toHaveLength(1);
    begun[0]!.resolve();
    await turn();
    expect(done).toEqual(['first']);
    expect(begun).toHaveLength(2);
    begun[1]!.resolve();
    await turn();
    expect(done).toEqual(['first', 'second', 'third']);
  });

  test('after one that failed nothing counts as synced any more', async () => {
    const { sync, begun } = slowDisk();
    const first = sync.wait();
    await turn();
    const second = sync.wait();
    begun[0]!.reject(new Error('EIO'));
    await expect(first).rejects.toThrow('EIO');
    await expect(second).rejects.toThrow('EIO');
    await expect(sync.wait()).rejects.toThrow('EIO');
    expect(begun).toHaveLength(1);
    expect(sync.hasFailed).toBe(true);
  });
});
