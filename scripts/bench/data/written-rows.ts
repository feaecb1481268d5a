import { insertRows, type Em } from '../../../apps/api/src/database/index.ts';
import { newId } from '../../../apps/api/src/platform/ids/index.ts';

/** A row as it was written, by column. */
export type Row = Readonly<Record<string, string | number | null>>;

/** What one submission leaves behind, table by table in the order in which it is written. */
export interface WrittenRows {
  readonly caseId: string;
  readonly number: string;
  readonly tables: readonly { readonly table: string; readonly rows: readonly Row[] }[];
  /** Files that were the draft's and are the case's now: the one table that is changed, not added to. */
  readonly files: readonly Row[];
}

/** Tables in the order of the transaction, and how the rows of one case are found. */
const tables: readonly (readonly [table: string, where: string, parameter: (caseId: string) => string])[] = [
  ['cases', 'id = ?', (id) => id],
  ['case_events', 'case_id = ? order by seq', (id) => id],
  ['jobs', 'payload like ?', (id) => `%${id}%`],
  ['audit_entries', 'chain = ?', (id) => `case:${id}`],
  ['command_keys', "command = 'case.submit' order by created_at desc limit 1", () => ''],
];

export type Counts = ReadonlyMap<string, number>;

/** Rows of every table; with it one sees which ones a submission writes to. */
export async function countRows(em: Em, names: readonly string[]): Promise<Counts> {
  const counts = new Map<string, number>();
  for (const name of names) {
    const [row] = await em.execute<{ found: number }[]>(`select count(*) as found from ${name}`);
    counts.set(name, Number(row?.found));
  }
  return counts;
}

/**
 * The rows of the case that was just made, to the byte.
 * @throws Error when a table has grown of which the yardstick knows nothing, or by more than it would write
 */
export async function readWrittenRows(em: Em, caseId: string, before: Counts): Promise<WrittenRows> {
  const after = await countRows(em, [...before.keys()]);
  const grown = new Map([...after].map(([name, count]) => [name, count - before.get(name)!]));
  const written = [];
  for (const [table, where, parameter] of tables) {
    const found = await em.execute<Row[]>(
      `select * from ${table} where ${where}`,
      where.includes('?') ? [parameter(caseId)] : [],
    );
    if (found.length !== grown.get(table))
      throw new Error(`${table} has grown by ${grown.get(table)} rows, the yardstick would write ${found.length}`);
    grown.delete(table);
    written.push({ table, rows: found.map((row) => ({ ...row })) });
  }
  const others = [...grown].filter(([name, rows]) => rows !== 0 && name !== 'number_blocks');
  if (others.length > 0)
    throw new Error(`a submission also wrote to ${others.map(([name]) => name).join(', ')}: the yardstick must too`);
  const files = await em.execute<Row[]>("select * from materials where owner_kind = 'case' and owner_id = ?", [caseId]);
  return { caseId, number: String(written[0]!.rows[0]!['number']), tables: written, files };
}

/** Files of so many drafts that the yardstick may submit; answers the ids of the drafts. */
export async function insertDraftFiles(em: Em, { files }: WrittenRows, count: number): Promise<string[]> {
  const drafts = Array.from({ length: count }, () => newId());
  const rows = drafts.flatMap((owner_id) =>
    files.map((file) => ({ ...file, id: newId(), owner_kind: 'draft', owner_id })),
  );
  for (let start = 0; start < rows.length; start += 500)
    await insertRows(em, 'materials', rows.slice(start, start + 500));
  return drafts;
}
