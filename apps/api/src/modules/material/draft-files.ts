import { familyOfEm, type Em } from '../../database/index.ts';
import type { MaterialRow } from './list-materials.ts';

type File = Pick<MaterialRow, 'id' | 'requirementKey' | 'round' | 'name' | 'size' | 'type' | 'sha256' | 'state'>;
const columns = {
  id: 'id',
  requirementKey: 'requirement_key',
  round: 'round',
  name: 'name',
  size: 'size',
  type: 'type',
  sha256: 'sha256',
  state: 'state',
} as const satisfies Record<keyof File, string>;

/**
 * The files of a draft as one column of somebody else's statement, for the one place where a statement of its own is
 * one too many; `draftId` is SQL (`d.id`). Read it with `readDraftFiles`.
 */
export function draftFilesColumn(em: Em, draftId: string): string {
  const [collect, record] =
    familyOfEm(em) === 'sqlite' ? ['json_group_array', 'json_object'] : ['json_arrayagg', 'json_object'];
  const pairs = Object.entries(columns).map(([name, column]) => `'${name}', m.${column}`);
  return `(select ${collect}(${record}(${pairs.join(', ')})) from materials m
    where m.owner_kind = 'draft' and m.owner_id = ${draftId} and m.state in ('clean', 'waiting'))`;
}

/** Oldest first, as `listMaterials` gives them. */
export function readDraftFiles(column: unknown): MaterialRow[] {
  const files = (typeof column === 'string' ? JSON.parse(column) : column) as MaterialRow[] | null;
  return [...(files ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
}
