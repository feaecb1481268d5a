import { prepareOnServer } from './prepared-texts.ts';
import { familyOfEm, type DatabaseFamily, type Em } from './sql-types.ts';
import { affectedRows } from './statements.ts';

/**
 * The database's own clock in epoch milliseconds. Leases are compared with it, so that two machines with different
 * clocks agree on who holds one.
 */
export function databaseMilliseconds(family: DatabaseFamily): string {
  return family === 'sqlite'
    ? "cast(unixepoch('subsec') * 1000 as integer)"
    : 'cast(unix_timestamp(now(3)) * 1000 as signed)';
}

/** `insert` that leaves an existing row with the same key as it is. */
export function insertUnlessPresent(family: DatabaseFamily): string {
  return family === 'sqlite' ? 'insert or ignore' : 'insert ignore';
}

/** A datetime column of a raw row: SQLite gives epoch milliseconds, MySQL a text in UTC. */
export function instantOf(value: unknown): Date {
  if (value instanceof Date) return value;
  if (typeof value === 'number') return new Date(value);
  if (typeof value === 'string') return new Date(`${value.replace(' ', 'T')}Z`);
  throw new TypeError('not a datetime column');
}

export const instantOrNull = (value: unknown): Date | null =>
  value === null || value === undefined ? null : instantOf(value);

const mostBound = 500;

/**
 * One `insert` for all rows of a table; rows share their keys. Bound to 1,000 rows a statement by the callers.
 * `skipsPresent` leaves out rows whose unique key is taken.
 */
export async function insertRows(
  em: Em,
  into: string | { readonly table: string; readonly skipsPresent: boolean },
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const { table, skipsPresent } = typeof into === 'string' ? { table: into, skipsPresent: false } : into;
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first);
  const values: unknown[] = [];
  for (const row of rows) for (const name of columns) values.push(row[name] ?? null);
  const sql = insertText(familyOfEm(em), { table, skipsPresent, columns, rows: rows.length });
  // Many rows are written into the text: an engine takes only so many bound values, and such a text comes once.
  if (values.length > mostBound) await em.execute(sql, values, 'run');
  else await affectedRows(em, sql, values);
}

interface Insert {
  readonly table: string;
  readonly skipsPresent: boolean;
  readonly columns: readonly string[];
  readonly rows: number;
}

const mostTexts = 500;
const singleRowTexts = new Map<string, string>();

/** Of a single row, the text is made once: the hot tables have forty columns. */
function insertText(family: DatabaseFamily, insert: Insert): string {
  if (insert.rows !== 1) return makeInsertText(family, insert);
  const name = `${family} ${insert.skipsPresent} ${insert.table} ${insert.columns.join()}`;
  const known = singleRowTexts.get(name);
  if (known !== undefined) return known;
  const text = makeInsertText(family, insert);
  if (singleRowTexts.size >= mostTexts) return text;
  singleRowTexts.set(name, text);
  if (family === 'mysql') prepareOnServer(text);
  return text;
}

function makeInsertText(family: DatabaseFamily, { table, skipsPresent, columns, rows }: Insert): string {
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const quote = family === 'sqlite' ? '"' : '`';
  const names = columns.map((name) => `${quote}${name}${quote}`).join(', ');
  const insert = skipsPresent ? insertUnlessPresent(family) : 'insert';
  return `${insert} into ${table} (${names}) values ${Array<string>(rows).fill(marks).join(', ')}`;
}
