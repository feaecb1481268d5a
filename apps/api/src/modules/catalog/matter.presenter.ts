import type { MatterCard, MatterGuide } from '@yitang/contract';
import { chosenHandlingItem, type Guide, type GuideStep, type MaterialRequirement } from '@yitang/domain/catalog';
import { fieldsOf, isVisible, type Answers, type Condition } from '@yitang/domain/form';
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
    ...(guide.statutoryUnit && { statutoryUnit: guide.statutoryUnit }),
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

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Who asks for a guide: what they have chosen of its situations, and what else of the catalog it names. */
export interface GuideContext {
  readonly latestVersion: number;
  readonly answers: Answers;
  readonly departmentName: (id: string) => string | undefined;
  readonly placesOf: (guide: Guide) => GuideView['places'];
  /** Entries of the 小微权力清单 in force that stand for these codes. */
  readonly powersOf: (codes: readonly string[]) => readonly Named[];
  /** Another matter by its code, in force or retired; null where there is none. */
  readonly findNamed: (code: string) => Named | null;
  /** It is no longer offered. */
  readonly retired?: GuideView['retired'];
}

export function presentGuide(matter: PublishedMatter, card: Card, context: GuideContext): GuideView {
  const { guide, summary } = matter;
  const { answers } = context;
  const item = chosenHandlingItem(matter, answers);
  const stepsIn = (steps: readonly GuideStep[] = []) => steps.flatMap((step) => presentStep(guide, step, answers));
  return {
    ...card,
    lifeEvents: [...summary.lifeEvents],
    keywords: [...summary.keywords],
    version: matter.version,
    effectiveFrom: matter.effectiveFrom,
    latestVersion: context.latestVersion,
    isSample: guide.isSample,
    summary: guide.summary,
    visitReason: guide.visitReason,
    conditions: [...guide.conditions],
    preconditions: matter.preconditions.map(({ key, label }) => ({ key, label })),
    basis: [...guide.basis],
    powers: [...context.powersOf(guide.powerCodes ?? [])],
    situations: presentSituations(guide, answers),
    handlingItem: item === undefined ? null : { code: item.code, name: item.name },
    materials: guide.materials.map((material) => presentMaterial(guide, material, answers)),
    steps: stepsIn(guide.steps),
    stepsOffline: stepsIn(guide.stepsOffline),
    specialProcedures: (guide.specialProcedures ?? []).map(({ name, basis, limitDays }) => ({
      name,
      basis,
      limitDays,
    })),
    windows: [...(guide.windows ?? [])],
    ...presentRare(guide),
    quota: guide.quota ?? null,
    intermediary: guide.intermediary ?? null,
    fees: [...guide.fees],
    result: guide.result,
    resultDelivery: [...guide.resultDelivery],
    places: context.placesOf(guide),
    consultPhone: guide.consultPhone,
    complaintPhone: guide.complaintPhone,
    consultAddress: guide.consultAddress ?? null,
    complaintAddress: guide.complaintAddress ?? null,
    handlingOffice: guide.handlingOffice ?? null,
    owners: presentOwners(guide),
    isBookable: guide.isBookable === true,
    jointDepartments: (guide.jointDepartmentIds ?? []).flatMap((id) => context.departmentName(id) ?? []),
    components: (guide.componentCodes ?? []).flatMap((code) => context.findNamed(code) ?? []),
    retired: context.retired ?? null,
    remedy: guide.remedy,
    faqs: [...guide.faqs],
  };
}

/** What few guides say takes no bytes in the others. */
function presentRare({
  audienceGroups,
  booking,
  postedParts,
}: Guide): Pick<GuideView, 'audienceGroups' | 'booking' | 'postedParts'> {
  return {
    ...(audienceGroups && { audienceGroups }),
    ...(booking && { booking }),
    ...(postedParts && { postedParts }),
  };
}

function presentOwners({ ownerA, ownerB }: Guide): GuideView['owners'] {
  const both = [
    { duty: 'A' as const, owner: ownerA },
    { duty: 'B' as const, owner: ownerB },
  ];
  return both.flatMap(({ duty, owner }) => (owner ? [{ duty, name: owner.name, phone: owner.phone ?? null }] : []));
}

/** Questions that the answers so far have brought up. */
function presentSituations(guide: Guide, answers: Answers): GuideView['situations'] {
  return (guide.situations ?? [])
    .filter(({ showWhen }) => isVisible(showWhen, answers))
    .map(({ key, question, options }) => {
      const answer = answers[key];
      const chosen = options.find(({ value }) => value === answer)?.value ?? null;
      return {
        key,
        question,
        options: options.map(({ value, label, leaf }) => ({ value, label, ...(leaf !== undefined && { leaf }) })),
        chosen,
      };
    });
}

function presentMaterial(
  guide: Guide,
  {
    showWhen,
    accepts,
    issuedByMatter: _issuer,
    isProof: _proof,
    sourceChannel: _channel,
    ...material
  }: MaterialRequirement,
  answers: Answers,
): GuideView['materials'][number] {
  return { ...material, accepts: [...accepts], isNeeded: needOf(guide, showWhen, answers) };
}

/** A step that is gone through in the chosen situations, or may be. */
function presentStep(guide: Guide, { showWhen, ...step }: GuideStep, answers: Answers): GuideView['steps'] {
  const isNeeded = needOf(guide, showWhen, answers);
  return isNeeded === 'no' ? [] : [{ ...step, isNeeded }];
}

/** What isn't chosen yet, or only the form will ask, may still bring it up. */
function needOf(guide: Guide, condition: Condition | undefined, answers: Answers): 'yes' | 'no' | 'depends' {
  if (isVisible(condition, answers)) return 'yes';
  const isOpen = (field: string): boolean => answers[field] === undefined || !asks(guide, field);
  return fieldsOf(condition).some(isOpen) ? 'depends' : 'no';
}

const asks = (guide: Guide, field: string): boolean => guide.situations?.some(({ key }) => key === field) ?? false;
