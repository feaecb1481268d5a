import { describe, expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { gather, type GatherLimits } from './gather.ts';

interface Write {
  readonly items: readonly number[];
  readonly end: (error?: Error) => void;
}

/** Writes that end when the test says so. */
function slowWrites(most: GatherLimits): { put: (item: number) => Promise<void>; begun: Write[] } {
  const begun: Write[] = [];
  const write = (items: readonly number[]): Promise<void> =>
    new Promise((resolve, reject) => {
      begun.push({ items, end: (error) => (error === undefined ? resolve() : reject(error)) });
    });
  return { put: gather(write, most), begun };
}

const itemsOf = (begun: readonly Write[]): (readonly number[])[] => begun.map(({ items }) => items);

describe('what is gathered', () => {
  test('the first is written at once; what comes meanwhile goes together, and no more than fits', async () => {
    const { put, begun } = slowWrites({ items: 3, writes: 1 });
    const all = [1, 2, 3, 4, 5].map((item) => put(item));
    expect(itemsOf(begun)).toEqual([[1]]);
    begun[0]!.end();
    await all[0];
    await wait(0);
    expect(itemsOf(begun)).toEqual([[1], [2, 3, 4]]);
    begun[1]!.end();
    await wait(0);
    begun[2]!.end();
    await Promise.all(all);
    expect(itemsOf(begun)).toEqual([[1], [2, 3, 4], [5]]);
  });

  test('nobody hears that it is written before the write with their item has ended', async () => {
    const { put, begun } = slowWrites({ items: 3, writes: 1 });
    const heard: number[] = [];
    const all = [1, 2].map((item) => put(item).then(() => heard.push(item)));
    begun[0]!.end();
    await wait(0);
    expect(heard).toEqual([1]);
    begun[1]!.end();
    await Promise.all(all);
    expect(heard).toEqual([1, 2]);
  });

  test('a write that fails is the failure of those in it and of nobody else', async () => {
    const { put, begun } = slowWrites({ items: 3, writes: 1 });
    const results = Promise.allSettled([1, 2, 3].map((item) => put(item)));
    begun[0]!.end();
    await wait(0);
    begun[1]!.end(new Error('disk full'));
    const last = put(4);
    expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await wait(0);
    begun[2]!.end();
    await expect(last).resolves.toBeUndefined();
  });

  test('as many writes as allowed are under way at once', () => {
    const { put, begun } = slowWrites({ items: 3, writes: 2 });
    for (const item of [1, 2, 3]) void put(item);
    expect(itemsOf(begun)).toEqual([[1], [2]]);
  });

  test('one that hangs holds up nobody but those in it, however late it ends', async () => {
    const { put, begun } = slowWrites({ items: 3, writes: 1, patience: 20 });
    const hanging = put(1);
    const next = [2, 3].map((item) => put(item));
    await wait(60);
    expect(itemsOf(begun)).toEqual([[1], [2, 3]]);
    begun[1]!.end();
    await Promise.all(next);
    begun[0]!.end();
    await hanging;
    // Its place is free once, not twice.
    for (const item of [4, 5]) void put(item);
    expect(itemsOf(begun)).toEqual([[1], [2, 3], [4]]);
  });
});
