import type { CivilDate } from '../vocabulary/index.ts';

/** Both days belong to the range; no `until`: it has no end yet. */
export interface Effective {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

export function isInForce({ from, until }: Effective, on: CivilDate): boolean {
  return from <= on && (until === null || on <= until);
}

/** The version that is in force on the day: of several the one that began last, and of these the highest version. */
export function findVersionInForce<Version extends Effective & { readonly version: number }>(
  versions: readonly Version[],
  on: CivilDate,
): Version | undefined {
  return versions
    .filter((candidate) => isInForce(candidate, on))
    .reduce<Version | undefined>((best, next) => (best && !isLater(next, best) ? best : next), undefined);
}

function isLater(next: Effective & { readonly version: number }, best: typeof next): boolean {
  return next.from > best.from || (next.from === best.from && next.version > best.version);
}
