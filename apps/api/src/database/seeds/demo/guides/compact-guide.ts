import type { Guide, GuideStep, MaterialRequirement } from '@yitang/domain/catalog';
import type { Channel, LocalText, OnlineDepth, ResultDelivery, ResultKind } from '@yitang/domain/vocabulary';
import { getDemoMatterByName } from '../matters/index.ts';
import { getDemoUnit, officeHoursText } from '../organization/index.ts';
import { placeAt, remedies, sampleGuide, words, type DemoGuide } from './guide-parts.ts';

type Pair = readonly [zh: string, en: string];
type Step = readonly [zh: string, en: string, byZh: string, byEn: string, days: number];

/** A full guide in as few words as it can be told; what follows from the department is added. */
export interface CompactGuide {
  readonly summary: Pair;
  /** Working days promised and at most by rule; 0 is on the spot. */
  readonly days: readonly [promised: number, statutory: number];
  readonly visits: 0 | 1 | 2;
  /** Why one has to come; only where one has to. */
  readonly reason?: Pair;
  readonly depth?: OnlineDepth;
  /** Where the list of matters does not say it. */
  readonly channels?: readonly Channel[];
  readonly conditions: readonly Pair[];
  readonly basis: Guide['basis'];
  readonly materials: readonly MaterialRequirement[];
  readonly steps: readonly Step[];
  readonly fees?: Guide['fees'];
  readonly result: readonly [zh: string, en: string, kind: ResultKind];
  readonly delivery: readonly ResultDelivery[];
  /** Codes of counters; default: the department's own office. */
  readonly at?: readonly string[];
  readonly remedy: keyof typeof remedies;
  readonly faqs: readonly (readonly [zh: string, en: string, answerZh: string, answerEn: string])[];
  /** Rows of the field table that few matters have. */
  readonly more?: Partial<Guide>;
}

export interface CompactDemoGuide extends DemoGuide {
  readonly channels: readonly Channel[] | undefined;
}

export function compactGuide(name: string, compact: CompactGuide): CompactDemoGuide {
  const [promisedDays, statutoryDays] = compact.days;
  const [resultZh, resultEn, kind] = compact.result;
  const made = sampleGuide(name, {
    summary: pair(compact.summary),
    projectType: promisedDays === 0 ? 'instant' : 'promised',
    visitsOnSite: compact.visits,
    visitReason: compact.reason === undefined ? null : pair(compact.reason),
    promisedDays,
    statutoryDays,
    onlineDepth: compact.depth ?? 1,
    isOnline: false,
    conditions: compact.conditions.map(pair),
    basis: compact.basis,
    materials: compact.materials,
    steps: compact.steps.map(step),
    fees: compact.fees ?? [],
    result: { name: words(resultZh, resultEn), kind },
    resultDelivery: compact.delivery,
    places: placesOf(name, compact.at),
    remedy: remedies[compact.remedy],
    faqs: compact.faqs.map(([zh, en, answerZh, answerEn]) => ({
      question: words(zh, en),
      answer: words(answerZh, answerEn),
    })),
    ...compact.more,
  });
  const isListed = getDemoMatterByName(name).channels.length > 0;
  return { ...made, channels: compact.channels ?? (isListed ? undefined : ['counter', 'online']) };
}

const pair = ([zh, en]: Pair): LocalText => words(zh, en);
const step = ([zh, en, byZh, byEn, days]: Step): GuideStep => ({ name: words(zh, en), by: words(byZh, byEn), days });

function placesOf(name: string, at: readonly string[] | undefined): Guide['places'] {
  if (at !== undefined) return at.map(placeAt);
  const unit = getDemoUnit(getDemoMatterByName(name).departmentCode);
  return [{ name: words(unit.name, unit.nameEn), address: words(unit.place, unit.nameEn), hours: officeHoursText }];
}

/** One visit at a counter, done on the spot. */
export function onTheSpot(zh: string, en: string): readonly Step[] {
  return [
    ['受理并核对', 'Received and checked', zh, en, 0],
    ['当场办结', 'Done on the spot', zh, en, 0],
  ];
}

/** Received, examined, decided: the days are those of the examination and of the result. */
export function inTurn(office: Pair, examined: number, finished: number): readonly Step[] {
  const [zh, en] = office;
  return [
    ['受理', 'Received', zh, en, 0],
    ['审核', 'Examined', zh, en, examined],
    ['办结并送达', 'Decided and delivered', zh, en, finished],
  ];
}
