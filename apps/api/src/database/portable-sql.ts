import { inPieces } from './in-pieces.ts';
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

type Row = Readonly<Record<string, unknown>>;

interface Into {
  readonly table: string;
  readonly skipsPresent: boolean;
}

/**
 * One `insert` for all rows of a table; rows share their keys. Bound to 1,000 rows a statement by the callers.
 * `skipsPresent` leaves out rows whose unique key is taken.
 */
export async function insertRows(em: Em, into: string | Into, rows: readonly Row[]): Promise<void> {
  const { table, skipsPresent } = typeof into === 'string' ? { table: into, skipsPresent: false } : into;
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first);
  const values = valuesOf(rows, columns);
  const sql = insertText(familyOfEm(em), { table, skipsPresent, columns, rows: rows.length });
  // Many rows are written into the text: an engine takes only so many bound values, and such a text comes once.
  if (values.length > mostBound) await em.execute(sql, values, 'run');
  else await affectedRows(em, sql, values);
}

const valuesOf = (rows: readonly Row[], columns: readonly string[]): unknown[] =>
  rows.flatMap((row) => columns.map((name) => row[name] ?? null));

/** Rows or ids of one statement of `insertInPieces` and `affectedInPieces`. */
export const mostInPiece = 8;

/**
 * `insertRows` for a hot table that gets now one row and now several: in pieces, so that an engine compiles only so many
 * texts and keeps them.
 */
export async function insertInPieces(em: Em, { table, skipsPresent }: Into, rows: readonly Row[]): Promise<void> {
  const family = familyOfEm(em);
  const columns = Object.keys(rows[0] ?? {});
  for (const piece of inPieces(rows, mostInPiece)) {
    const sql = keptInsertText(family, { table, skipsPresent, columns, rows: piece.length });
    await affectedRows(em, sql, valuesOf(piece, columns));
  }
}

/**
 * One writing statement for each piece of the ids, as `insertInPieces` does; returns how many rows they touched.
 * @param sql ends where the list of ids follows: `… where id in`
 */
export async function affectedInPieces(em: Em, sql: string, ids: readonly string[]): Promise<number> {
  let affected = 0;
  for (const piece of inPieces(ids, mostInPiece)) {
    const text = `${sql} (${Array<string>(piece.length).fill('?').join(', ')})`;
    affected += await affectedRows(em, familyOfEm(em) === 'mysql' ? prepareOnServer(text) : text, piece);
  }
  return affected;
}

interface Insert extends Into {
  readonly columns: readonly string[];
  readonly rows: number;
}

const mostTexts = 500;
const keptTexts = new Map<string, string>();

/** Of a single row, the text is made once: the hot tables have forty columns. */
function insertText(family: DatabaseFamily, insert: Insert): string {
  return insert.rows === 1 ? keptInsertText(family, insert) : makeInsertText(family, insert);
}

function keptInsertText(family: DatabaseFamily, insert: Insert): string {
  const name = `${family} ${insert.skipsPresent} ${insert.rows} ${insert.table} ${insert.columns.join()}`;
  const known = keptTexts.get(name);
  if (known !== undefined) return known;
  const text = makeInsertText(family, insert);
  if (keptTexts.size >= mostTexts) return text;
  keptTexts.set(name, text);
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
