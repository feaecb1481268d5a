import { randomBytes } from 'node:crypto';
import { newId } from '../../../apps/api/src/platform/ids/index.ts';
import type { Row, WrittenRows } from '../data/written-rows.ts';

type Cell = (fresh: Fresh) => string | number | null;
export interface Fresh {
  readonly caseId: string;
  readonly number: string;
}

/** One `insert` for all rows that a table gets, and what fills it for one more case. */
export interface Insert {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly values: (fresh: Fresh) => (string | number | null)[];
}

/** The rows of a case that was really submitted, with new identities: as many, as long, with the same index entries. */
export function makeInserts(written: WrittenRows): Insert[] {
  return written.tables.map(({ table, rows }) => {
    const columns = Object.keys(rows[0]!);
    const cells = rows.flatMap((row) => columns.map((column) => cellOf({ table, column, row }, written)));
    return { table, columns, rows: rows.length, values: (fresh) => cells.map((cell) => cell(fresh)) };
  });
}

/** The files of a draft become the case's. */
export const takeFiles = {
  sql: "update materials set owner_kind = 'case', owner_id = ? where owner_kind = 'draft' and owner_id = ?",
  values: ({ caseId }: Fresh): string[] => [caseId, caseId],
};
/** Ours takes the files after it has written these. */
export const tablesBeforeFiles = 2;

function cellOf(
  { table, column, row }: { table: string; column: string; row: Row },
  { caseId, number }: WrittenRows,
): Cell {
  const value = row[column] ?? null;
  if (column === 'id' && table === 'command_keys') return () => randomBytes(32).toString('hex');
  if (column === 'id' && value !== caseId) return () => newId();
  // No two are the same, as its index demands.
  if (column === 'track_hash' && typeof value === 'string') return (fresh) => fresh.caseId.padEnd(value.length, '0');
  if (typeof value !== 'string' || !(value.includes(caseId) || value.includes(number))) return () => value;
  return (fresh) => value.replaceAll(caseId, fresh.caseId).replaceAll(number, fresh.number);
}
