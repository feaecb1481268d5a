import { addDays, instantAt, type WorkingCalendar } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { createApp } from '../../../../app.ts';
import { catalogKey } from '../../../../modules/catalog/index.ts';
import { modules } from '../../../../modules/index.ts';
import { fixedClock } from '../../../../platform/clock/index.ts';
import { demoUniversity } from '../organization/index.ts';
import { dayKindOf } from '../past-cases/season.ts';
import type { DemoPeople } from '../people/index.ts';
import { endpointCaller } from './call-endpoints.ts';
import type { CatalogStage } from './load-catalog-story.ts';
import { demoIds, type DemoOrigin } from './load-context.ts';
import type { DemoDeps } from './load-demo.ts';

export interface Played extends DemoOrigin {
  readonly people: DemoPeople;
  readonly calendar: WorkingCalendar;
}

/** Plays a part of the story by the commands that people use, in an app of its own, whose clock stands where the story does. */
export async function playOnStage(
  deps: DemoDeps,
  played: Played,
  play: (stage: CatalogStage) => Promise<void>,
): Promise<void> {
  const { orm, log } = deps;
  const { people, referenceDate } = played;
  const instantBefore: CatalogStage['instantBefore'] = (workdays, minutes, day = referenceDate) =>
    instantAt(workdayBefore(day, workdays, played), minutes, demoUniversity.timeZone);
  const clock = fixedClock(instantBefore(1, 0));
  // Its jobs are left to the one that serves.
  const app = createApp({ config: { ...deps.config, hasJobs: false }, orm, log, clock, modules });
  await app.start();
  // The clock jumps from day to day, and what is published stays as it is meanwhile.
  app.deps.services.get(catalogKey).stop();
  try {
    const call = endpointCaller(
      app.deps,
      modules.flatMap(({ routes }) => routes ?? []),
    );
    const ids = demoIds(played);
    await play({ orm, deps: app.deps, call, clock, ids, people: people.people, instantBefore, referenceDate });
  } finally {
    await app.stop();
  }
}

/** The working day so many working days before a day. */
export function workdayBefore(day: CivilDate, workdays: number, { calendar }: Pick<Played, 'calendar'>): CivilDate {
  let found = day;
  for (let left = workdays; left > 0;) {
    found = addDays(found, -1);
    if (dayKindOf(calendar, found) === 'workday') left -= 1;
  }
  return found;
}
