import type { ReformResultsData } from '@yitang/contract';
import { isHeavier, isLighter, type Reduction } from '@yitang/domain/reduction';
import { burdenMeasures, type CivilDate } from '@yitang/domain/vocabulary';
import type { Asking } from '../asking.ts';
import { departmentNames } from '../frequency/department-names.ts';
import { compareIn } from '../reduction/compare-days.ts';
import { sumOf } from '../reduction/reduction.presenter.ts';
import type { Counted } from './figure-lists.ts';

const none: Counted<null> = { value: null, lists: new Map(), others: [] };

/** What matters ask of people on the first day of the catalog and on this one; null: it is the same day. */
export async function resultReduction(
  call: Asking,
  firstDay: CivilDate | undefined,
  asOf: CivilDate,
): Promise<Counted<ReformResultsData['reduction']>> {
  if (firstDay === undefined || firstDay >= asOf) return none;
  const { from, to, rows } = await compareIn(call, { from: firstDay, to: asOf }, undefined);
  const nameOf = departmentNames(call);
  const lists = new Map<string, string[]>();
  for (const { code, reduction } of rows)
    for (const figure of reduction === null ? [] : figuresOf(reduction)) {
      const known = lists.get(figure);
      if (known === undefined) lists.set(figure, [code]);
      else known.push(code);
    }
  return {
    value: { from, to, sum: sumOf(rows) },
    lists,
    others: rows.map(({ code, name, departmentId }) => ({ code, name, department: nameOf(departmentId) })),
  };
}

function figuresOf(reduction: Reduction): string[] {
  const changes = new Map(reduction.measures.map(({ measure, change }) => [measure, change ?? 0]));
  return [
    ...(isLighter(reduction) ? ['reduction.lighter'] : []),
    ...(isHeavier(reduction) ? ['reduction.heavier'] : []),
    ...(reduction.becameInstant === true ? ['reduction.instant'] : []),
    ...burdenMeasures.flatMap((measure) => {
      const change = changes.get(measure) ?? 0;
      return change === 0 ? [] : [`reduction.${measure}.${change < 0 ? 'lighter' : 'heavier'}`];
    }),
    ...reduction.addedServices.map((service) => `reduction.service.${service}`),
  ];
}
