import type { ReformResultsData } from '@yitang/contract';
import type { Asking } from '../asking.ts';
import { findLastFrozenSet } from '../frequency/frozen-sets.ts';
import type { Counted } from './figure-lists.ts';

/** The 高频事项目录 that was frozen last: its numbers, and its matters by the names that they had in it. */
export async function resultSet(
  { em }: Asking,
  frozenUntil: Date | undefined,
): Promise<Counted<ReformResultsData['highFrequency']>> {
  const found = await findLastFrozenSet(em, frozenUntil);
  if (found === undefined) return { value: null, lists: new Map(), others: [] };
  const { number, digest, keyId, frozenAt, document } = found;
  const { year, firstMonth, lastMonth, total, rows } = document;
  const members = rows.filter(({ isHighFrequency }) => isHighFrequency);
  return {
    value: {
      ...{ number, year, firstMonth, lastMonth, total, digest, keyId },
      volume: members.reduce((sum, { volume }) => sum + volume, 0),
      setSize: members.length,
      matters: rows.length,
      frozenAt: frozenAt.toISOString(),
    },
    lists: new Map([['high-frequency', members.map(({ code }) => code)]]),
    others: members.map(({ code, name, department }) => ({ code, name, department })),
  };
}
