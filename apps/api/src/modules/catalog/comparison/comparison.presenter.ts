import type { FieldChangeData, LeafChangeData } from '@yitang/contract';
import { contentFields, type FieldPath } from '@yitang/domain/catalog';
import type { FieldChange, LeafChange } from '@yitang/domain/comparison';
import { wordOf } from '../consistency/value-words.ts';
import { partName } from './part-names.ts';

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
  const places = place === '' ? [] : place.split('/');
  const field = path.split('.').at(-1) ?? path;
  const named = places.filter((key) => !/^\d+$/u.test(key));
  const key = named.at(-1) ?? field;
  const words = departmentFields.includes(path) ? nameOf : (text: string) => valueWord({ field, places, key }, text);
  return {
    label: places.length === 0 ? '' : partName(key),
    within: places.length > 1 ? places.slice(0, -1).map(partName).join(' › ') : null,
    isSet,
    parts: parts.map(({ kind, text }) => ({ kind, text: words(text) })),
  };
}

/** A code in words where one is known: of the part in its field or list (`result.kind`), or of the part by itself. */
function valueWord(at: { field: string; places: readonly string[]; key: string }, text: string): string {
  const owner = at.places.length > 1 ? (at.places[0] ?? at.field) : at.field;
  const inField = wordOf(`${owner}.${at.key}`, text);
  return inField === text ? wordOf(at.key, text) : inField;
}
