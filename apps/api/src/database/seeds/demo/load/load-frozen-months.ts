import { instantAt } from '@yitang/domain/calendar';
import { completeMonthsUntil } from '@yitang/domain/high-frequency';
import { freezingDay } from '@yitang/domain/results';
import { freezeMonth } from '../../../../modules/reform/results/freeze-months.ts';
import { ReformMonth } from '../../../../modules/reform/results/reform-month.entity.ts';
import { systemPrincipal } from '../../../../platform/principal/index.ts';
import { demoUniversity } from '../organization/index.ts';
import type { CatalogStage } from './load-catalog-story.ts';

/** Those that have twelve whole months of the demo's two years behind them; of an earlier one a set would rest on less. */
const monthsFrozen = 13;
const minutes = 22 * 60 + 10;

/**
 * The months that the server would have frozen, each at its own time with what had been recorded until then. What is frozen
 * is left alone, so that a run that broke off is gone on with.
 */
export async function loadFrozenMonths({ orm, deps, clock, referenceDate }: CatalogStage): Promise<void> {
  const { months } = completeMonthsUntil(referenceDate, monthsFrozen);
  for (const month of months) {
    const day = freezingDay(month);
    if (day >= referenceDate) continue;
    if ((await orm.em.fork().count(ReformMonth, { month })) > 0) continue;
    clock.set(instantAt(day, minutes, demoUniversity.timeZone));
    const caller = { principal: systemPrincipal('seed') };
    await freezeMonth({ deps, em: orm.em.fork(), now: clock.now() }, caller, month);
  }
}
