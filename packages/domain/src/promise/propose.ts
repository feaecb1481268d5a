import type { Guide } from '../catalog/index.ts';
import type { ProposalKind } from '../vocabulary/index.ts';
import type { ItemTally, Tally, TripSum } from './tally.ts';

/** From here on a correction is one too many: so many cases within the window, and this share of all (per ten thousand). */
export const proposalThreshold = { cases: 10, share: 500 } as const;

/** Known cases that a mean needs on each side before it counts as measured. */
export const measuredFrom = 30;

/** What a change of the guide would spare people in a year. Trips are whole ones, rounded down. */
export interface ExpectedEffect {
  /** Cases a year that are sent back for it today. */
  readonly cases: number;
  readonly savedTrips: number;
  /** false: 估算, because too few trips are known. */
  readonly isMeasured: boolean;
}

/** A change of a guide that the corrections of a year ask for. */
export interface ProposedChange {
  readonly kind: ProposalKind;
  /** `material/photo` or `answer/phone`. */
  readonly item: string;
  readonly of: number;
  readonly effect: ExpectedEffect;
}

/**
 * What is asked for again and again becomes a proposal: the most frequent first.
 * @param tally of twelve months
 */
export function proposeChanges(tally: Tally, guide: Guide): readonly ProposedChange[] {
  return [...tally.items]
    .filter(([, { cases }]) => isTooOften(cases, tally.received))
    .map(([item, sum]) => ({
      kind: kindOf(item, guide),
      item,
      of: tally.received,
      effect: expectedEffect(sum, tally.trips),
    }))
    .sort((a, b) => b.effect.cases - a.effect.cases || (a.item < b.item ? -1 : 1));
}

function isTooOften(cases: number, received: number): boolean {
  return cases >= proposalThreshold.cases && 10_000 * cases >= proposalThreshold.share * received;
}

function kindOf(item: string, { materials }: Guide): ProposalKind {
  if (item.startsWith('answer/')) return 'check-in-form';
  const material = materials.find(({ key }) => `material/${key}` === item);
  if (material === undefined) return 'list-material';
  if (material.sourceMode !== 'applicant') return 'stop-asking';
  return material.sampleFileId === undefined ? 'add-sample' : 'clarify-material';
}

/**
 * Saved trips a year = cases with this correction × (mean trips with it − mean trips of all others), where at least
 * 30 cases are known on each side; otherwise one trip for each case that was told at a counter, as an estimate.
 */
export function expectedEffect(item: ItemTally, all: TripSum): ExpectedEffect {
  const others = { known: all.known - item.known, trips: all.trips - item.trips };
  if (item.known < measuredFrom || others.known < measuredFrom) {
    return { cases: item.cases, savedTrips: item.atCounter, isMeasured: false };
  }
  const more = item.trips * others.known - others.trips * item.known;
  const savedTrips = Math.max(0, Math.floor((item.cases * more) / (item.known * others.known)));
  return { cases: item.cases, savedTrips, isMeasured: true };
}

/** How often the correction came before the changed guide was published, and since. */
export interface CorrectionRates {
  readonly before: { readonly cases: number; readonly of: number };
  readonly after: { readonly cases: number; readonly of: number };
}

export type Effect = 'too-few-cases' | 'better' | 'same' | 'worse';

/** The measured effect; a rate of fewer than 30 cases on either side is not one. Compared in whole numbers. */
export function measureEffect({ before, after }: CorrectionRates): Effect {
  if (before.of < measuredFrom || after.of < measuredFrom) return 'too-few-cases';
  const difference = after.cases * before.of - before.cases * after.of;
  return difference < 0 ? 'better' : difference > 0 ? 'worse' : 'same';
}
