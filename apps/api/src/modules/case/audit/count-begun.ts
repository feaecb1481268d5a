import type { Em } from '../../../database/index.ts';

/** Applications of a matter that are begun and not submitted, and those of them that nobody touched lately. */
export interface BegunDrafts {
  readonly begun: number;
  readonly left: number;
}

/** By matter. Drafts are kept for a month, so this table stays small whatever the number of cases. */
export async function countBegunDrafts(em: Em, untouchedSince: Date): Promise<Map<string, BegunDrafts>> {
  const rows = await em.execute<{ matterId: string; begun: number | string; untouched: number | string }[]>(
    `select d.matter_id as matterId, count(*) as begun, sum(case when d.updated_at < ? then 1 else 0 end) as untouched
       from case_drafts d left join cases c on c.id = d.id where c.id is null group by d.matter_id`,
    [untouchedSince],
  );
  return new Map(
    rows.map(({ matterId, begun, untouched }) => [matterId, { begun: Number(begun), left: Number(untouched) }]),
  );
}
