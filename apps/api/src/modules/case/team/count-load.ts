import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';

export interface Load {
  readonly open: number;
  readonly overdue: number;
}

/** Whether the date that an office must keep lies before a day; the clock of a suspended case stands. */
export const overdueCondition = `status in ('submitted', 'handling') and
  coalesce(case when status = 'handling' then due_on else act_by end, due_on, act_by) < ?`;

/** By inbox, what is open and what of it is late. Reads the open cases of these inboxes along their index. */
export async function countLoad(
  em: Em,
  inboxes: readonly string[],
  lateBefore: CivilDate,
): Promise<ReadonlyMap<string, Load>> {
  if (inboxes.length === 0) return new Map();
  const rows = await em.execute<{ inbox: string; cases: unknown; late: unknown }[]>(
    `select inbox_post as inbox, count(*) as cases, sum(case when ${overdueCondition} then 1 else 0 end) as late
       from cases where inbox_post in (${inboxes.map(() => '?').join(', ')}) and inbox_view = 'open'
      group by inbox_post`,
    [lateBefore, ...inboxes],
  );
  return new Map(rows.map(({ inbox, cases, late }) => [inbox, { open: Number(cases), overdue: Number(late) }]));
}
