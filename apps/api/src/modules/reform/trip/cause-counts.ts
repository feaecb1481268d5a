import type { TripMatterData } from '@yitang/contract';
import type { TripCauseCount } from '../../case/index.ts';

/** By cause, most cases first; those of which nobody said why come last. */
export function sumCauses(counts: readonly TripCauseCount[]): TripMatterData['causes'] {
  const sums = [...Map.groupBy(counts, ({ cause }) => cause)].map(([cause, parts]) => ({
    cause,
    cases: parts.reduce((sum, { cases }) => sum + cases, 0),
  }));
  const isLast = ({ cause }: { cause: string }): number => (cause === 'unstated' ? 1 : 0);
  return sums.sort((a, b) => isLast(a) - isLast(b) || b.cases - a.cases || (a.cause < b.cause ? -1 : 1));
}
