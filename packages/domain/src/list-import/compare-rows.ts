import { readField, writeFields, type FieldPath, type MatterContent } from '../catalog/index.ts';
import { isSame } from './is-same.ts';
import { nameKey, type ListRow, type RowFault } from './read-rows.ts';

/** A matter that is published, or is being worked at in an open draft. */
export interface KnownMatter {
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
}

/** Finds the matter of a row: by its code, or else by its name and department. */
export function matcher<Known extends KnownMatter>(known: readonly Known[]): (row: ListRow) => Known | undefined {
  const byCode = new Map(known.map((matter) => [matter.code.toUpperCase(), matter]));
  const byName = new Map(known.map((matter) => [nameKey(matter), matter]));
  return (row) => (row.code === null ? undefined : byCode.get(row.code.toUpperCase())) ?? byName.get(nameKey(row));
}

export interface FieldChange {
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields in which a row differs from what stands there. */
export function changesOf(row: ListRow, content: MatterContent): FieldChange[] {
  return [...row.changes].flatMap(([path, steps]) => {
    const before = readField(content, path) ?? null;
    const after = steps.reduce<unknown>((current, step) => step(current), before);
    return isSame(before, after) ? [] : [{ path, before, after }];
  });
}

export const withChanges = (content: MatterContent, changes: readonly FieldChange[]): MatterContent =>
  writeFields(content, new Map(changes.map(({ path, after }) => [path, after])));

/** A fault of the whole row. */
export const rowFault = ({ sheet, row, name }: ListRow, message: string): RowFault => ({
  sheet,
  row,
  index: null,
  column: '',
  read: name,
  message,
});
