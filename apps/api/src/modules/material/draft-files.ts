import type { MaterialRow } from './list-materials.ts';

/** Columns of a draft's file in a row of somebody else's statement; all null where the draft has none. */
export interface DraftFileRow {
  file_id: string | null;
  file_requirement: string;
  file_round: number;
  file_name: string;
  file_size: number;
  file_type: MaterialRow['type'];
  file_sha256: string;
  file_state: MaterialRow['state'];
}

export const draftFileColumns = `m.id as file_id, m.requirement_key as file_requirement, m.round as file_round,
  m.name as file_name, m.size as file_size, m.type as file_type, m.sha256 as file_sha256, m.state as file_state`;

/**
 * The files of a draft as part of somebody else's statement, for the one place where a statement of its own is one too
 * many; `draftId` is SQL (`d.id`). A join, because MariaDB makes a table on disk for each JSON aggregate. Without a word of
 * their state, for which a server would count in another index: `readDraftFiles` leaves out what is no file any more.
 */
export const draftFilesJoin = (draftId: string): string =>
  `left join materials m on m.owner_kind = 'draft' and m.owner_id = ${draftId}`;

const listed: ReadonlySet<string> = new Set(['clean', 'waiting']);

/** Oldest first, as `listMaterials` gives them; a file may come in several rows. */
export function readDraftFiles(rows: readonly DraftFileRow[]): MaterialRow[] {
  const files = new Map<string, MaterialRow>();
  for (const row of rows)
    if (row.file_id !== null && listed.has(row.file_state) && !files.has(row.file_id))
      files.set(row.file_id, toFile(row.file_id, row));
  return [...files.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toFile(id: string, row: DraftFileRow): MaterialRow {
  return {
    id,
    requirementKey: row.file_requirement,
    round: Number(row.file_round),
    name: row.file_name,
    size: Number(row.file_size),
    type: row.file_type,
    sha256: row.file_sha256,
    state: row.file_state,
  };
}

/** All of them, also those that are no file any more: they go with the case as well. */
export const countDraftFiles = (rows: readonly DraftFileRow[]): number =>
  new Set(rows.map(({ file_id }) => file_id).filter((id) => id !== null)).size;
