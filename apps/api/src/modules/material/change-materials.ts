import { affectedRows } from '../../database/index.ts';
import type { Taking, Tx } from '../../platform/command/index.ts';

/** On submission: the so many files of the draft are those of the case that it becomes, under the same id. */
export function filesOfNewCase(draftId: string, rows: number): Taking {
  return {
    sql: "update materials set owner_kind = 'case' where owner_kind = 'draft' and owner_id in",
    owner: draftId,
    rows,
  };
}

/** A draft is thrown away: its files go with it, their keys are destroyed. Two statements; returns how many there were. */
export async function removeMaterials(tx: Tx, ownerKind: 'draft' | 'case', ownerId: string): Promise<number> {
  const mine = 'from materials where owner_kind = ? and owner_id = ?';
  await affectedRows(tx.em, `delete from blobs where id in (select blob_id ${mine} and blob_id is not null)`, [
    ownerKind,
    ownerId,
  ]);
  return affectedRows(tx.em, `delete ${mine}`, [ownerKind, ownerId]);
}

/** Files that a later round of corrections took the place of: kept with the case, listed no more. */
export function retireMaterials(
  tx: Tx,
  caseId: string,
  requirement: { readonly key: string; readonly beforeRound: number },
): Promise<number> {
  return affectedRows(
    tx.em,
    "update materials set state = 'replaced', place = null where owner_kind = 'case' and owner_id = ? and requirement_key = ? and round < ? and state <> 'unsafe'",
    [caseId, requirement.key, requirement.beforeRound],
  );
}
