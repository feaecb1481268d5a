import type { ReadContext } from './cell-readers.ts';
import type { ListTable } from './find-tables.ts';
import type { ImportTargetKey } from './import-targets.ts';
import { matchNames } from './match-names.ts';
import { readDays } from './read-values.ts';
import { plainForm, textOf } from './sheet.ts';

/** For each column of a list what it holds; null: it is left out. */
export type ColumnMapping = readonly (ImportTargetKey | null)[];

/** What the contents of a column without a known name look like. */
const looks: readonly (readonly [ImportTargetKey, (text: string, context: ReadContext) => boolean])[] = [
  ['code', (text) => /^[A-Z0-9]{5}-\d{3}-\d{2}-\d{3}-\d{3}$/.test(text)],
  ['onlineUrl', (text) => /^https?:\/\//.test(text)],
  ['consultPhone', (text) => /^(0\d{2,3}[-—]?)?\d{7,8}$|^1\d{10}$/.test(text)],
  ['promised', (text) => /工作日|^即办$/.test(text) && typeof readDays(text) === 'number'],
  ['department', (text, { findDepartment }) => findDepartment(text) !== undefined],
];

const enoughSamples = 3;

/** What each column holds: by its name, and where that says nothing by what stands in it. Nothing is proposed twice. */
export function proposeMapping(table: ListTable, context: ReadContext): ColumnMapping {
  const wanted = table.columns.flatMap(({ label }, column) =>
    matchNames(label).map(({ key, score }) => ({ column, key, score })),
  );
  const proposed = new Map<number, ImportTargetKey>();
  const used = new Set<ImportTargetKey>();
  const take = (column: number, key: ImportTargetKey) => {
    if (proposed.has(column) || used.has(key)) return;
    proposed.set(column, key);
    used.add(key);
  };
  for (const { column, key } of wanted.sort((a, b) => b.score - a.score)) take(column, key);
  for (const column of table.columns.keys()) {
    if (proposed.has(column)) continue;
    const samples = samplesOf(table, column, 20).map((text) => plainForm(text));
    const found = looks.find(([, fits]) =>
      samples.every((sample) => fits(sample.toUpperCase(), context) || fits(sample, context)),
    );
    if (samples.length >= enoughSamples && found !== undefined) take(column, found[0]);
  }
  return table.columns.map((_, column) => proposed.get(column) ?? null);
}

/** The first different texts of a column. */
export function samplesOf({ columns, parts }: ListTable, column: number, most: number): string[] {
  const index = columns[column]?.index ?? 0;
  const samples = new Set<string>();
  for (const { rows } of parts) {
    for (const { cells } of rows) {
      const text = textOf(cells[index]);
      if (text !== '') samples.add(text);
      if (samples.size >= most) return [...samples];
    }
  }
  return [...samples];
}
