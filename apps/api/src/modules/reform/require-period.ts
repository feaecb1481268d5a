import { civilDateAt } from '@yitang/domain/calendar';
import { completeMonthsUntil } from '@yitang/domain/high-frequency';
import type { CivilDate, CivilMonth } from '@yitang/domain/vocabulary';
import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';

export interface Period {
  readonly asOf: CivilDate;
  readonly firstMonth: CivilMonth;
  readonly lastMonth: CivilMonth;
  readonly months: readonly CivilMonth[];
}

/** @throws `request.invalid` for a day to come: its months have not been */
export function requirePeriod(
  call: Pick<Call, 'now' | 'deps'>,
  { asOf, months }: { readonly asOf?: CivilDate | undefined; readonly months: number },
): Period {
  const today = civilDateAt(call.now, call.deps.config.timeZone);
  if (asOf !== undefined && asOf > today) {
    const message = '只能统计到今天或以前的日期，请换一个日期。';
    throw problem('request.invalid', { issues: [{ field: 'query.asOf', code: 'future', message }] });
  }
  const period = completeMonthsUntil(asOf ?? today, months);
  const [firstMonth = '', lastMonth = ''] = [period.months[0], period.months.at(-1)];
  return { asOf: asOf ?? today, firstMonth, lastMonth, months: period.months };
}

/** The place of a month in a period. @throws `request.invalid` for one that is not in it */
export function requireMonthWithin({ months }: Pick<Period, 'months'>, month: CivilMonth): number {
  const at = months.indexOf(month);
  if (at >= 0) return at;
  const message = '这个月不在统计期间里，请从表里点开一个月份。';
  throw problem('request.invalid', { issues: [{ field: 'query.month', code: 'out-of-period', message }] });
}
