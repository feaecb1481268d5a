import { instantOf, type Em } from '../../database/index.ts';
import type { FinishedCase, ListFinishedCases } from '../feedback/index.ts';

interface Row {
  id: string;
  number: string;
  person_id: string;
  matter_id: string;
  matter_code: string;
  matter_name: string;
  department_id: string;
  decided_at: unknown;
  due_on: string | null;
}

/** Cases that were decided in favour or against within a time, by id. It walks through all cases: for jobs alone. */
export const listFinishedCases: ListFinishedCases = async (em, { from, until, after, limit, withPlaces }) => {
  const rows = await em.execute<Row[]>(
    `select id, number, person_id, matter_id, matter_code, matter_name, department_id, decided_at, due_on from cases
      where id > ? and decided_at >= ? and decided_at < ? and status in ('approved', 'declined', 'delivered')
      order by id limit ?`,
    [after, from, until, limit],
  );
  const places = await firstPlaces(em, withPlaces ? rows : []);
  return rows.map((row): FinishedCase => ({
    ...{ id: row.id, number: row.number, personId: row.person_id, departmentId: row.department_id },
    ...{ matterId: row.matter_id, matterCode: row.matter_code, matterName: row.matter_name },
    ...{ decidedAt: instantOf(row.decided_at), dueOn: row.due_on },
    placeId: places.get(row.id) ?? null,
  }));
};

/** Where the applicant of each case was first received. */
async function firstPlaces(em: Em, cases: readonly Row[]): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  for (let at = 0; at < cases.length; at += 500) {
    const ids = cases.slice(at, at + 500).map(({ id }) => id);
    const visits = await em.execute<{ case_id: string; place_id: string }[]>(
      `select vc.case_id, v.place_id from visit_cases vc join visits v on v.id = vc.visit_id
        where vc.case_id in (${ids.map(() => '?').join(', ')}) order by v.started_at desc, v.id desc`,
      ids,
    );
    for (const { case_id, place_id } of visits) places.set(case_id, place_id);
  }
  return places;
}
