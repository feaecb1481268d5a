import type { TargetOutcomeData } from '@yitang/contract';
import type { TargetDefinition, TargetResult } from '@yitang/domain/target';
import type { CivilDate } from '@yitang/domain/vocabulary';

/** Of a result the figures; its lists are asked for by themselves. */
export function presentOutcome(
  { measure }: TargetDefinition,
  result: TargetResult,
  day: { readonly on: CivilDate; readonly today: CivilDate },
): TargetOutcomeData {
  const requires = new Map(measure.kind === 'share' ? measure.numerators.map((one) => [one.key, one.requires]) : []);
  return {
    on: day.on,
    isForecast: day.on > day.today,
    state: result.state,
    reason: result.reason,
    denominator: result.base.length,
    excluded: result.excluded.length,
    numerators: result.numerators.map(({ key, members, state }) => ({
      key,
      requires: [...(requires.get(key) ?? [])],
      count: members.length,
      state,
    })),
    records: result.records.map((one) => ({ ...one })),
  };
}
