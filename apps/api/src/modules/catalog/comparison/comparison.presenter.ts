import type { FieldChangeData, LeafChangeData } from '@yitang/contract';
import { contentFields, type FieldPath } from '@yitang/domain/catalog';
import type { FieldChange, LeafChange } from '@yitang/domain/comparison';
import { leafInWords } from './leaf-in-words.ts';

/** Changes with codes as people read them; departments by their names. */
export function presentChanges(
  changes: readonly FieldChange[],
  departmentName: (id: string) => string,
): FieldChangeData[] {
  return changes.map(({ path, kind, entries }) => ({
    path,
    section: contentFields[path].section,
    kind,
    entries: entries.map((entry) => ({
      ...entry,
      leaves: entry.leaves.map((leaf) => presentLeaf(path, leaf, departmentName)),
    })),
  }));
}

const departmentFields: readonly FieldPath[] = ['summary.departmentId', 'guide.jointDepartmentIds'];

function presentLeaf(
  path: FieldPath,
  { place, isSet, parts }: LeafChange,
  nameOf: (id: string) => string,
): LeafChangeData {
  const field = path.split('.').at(-1) ?? path;
  const { label, within, wordFor } = leafInWords(field, place);
  const words = departmentFields.includes(path) ? nameOf : wordFor;
  return { label, within, isSet, parts: parts.map(({ kind, text }) => ({ kind, text: words(text) })) };
}
