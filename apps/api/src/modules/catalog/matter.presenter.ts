import type { MatterCard, MatterGuide } from '@yitang/contract';
import type { z } from 'zod';
import { isInstant, isOpenOnline, type PublishedMatter } from './published-matter.ts';

export type Card = z.input<typeof MatterCard>;
export type GuideView = z.input<typeof MatterGuide>;

/** What the counters and the ratings say of a matter. */
export interface MatterStatistics {
  /** Cases of the last three months, this one included. */
  readonly uses: number;
  readonly good: number;
  readonly ratings: number;
}
export const noStatistics: MatterStatistics = { uses: 0, good: 0, ratings: 0 };

/** Fewer ratings say more of chance than of the matter, so they are not shown. */
const leastRatings = 5;

export function presentCard(matter: PublishedMatter, departmentName: string, statistics: MatterStatistics): Card {
  const { summary, guide } = matter;
  return {
    code: matter.code,
    name: matter.name,
    department: { id: matter.departmentId, name: departmentName },
    category: summary.category,
    audiences: [...summary.audiences],
    channels: [...summary.channels],
    visitsOnSite: guide.visitsOnSite,
    promisedDays: guide.promisedDays,
    statutoryDays: guide.statutoryDays,
    onlineDepth: guide.onlineDepth,
    isOnline: isOpenOnline(matter),
    isInstant: isInstant(matter),
    hasFullGuide: guide.isComplete,
    satisfaction:
      statistics.ratings < leastRatings
        ? null
        : { goodPerMille: Math.floor((statistics.good * 1000) / statistics.ratings), ratings: statistics.ratings },
    paused: matter.paused,
  };
}

export function presentGuide(matter: PublishedMatter, card: Card): GuideView {
  const { guide, summary } = matter;
  return {
    ...card,
    lifeEvents: [...summary.lifeEvents],
    keywords: [...summary.keywords],
    version: matter.version,
    effectiveFrom: matter.effectiveFrom,
    isSample: guide.isSample,
    summary: guide.summary,
    visitReason: guide.visitReason,
    conditions: [...guide.conditions],
    preconditions: matter.preconditions.map(({ key, label }) => ({ key, label })),
    basis: [...guide.basis],
    materials: guide.materials.map(({ showWhen, ...material }) => ({
      ...material,
      accepts: [...material.accepts],
      isConditional: showWhen !== undefined,
    })),
    steps: [...guide.steps],
    fees: [...guide.fees],
    result: guide.result,
    resultDelivery: [...guide.resultDelivery],
    places: [...guide.places],
    consultPhone: guide.consultPhone,
    complaintPhone: guide.complaintPhone,
    remedy: guide.remedy,
    faqs: [...guide.faqs],
  };
}
