import type { MatterCheck, TargetAudience, TargetScope } from '../vocabulary/index.ts';
import type { VisitDefinition } from '../visit/index.ts';
import { findCheckFaults, type TargetMatter } from './matter-checks.ts';
import type { DepthThreshold, TargetDefinition, TargetReading } from './target-definition.ts';

/** As the document's own targets read matters by default; whatever is said of a matter outside a target goes by this. */
export const usualReading: TargetReading = { audience: 'all', trips: '2019', depth: 2 };

/** Whether a matter keeps a check: in a target as that one reads it, outside of any as usual. */
export const keepsCheck = (matter: TargetMatter, check: MatterCheck, reading = usualReading): boolean =>
  findCheckFaults(matter, [check], reading).length === 0;

/** What may be read otherwise than the target says; `special: 'all'` counts 特殊要求的事项 too. */
export interface OtherReading {
  readonly trips?: VisitDefinition | undefined;
  readonly audience?: TargetAudience | undefined;
  readonly depth?: DepthThreshold | undefined;
  readonly scope?: TargetScope | undefined;
  readonly special?: 'all' | undefined;
}

/** The target with another reading; what it does not name stays. */
export function readOtherwise(definition: TargetDefinition, other: OtherReading): TargetDefinition {
  const { measure } = definition;
  return {
    ...definition,
    trips: other.trips ?? definition.trips,
    audience: other.audience ?? definition.audience,
    depth: other.depth ?? definition.depth,
    measure:
      measure.kind === 'records'
        ? measure
        : {
            ...measure,
            scope: other.scope ?? measure.scope,
            excludesSpecial: other.special === undefined && measure.excludesSpecial,
          },
  };
}

/** The readings beside the target's own, one thing at a time; only those that can change its figures. */
export function otherReadings({ measure, ...reading }: TargetDefinition): readonly OtherReading[] {
  if (measure.kind === 'records') return [];
  const checks = new Set(measure.numerators.flatMap(({ requires }) => requires));
  const otherScope = measure.scope === 'high-frequency-current' ? 'high-frequency-frozen' : 'high-frequency-current';
  return [
    ...(checks.has('once') ? [{ trips: reading.trips === '2019' ? '2017' : '2019' } as const] : []),
    { audience: reading.audience === 'all' ? 'campus' : 'all' },
    ...(checks.has('online') ? [{ depth: reading.depth === 2 ? 3 : 2 } as const] : []),
    ...(measure.scope === 'all' ? [] : [{ scope: otherScope } as const]),
    ...(measure.excludesSpecial ? [{ special: 'all' } as const] : []),
  ];
}
