import type { TargetMatter } from '@yitang/domain/target';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { findPlannedChanges, type PlannedChange } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
import { sourceOf } from './target-matter.ts';
import { factsOf, type DayFacts, type TargetSource } from './day-facts.ts';

export interface Forecast {
  readonly facts: DayFacts;
  /** Changes that are due by then. */
  readonly due: readonly PlannedChange[];
}

export interface Outlook {
  readonly planned: readonly PlannedChange[];
  /** As the catalog will be when the batches that have a day by then take effect. */
  on(day: CivilDate): Forecast;
  /** With the batches that are planned without a day as well. */
  withUndated(day: CivilDate): Forecast;
}

/** What is to come, if the batches take effect on their days. Volumes, and with them 高频事项, stay those of today. */
export async function loadOutlook(call: Asking, source: TargetSource, now: DayFacts): Promise<Outlook> {
  const planned = await findPlannedChanges(call.em, call.deps.config.timeZone);
  const forecast = (day: CivilDate, due: readonly PlannedChange[]): Forecast => {
    const matters = now.matters === null ? null : changed(source, day, due);
    return { facts: { ...factsOf(source, { on: day, matters, volumes: now.volumes }), frozen: now.frozen }, due };
  };
  const dueOn = (day: CivilDate) => planned.filter(({ on }) => on !== null && on <= day);
  return {
    planned,
    on: (day) => forecast(day, dueOn(day)),
    withUndated: (day) => forecast(day, [...dueOn(day), ...planned.filter(({ on }) => on === null)]),
  };
}

function changed(
  { days, today }: TargetSource,
  day: CivilDate,
  changes: readonly PlannedChange[],
): readonly TargetMatter[] {
  const byCode = new Map(days.on(day, today).map((matter) => [matter.code, matter]));
  for (const { code, content } of changes) {
    if (content === null) byCode.delete(code);
    else byCode.set(code, days.drafted(sourceOf(content, byCode.get(code)?.id ?? code)));
  }
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
