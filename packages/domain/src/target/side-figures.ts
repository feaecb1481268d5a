import { findCheckFaults, type TargetMatter } from './matter-checks.ts';
import type { TargetReading } from './target-definition.ts';

export const sideFigureKeys = [
  'once-by-volume',
  'instant',
  'faster',
  'online',
  'mobile',
  'full',
  'shared-materials',
] as const;
export type SideFigureKey = (typeof sideFigureKeys)[number];

/** A share in whole numbers; where `whole` is 0 there is none. */
export interface SideFigure {
  readonly key: SideFigureKey;
  readonly part: number;
  readonly whole: number;
  /** Matters that could not be counted, as they do not state what is asked. */
  readonly unknown: number;
}

/**
 * Figures beside the targets: 办件加权的最多跑一次率 (Σ V over once / Σ V), 即办率, 承诺提速率 (1 − Σ 承诺 / Σ 法定, of the matters that state
 * both), shares that are online, mobile and fully online, and of materials that need not be supplied by the applicant.
 */
export function sideFigures(
  matters: readonly TargetMatter[],
  reading: TargetReading,
  volumeOf: (matter: TargetMatter) => number,
): readonly SideFigure[] {
  const keeps = (check: 'once' | 'online' | 'mobile' | 'full') => (matter: TargetMatter) =>
    findCheckFaults(matter, [check], reading).length === 0;
  const share = (key: SideFigureKey, is: (matter: TargetMatter) => boolean): SideFigure => ({
    key,
    part: matters.filter(is).length,
    whole: matters.length,
    unknown: 0,
  });
  return [
    {
      key: 'once-by-volume',
      part: sum(matters.filter(keeps('once')), volumeOf),
      whole: sum(matters, volumeOf),
      unknown: matters.filter(({ visits }) => visits === null).length,
    },
    share('instant', ({ isInstant }) => isInstant),
    faster(matters),
    share('online', keeps('online')),
    share('mobile', keeps('mobile')),
    share('full', keeps('full')),
    sharedMaterials(matters),
  ];
}

function faster(matters: readonly TargetMatter[]): SideFigure {
  const stated = matters.filter(({ promisedDays, statutoryDays }) => promisedDays !== null && statutoryDays !== null);
  const whole = sum(stated, ({ statutoryDays }) => statutoryDays ?? 0);
  const part = Math.max(0, whole - sum(stated, ({ promisedDays }) => promisedDays ?? 0));
  return { key: 'faster', part, whole, unknown: matters.length - stated.length };
}

function sharedMaterials(matters: readonly TargetMatter[]): SideFigure {
  const materials = matters.flatMap((matter) => matter.materials);
  const part = materials.filter(({ isAsked }) => !isAsked).length;
  return { key: 'shared-materials', part, whole: materials.length, unknown: 0 };
}

const sum = <T>(entries: readonly T[], valueOf: (entry: T) => number): number =>
  entries.reduce((total, entry) => total + valueOf(entry), 0);
