import { describe, expect, test } from '@jest/globals';
import { eachIdSpan, type IdSpan } from './each-id-span.ts';
import type { Em } from './sql-types.ts';

/** A table of so many ids that answers what a walk asks of it. */
function tableOf(ids: readonly string[], size: number, onAsked: () => void = () => undefined): () => Em {
  const execute = (_sql: string, [after]: [string]) => {
    onAsked();
    const span = ids.filter((id) => id > after).slice(0, size);
    return Promise.resolve([{ n: String(span.length), until: span.at(-1) ?? null }]);
  };
  return () => ({ execute }) as unknown as Em;
}

const ids = ['a', 'b', 'c', 'd', 'e'];

describe('a walk along the ids', () => {
  test('comes to every id once and in order, with how many there have been', async () => {
    const walked: [IdSpan['after'], IdSpan['until'], number][] = [];
    await eachIdSpan({ fork: tableOf(ids, 2), table: 'things', rows: 2 }, async ({ after, until }, seen) => {
      walked.push([after, until, seen]);
      await Promise.resolve();
    });
    expect(walked).toEqual([
      ['', 'b', 2],
      ['b', 'd', 4],
      ['d', 'e', 5],
    ]);
  });

  test('does nothing in an empty table', async () => {
    const work = () => Promise.reject(new Error('there is nothing to work on'));
    await expect(eachIdSpan({ fork: tableOf([], 2), table: 'things', rows: 2 }, work)).resolves.toBeUndefined();
  });

  test('looks for the next span while it works on one', async () => {
    let asked = 0;
    const seen: number[] = [];
    await eachIdSpan({ fork: tableOf(ids, 2, () => (asked += 1)), table: 'things', rows: 2 }, async () => {
      seen.push(asked);
      await Promise.resolve();
    });
    expect(seen).toEqual([2, 3, 4]);
  });

  test('ends with the fault of the work, also where the look ahead fails too', async () => {
    let asked = 0;
    const execute = () => {
      asked += 1;
      return asked === 1 ? Promise.resolve([{ n: 1, until: 'a' }]) : Promise.reject(new Error('the database is gone'));
    };
    const em = { execute } as unknown as Em;
    const work = () => Promise.reject(new Error('folded elsewhere'));
    await expect(eachIdSpan({ fork: () => em, table: 'things', rows: 1 }, work)).rejects.toThrow('folded elsewhere');
  });
});
