import type { FiledExclusion, FiledMatter, FiledRank, FilingSnapshot } from './snapshot.ts';

/** One matter with everything that the targets look at. */
export interface EvidenceRow {
  readonly matter: FiledMatter;
  /** null: the frozen set does not know the matter, because it was published later. That is not 0. */
  readonly rank: FiledRank | null;
  /** null: not stated. */
  readonly isOnce: boolean | null;
  /** Only with an approval whose review is not overdue. */
  readonly exclusion: FiledExclusion | null;
}

/** The evidence of all targets: by rank of the set, then what the set does not know, in the order of the catalog. */
export function evidenceRows({ matters, set, exclusions, asOf }: FilingSnapshot): EvidenceRow[] {
  const ranks = new Map(set?.rows.map((rank) => [rank.code, rank]));
  const holds = ({ isApproved, reviewOn }: FiledExclusion): boolean =>
    isApproved && (reviewOn === null || asOf <= reviewOn);
  const excluded = new Map(exclusions.filter(holds).map((each) => [each.code, each]));
  const places = new Map(set?.rows.map(({ code }, index) => [code, index]));
  const placeOf = ({ matter }: EvidenceRow): number => places.get(matter.code) ?? places.size;
  return matters
    .map((matter) => ({
      matter,
      rank: ranks.get(matter.code) ?? null,
      isOnce: matter.visitsOnSite === null ? null : matter.visitsOnSite <= 1,
      exclusion: excluded.get(matter.code) ?? null,
    }))
    .sort((a, b) => placeOf(a) - placeOf(b));
}
