import type { BatchRowData } from '@yitang/contract';
import type { Em } from '../../../database/index.ts';

type Changes = BatchRowData['changes'];
type Operation = keyof Changes;

/** By batch: of what is published by the versions that it made, of what is planned by its drafts. */
export async function countChanges(em: Em, batchIds: readonly string[]): Promise<Map<string, Changes>> {
  const changes = new Map<string, Changes>();
  if (batchIds.length === 0) return changes;
  const among = `in (${batchIds.map(() => '?').join(', ')})`;
  const rows = await em.execute<{ batch_id: string; operation: Operation; changed: number | string }[]>(
    `select batch_id, operation, count(*) as changed from matter_drafts
       where batch_id ${among} and status <> 'published' group by batch_id, operation
     union all
     select batch_id, case when version = 1 then 'add' else 'change' end as operation, count(*) as changed
       from matter_versions where batch_id ${among} group by batch_id, case when version = 1 then 'add' else 'change' end
     union all
     select retired_batch_id as batch_id, 'retire' as operation, count(*) as changed
       from matters where retired_batch_id ${among} group by retired_batch_id`,
    [...batchIds, ...batchIds, ...batchIds],
  );
  for (const { batch_id: id, operation, changed } of rows) {
    changes.set(id, { ...(changes.get(id) ?? noChanges), [operation]: Number(changed) });
  }
  return changes;
}

export const noChanges: Changes = { add: 0, change: 0, retire: 0 };
