import type { FilingSnapshot } from '@yitang/domain/filing';
import type { PackagePart } from '@yitang/domain/vocabulary';
import { catalogTable, detailTable } from './catalog-tables.ts';
import { coverTables } from './cover-table.ts';
import { frequencyTable } from './frequency-table.ts';
import { conflictTable, coverageTable, exclusionTable } from './other-tables.ts';
import type { PaperTable } from './paper-table.ts';
import { partTitles } from './paper-words.ts';
import { evidenceTable, missedTable, targetTable } from './target-tables.ts';

/** One file of a package that is made of the snapshot. */
export interface Paper {
  /** `02-catalog.xlsx`: in ASCII, because ZIP programs disagree about other names. */
  readonly path: string;
  readonly part: PackagePart;
  readonly title: string;
  readonly kind: 'xlsx' | 'pdf';
  readonly tables: (snapshot: FilingSnapshot) => readonly PaperTable[];
}

/** A long list is several volumes, so that making one needs little memory and can be given up in between. */
const rowsOfVolume = 500;

/** The papers of a package in their order; the decree is not made here, it is as it was uploaded. */
export function listPapers(snapshot: FilingSnapshot): Paper[] {
  const rows = snapshot.matters.length;
  const [catalog, evidence] = ['02-catalog', '04-evidence'];
  const fields = volumes({ name: `${catalog}-fields`, part: 'catalog', kind: 'xlsx', rows }, (from, until) => (of) => [
    slice(detailTable(of), from, until),
  ]);
  return [
    ...both('00-cover', 'cover', coverTables),
    paper({ name: catalog, part: 'catalog', kind: 'xlsx' }, (of) => [catalogTable(of)]),
    ...volumes({ name: catalog, part: 'catalog', kind: 'pdf', rows }, (from, until) => (of) => [
      catalogTable(of, from, until),
    ]),
    ...fields.map((each): Paper => ({ ...each, title: `${each.title}：事项要素` })),
    ...both('03-high-frequency', 'frequency', (of) => [frequencyTable(of)]),
    paper({ name: '04-targets', part: 'targets', kind: 'xlsx' }, (of) => [
      targetTable(of),
      evidenceTable(of),
      missedTable(of),
    ]),
    paper({ name: '04-targets', part: 'targets', kind: 'pdf' }, (of) => [targetTable(of)]),
    ...volumes({ name: evidence, part: 'targets', kind: 'pdf', rows }, (from, until) => (of) => [
      slice(evidenceTable(of), from, until),
    ]),
    ...both('05-exclusions', 'exclusions', (of) => [exclusionTable(of)]),
    ...both('06-volume-coverage', 'coverage', (of) => [coverageTable(of), conflictTable(of)]),
  ];
}

type Tables = Paper['tables'];
type Kind = Pick<Paper, 'part' | 'kind'> & { readonly name: string };

const paper = ({ name, part, kind }: Kind, tables: Tables): Paper => ({
  path: `${name}.${kind}`,
  part,
  title: partTitles[part],
  kind,
  tables,
});

const both = (name: string, part: PackagePart, tables: Tables): Paper[] => [
  paper({ name, part, kind: 'xlsx' }, tables),
  paper({ name, part, kind: 'pdf' }, tables),
];

function volumes(
  { name, part, kind, rows }: Kind & { readonly rows: number },
  volume: (from: number, until: number) => Tables,
): Paper[] {
  const count = Math.max(1, Math.ceil(rows / rowsOfVolume));
  return Array.from({ length: count }, (_, index): Paper => {
    const suffix = count === 1 ? '' : `-${String(index + 1).padStart(2, '0')}`;
    const tables = volume(index * rowsOfVolume, (index + 1) * rowsOfVolume);
    const made = paper({ name: `${name}${suffix}`, part, kind }, tables);
    return count === 1 ? made : { ...made, title: `${made.title}（第 ${index + 1} 册，共 ${count} 册）` };
  });
}

const slice = (table: PaperTable, from: number, until: number): PaperTable => ({
  ...table,
  rows: table.rows.slice(from, until),
});
