import type { Guide, MatterContent } from '../catalog/index.ts';
import { burdenMeasures, type AddedService, type BurdenMeasure, type SourceMode } from '../vocabulary/index.ts';

/** A material of a guide as far as its identity and its source go. */
export interface MaterialMark {
  readonly key: string;
  readonly name: string;
  readonly sourceMode: SourceMode;
}

/** By measure; null: nobody has stated it, which is never 0. Days are working days. */
export type BurdenCounts = Readonly<Record<BurdenMeasure, number | null>>;

/** What a matter asks of those who apply, on one day. */
export interface Burden {
  readonly counts: BurdenCounts;
  /** Materials by identity; null where only their number is known, or not even that. */
  readonly materials: readonly MaterialMark[] | null;
  /** 即办件; null: not stated. */
  readonly isInstant: boolean | null;
  /** null: the guide is not written in full, so what it does not offer is not known. */
  readonly services: readonly AddedService[] | null;
}

export const unknownCounts: BurdenCounts = {
  materials: null,
  steps: null,
  days: null,
  visits: null,
  levels: null,
  preconditions: null,
};

export const unknownBurden: Burden = { counts: unknownCounts, materials: null, isInstant: null, services: null };

/**
 * The burden that a content states, after the 减材料, 减环节, 减时间 and 减前置条件 of 浙教人〔2018〕105号. Only what the
 * applicant has to bring (`sourceMode` applicant) is an applicant's material. 环节 are the steps of the guide; 层级 are the
 * different bodies that they name. A list of a guide that is not written in full counts where it has entries and is
 * unknown where it is empty. 前置条件 are those that are looked up before one may apply on the net: at a counter they are not
 * stated one by one, so without a form an empty list is unknown.
 */
export function burdenOf({ guide, summary, preconditions, form }: MatterContent): Burden {
  const { isComplete, materials, steps } = guide;
  const known = (count: number): number | null => (isComplete || count > 0 ? count : null);
  return {
    counts: {
      materials: isComplete || materials.length > 0 ? broughtOf(materials).length : null,
      steps: known(steps.length),
      days: guide.promisedDays,
      visits: guide.visitsOnSite,
      levels: known(new Set(steps.map(({ by }) => by.zh.trim())).size),
      preconditions: form === null && preconditions.length === 0 ? null : preconditions.length,
    },
    materials: isComplete || materials.length > 0 ? materials.map(markOf) : null,
    isInstant: guide.promisedDays === null && !isComplete ? null : guide.projectType === 'instant',
    services: isComplete ? servicesOf(guide, summary.channels) : null,
  };
}

/** Those that the applicant has to bring. */
export function broughtOf<Material extends Pick<MaterialMark, 'sourceMode'>>(
  materials: readonly Material[],
): Material[] {
  return materials.filter(({ sourceMode }) => sourceMode === 'applicant');
}

const markOf = ({ key, name, sourceMode }: Guide['materials'][number]): MaterialMark => ({
  key,
  name: name.zh,
  sourceMode,
});

function servicesOf(guide: Guide, channels: MatterContent['summary']['channels']): AddedService[] {
  const delivers = (way: Guide['resultDelivery'][number]): boolean => guide.resultDelivery.includes(way);
  const offered: Readonly<Record<AddedService, boolean>> = {
    online: guide.isOnline,
    mobile: guide.isMobile === true || guide.mobileUrl !== undefined,
    post: channels.includes('post'),
    kiosk: guide.isOnKiosk === true || channels.includes('kiosk') || delivers('kiosk'),
    booking: guide.isBookable === true,
    'online-payment': guide.isPaidOnline === true,
    'posted-result': guide.isPosted === true || delivers('post'),
    'electronic-result': delivers('electronic'),
    locker: delivers('locker'),
    'all-campuses': guide.handleArea === 'all-campuses',
  };
  return (Object.keys(offered) as AddedService[]).filter((service) => offered[service]);
}

/** What is unknown of a burden, from figures on paper; what a version states is never replaced. */
export function fillFromPaper(
  burden: Burden,
  paper: BurdenCounts,
): { burden: Burden; filled: readonly BurdenMeasure[] } {
  const filled = burdenMeasures.filter((measure) => burden.counts[measure] === null && paper[measure] !== null);
  const counts = { ...burden.counts, ...Object.fromEntries(filled.map((measure) => [measure, paper[measure]])) };
  return { burden: { ...burden, counts }, filled };
}
