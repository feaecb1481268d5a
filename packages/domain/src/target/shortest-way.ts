import type { CheckFault } from '../vocabulary/index.ts';
import type { TargetMatter } from './matter-checks.ts';
import type { TargetResult } from './evaluation.ts';
import { leastReaching, type Fraction } from './target-definition.ts';

/** A matter that would have to be changed, and what of it. */
export interface WayStep {
  readonly matter: TargetMatter;
  readonly faults: readonly CheckFault[];
  /** Trips that its change saves in a year; null: not known. */
  readonly saves: number | null;
}

export interface ShortestWays {
  /** So many matters have to be changed; no smaller set is enough. */
  readonly size: number;
  /** Of such sets one with the fewest reasons to do away with, ties by volume. */
  readonly easiest: readonly WayStep[];
  /** Of such sets the one that saves most trips; what is not known saves none. */
  readonly mostSaving: readonly WayStep[];
}

interface Candidate {
  readonly matter: TargetMatter;
  readonly faults: ReadonlySet<CheckFault>;
  /** Indexes of the numerators that it is missing from. */
  readonly lacks: readonly number[];
  readonly volume: number;
  readonly saves: number | null;
}

export interface WayFigures {
  readonly volumeOf: (matter: TargetMatter) => number;
  /** Trips a year that doing away with the faults saves; null: not known. */
  readonly savesOf: (matter: TargetMatter, faults: readonly CheckFault[]) => number | null;
}

/**
 * The smallest sets of matters which would bring a target over its line. Each matter added to a numerator adds one to it and
 * leaves the base as it is, so a share lacks `⌈threshold · base⌉ − numerator` of them; with two numerators, matters that lack
 * both count twice and are taken first while both are short.
 */
export function findShortestWays(result: TargetResult, threshold: Fraction, figures: WayFigures): ShortestWays {
  const need = result.numerators.map(({ members }) =>
    Math.max(0, leastReaching(result.base.length, threshold) - members.length),
  );
  const candidates = candidatesOf(result, figures);
  const easiest = take(candidates, need, easier);
  return { size: easiest.length, easiest, mostSaving: take(candidates, need, saving) };
}

function candidatesOf({ numerators }: TargetResult, { volumeOf, savesOf }: WayFigures): readonly Candidate[] {
  const byCode = new Map<string, { matter: TargetMatter; faults: Set<CheckFault>; lacks: number[] }>();
  for (const [index, { nonMembers }] of numerators.entries()) {
    for (const { matter, faults } of nonMembers) {
      const known = byCode.get(matter.code) ?? { matter, faults: new Set<CheckFault>(), lacks: [] };
      for (const fault of faults) known.faults.add(fault);
      known.lacks.push(index);
      byCode.set(matter.code, known);
    }
  }
  return [...byCode.values()].map((one) => ({
    ...one,
    volume: volumeOf(one.matter),
    saves: savesOf(one.matter, [...one.faults]),
  }));
}

type Order = (a: Candidate, b: Candidate) => number;
const byCode: Order = (a, b) => (a.matter.code < b.matter.code ? -1 : 1);
const easier: Order = (a, b) => a.faults.size - b.faults.size || b.volume - a.volume || byCode(a, b);
const saving: Order = (a, b) => (b.saves ?? 0) - (a.saves ?? 0) || easier(a, b);

/**
 * While two numerators are short, matters that mend both go first: no set is smaller without so many of them. What is then
 * still wanted of one numerator comes first of all that mend it, those that would mend both among them, so of the smallest
 * sets none is before this one in the order.
 */
function take(candidates: readonly Candidate[], need: readonly number[], order: Order): readonly WayStep[] {
  const left = [...need];
  const taken = new Set<Candidate>();
  const sorted = [...candidates].sort(order);
  const helps = ({ lacks }: Candidate): number => lacks.filter((index) => (left[index] ?? 0) > 0).length;
  // What a matter mends only grows less, so one look at each is enough for each number.
  for (let wanted = need.length; wanted > 0; wanted -= 1) {
    for (const candidate of sorted) {
      if (taken.has(candidate) || helps(candidate) !== wanted) continue;
      for (const index of candidate.lacks) left[index] = Math.max(0, (left[index] ?? 0) - 1);
      taken.add(candidate);
    }
  }
  return [...taken].map(({ matter, faults, saves }) => ({ matter, faults: [...faults], saves }));
}
