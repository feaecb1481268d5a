import type {
  CivilDate,
  MatterCheck,
  TargetAudience,
  TargetRecordKind,
  TargetRefusalCode,
  TargetScope,
} from '../vocabulary/index.ts';
import type { VisitDefinition } from '../visit/index.ts';

/** An exact fraction of whole numbers: 80 % is 4 / 5, all is 1 / 1. */
export interface Fraction {
  readonly num: number;
  readonly den: number;
}

/** One share of a target: the matters that keep every check of it. */
export interface Numerator {
  readonly key: string;
  readonly requires: readonly MatterCheck[];
}

/** A share of matters, or records that have to be there. */
export type TargetMeasure =
  | {
      readonly kind: 'share';
      readonly scope: TargetScope;
      /** Whether 特殊要求的事项 leave the base. */
      readonly excludesSpecial: boolean;
      /** One or two; the target is met when each reaches the threshold. */
      readonly numerators: readonly Numerator[];
      /** 以上 includes the figure itself. */
      readonly threshold: Fraction;
    }
  | { readonly kind: 'records'; readonly requires: readonly TargetRecordKind[] };

/** Online depth from which an application counts as handed in on the net. */
export const depthThresholds = [2, 3] as const;
export type DepthThreshold = (typeof depthThresholds)[number];

/** How matters are read: who they are for, which trips count, how deep online has to be. */
export interface TargetReading {
  readonly audience: TargetAudience;
  readonly trips: VisitDefinition;
  readonly depth: DepthThreshold;
}

/** A target (目标) of the reform as one version has it. */
export interface TargetDefinition extends TargetReading {
  readonly title: string;
  /** Words of the document, and its number and title. */
  readonly demand: string;
  readonly source: string;
  readonly measure: TargetMeasure;
  /** The day that the document sets; null: the university's own target. */
  readonly policyOn: CivilDate | null;
  /** The day of the university's own programme. */
  readonly localOn: CivilDate;
  /** What proves it. */
  readonly note: string;
}

export interface TargetFault {
  readonly code: TargetRefusalCode;
  /** Path inside the definition. */
  readonly field: string;
}

const mostParts = 10_000;

/** Everything that is wrong with a definition whose fields have the right shapes. */
export function findTargetFaults({ measure }: TargetDefinition): readonly TargetFault[] {
  if (measure.kind === 'records') return [];
  const { threshold, numerators, scope, excludesSpecial } = measure;
  const shares = numerators.map(({ requires }) => [...new Set(requires)].sort().join(' '));
  return [
    ...fault(!isShare(threshold), 'target.threshold', 'threshold'),
    ...fault(numerators.length < 1 || numerators.length > 2 || shares.includes(''), 'target.numerators', 'numerators'),
    ...fault(new Set(shares).size < shares.length, 'target.same-numerator', 'numerators'),
    ...fault(excludesSpecial && scope !== 'all', 'target.excludes-scope', 'excludesSpecial'),
  ];
}

function isShare({ num, den }: Fraction): boolean {
  return [num, den].every((part) => Number.isSafeInteger(part) && part >= 1 && part <= mostParts) && num <= den;
}

const fault = (isBroken: boolean, code: TargetRefusalCode, field: string): readonly TargetFault[] =>
  isBroken ? [{ code, field: `measure.${field}` }] : [];

/** `part` of `whole` is the fraction or more, in whole numbers. Of nothing nothing can be said: ask before. */
export function reaches(part: number, whole: number, { num, den }: Fraction): boolean {
  return part * den >= num * whole;
}

/** The smallest part of `whole` that reaches the fraction. */
export function leastReaching(whole: number, { num, den }: Fraction): number {
  return Math.ceil((num * whole) / den);
}
