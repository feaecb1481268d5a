import { contradictsTrips, isUnapproved, type TargetMatter } from './matter-checks.ts';
import { keepsCheck } from './reading.ts';
import { sideFigureKeys, type MatterCheck, type MatterFigureKey, type SideFigureKey } from '../vocabulary/index.ts';
import type { TargetReading } from './target-definition.ts';

/** A share in whole numbers; where `whole` is 0 there is none. */
export interface MatterFigure<Key extends MatterFigureKey = MatterFigureKey> {
  readonly key: Key;
  readonly part: number;
  readonly whole: number;
  /** Matters that could not be counted, as they do not state what is asked. */
  readonly unknown: number;
}
export type SideFigure = MatterFigure<SideFigureKey>;

/** What one matter adds to a figure: matters, cases, working days or materials. */
export interface MatterShare {
  readonly matter: TargetMatter;
  readonly part: number;
  readonly whole: number;
  readonly isUnknown: boolean;
}

export interface FigureBase {
  readonly matters: readonly TargetMatter[];
  readonly reading: TargetReading;
  readonly volumeOf: (matter: TargetMatter) => number;
  /** Codes of 特殊要求 by an approval that holds. */
  readonly excluded: ReadonlySet<string>;
}

/**
 * Figures beside the targets: 办件加权的最多跑一次率 (Σ V over once / Σ V), 即办率, 承诺提速率 (1 − Σ 承诺 / Σ 法定, of the matters that state
 * both), shares that are online, mobile and fully online, and of materials that need not be supplied by the applicant.
 */
export const sideFigures = (base: FigureBase): readonly SideFigure[] =>
  sideFigureKeys.map((key) => sumShares(key, sharesOf(key, base)));

/** The figure that these shares make. */
export function sumShares<Key extends MatterFigureKey>(key: Key, shares: readonly MatterShare[]): MatterFigure<Key> {
  return {
    key,
    part: Math.max(
      0,
      sum(shares, ({ part }) => part),
    ),
    whole: sum(shares, ({ whole }) => whole),
    unknown: shares.filter(({ isUnknown }) => isUnknown).length,
  };
}

/** Matter by matter what a figure is made of. */
export function sharesOf(key: MatterFigureKey, base: FigureBase): readonly MatterShare[] {
  const shareOf = sharers(base)[key];
  return base.matters.map((matter) => ({ matter, isUnknown: false, ...shareOf(matter) }));
}

type Sharer = (matter: TargetMatter) => Omit<MatterShare, 'matter' | 'isUnknown'> & { readonly isUnknown?: boolean };

function sharers({ reading, volumeOf, excluded }: FigureBase): Record<MatterFigureKey, Sharer> {
  const keeps = (matter: TargetMatter, check: MatterCheck): boolean => keepsCheck(matter, check, reading);
  const one =
    (is: (matter: TargetMatter) => boolean): Sharer =>
    (matter) => ({ part: is(matter) ? 1 : 0, whole: 1 });
  return {
    'once-by-volume': (matter) => {
      const whole = volumeOf(matter);
      return { part: keeps(matter, 'once') ? whole : 0, whole, isUnknown: matter.visits === null };
    },
    instant: one(({ isInstant }) => isInstant),
    faster,
    online: one((matter) => keeps(matter, 'online')),
    mobile: one((matter) => keeps(matter, 'mobile')),
    full: one((matter) => keeps(matter, 'full')),
    'shared-materials': ({ materials }) => ({
      part: materials.filter(({ isAsked }) => !isAsked).length,
      whole: materials.length,
    }),
    once: one((matter) => keeps(matter, 'once')),
    'visits-0': one(({ visits }) => visits === 0),
    'visits-1': one(({ visits }) => visits === 1),
    'visits-2': one(({ visits }) => visits === 2),
    'visits-3': one(({ visits }) => visits !== null && visits >= 3),
    'visits-unknown': one(({ visits }) => visits === null),
    contradictory: one(contradictsTrips),
    unapproved: one((matter) => isUnapproved(matter, excluded)),
  };
}

function faster({ promisedDays, statutoryDays }: TargetMatter): ReturnType<Sharer> {
  if (promisedDays === null || statutoryDays === null) return { part: 0, whole: 0, isUnknown: true };
  return { part: statutoryDays - promisedDays, whole: statutoryDays };
}

const sum = <T>(entries: readonly T[], valueOf: (entry: T) => number): number =>
  entries.reduce((total, entry) => total + valueOf(entry), 0);
