import type { CheckFault, MatterCheck } from '../vocabulary/index.ts';
import { needsCollection, type TargetMatter } from './matter-checks.ts';

/** What is tried out on a matter. */
export type ScenarioStep =
  | { readonly kind: 'online' | 'full' | 'mobile' | 'deliver' }
  | { readonly kind: 'drop'; readonly material: string }
  | { readonly kind: 'visits'; readonly visits: number };

/** Changes that are tried out, by code of the matter. */
export type Scenario = ReadonlyMap<string, readonly ScenarioStep[]>;

export const mostVisits = 9;
const separator = '~';
const material = /^[A-Za-z][A-Za-z0-9_.-]{0,59}$/;
const code = /^[A-Za-z0-9._-]{1,40}$/;

/** `CODE~online`, `CODE~drop~KEY`, `CODE~visits~1`: as it stands in an address. undefined: it says nothing. */
export function readScenarioStep(text: string): { readonly code: string; readonly step: ScenarioStep } | undefined {
  const [matter = '', kind, value = '', ...more] = text.split(separator);
  if (!code.test(matter) || more.length > 0) return undefined;
  const step = stepOf(kind, value);
  return step === undefined ? undefined : { code: matter, step };
}

function stepOf(kind: string | undefined, value: string): ScenarioStep | undefined {
  if (kind === 'drop') return material.test(value) ? { kind, material: value } : undefined;
  if (kind === 'visits') return /^\d$/.test(value) ? { kind, visits: Number(value) } : undefined;
  if (value !== '') return undefined;
  return kind === 'online' || kind === 'full' || kind === 'mobile' || kind === 'deliver' ? { kind } : undefined;
}

export function writeScenarioStep(matter: string, step: ScenarioStep): string {
  const value = step.kind === 'drop' ? [step.material] : step.kind === 'visits' ? [String(step.visits)] : [];
  return [matter, step.kind, ...value].join(separator);
}

/**
 * The matter as it would be. Delivery by post, locker or on the net takes away the trip for collecting; the last paper that
 * has to be brought takes away the one for handing in, where one can apply on the net. A number of trips that is set holds.
 */
export function applySteps(matter: TargetMatter, steps: readonly ScenarioStep[]): TargetMatter {
  const has = (kind: ScenarioStep['kind']): boolean => steps.some((step) => step.kind === kind);
  const isFull = has('full');
  const dropped = new Set(steps.flatMap((step) => (step.kind === 'drop' ? [step.material] : [])));
  const next = {
    ...matter,
    materials: matter.materials.filter(({ key }) => !dropped.has(key)),
    ...(has('mobile') ? { isMobile: true } : {}),
    ...(has('online') || isFull ? onNet(matter, isFull) : {}),
    ...(has('deliver') || isFull ? { delivery: delivered(matter) } : {}),
  };
  return { ...next, visits: visitsOf(matter, next, { isFull, steps }) };
}

const onNet = ({ channels, depth }: TargetMatter, isFull: boolean) => ({
  isOnline: true,
  hasLink: true,
  // Ⅲ is an application on the net whatever the threshold.
  depth: isFull ? 4 : Math.max(depth ?? 0, 3),
  channels: channels.includes('online') ? channels : [...channels, 'online' as const],
});

const delivered = ({ delivery }: TargetMatter): TargetMatter['delivery'] =>
  delivery.some((way) => way !== 'counter') ? delivery : [...delivery, 'electronic' as const];

const bringsPaper = ({ materials }: TargetMatter): boolean =>
  materials.some(({ isAsked, isPaper }) => isAsked && isPaper);

function visitsOf(
  before: TargetMatter,
  after: TargetMatter,
  { isFull, steps }: { readonly isFull: boolean; readonly steps: readonly ScenarioStep[] },
): number | null {
  const set = steps.findLast((step) => step.kind === 'visits');
  if (set !== undefined) return set.visits;
  if (isFull) return 0;
  if (before.visits === null) return null;
  const collection = needsCollection(before) && !needsCollection(after) ? 1 : 0;
  const handing = bringsPaper(before) && !bringsPaper(after) && after.isOnline ? 1 : 0;
  return Math.max(0, before.visits - collection - handing);
}

/** The steps that do away with what a matter lacks of some checks: what a shortest way proposes to try. */
export function stepsAgainst(faults: readonly CheckFault[], checks: readonly MatterCheck[]): readonly ScenarioStep[] {
  const has = (...some: readonly CheckFault[]): boolean => some.some((fault) => faults.includes(fault));
  const isFull = checks.includes('full') && faults.some((fault) => fault !== 'not-mobile');
  return [
    ...(isFull ? [{ kind: 'full' as const }] : []),
    ...(!isFull && has('visits-unknown', 'visits-many') ? [{ kind: 'visits' as const, visits: 1 }] : []),
    ...(!isFull && has('not-online', 'link-dead', 'depth-unknown', 'depth-low') ? [{ kind: 'online' as const }] : []),
    ...(has('not-mobile') ? [{ kind: 'mobile' as const }] : []),
  ];
}

/** Trips and papers that a change saves in a year, by what is declared: always 估算. null: trips are not stated. */
export interface DeclaredSaving {
  readonly trips: number | null;
  readonly papers: number;
}

/** @param cases a year of them */
export function declaredSaving(before: TargetMatter, after: TargetMatter, cases: number): DeclaredSaving {
  const asked = ({ materials }: TargetMatter): number => materials.filter(({ isAsked }) => isAsked).length;
  return {
    trips: before.visits === null || after.visits === null ? null : cases * (before.visits - after.visits),
    papers: cases * (asked(before) - asked(after)),
  };
}
