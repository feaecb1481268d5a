import { randomBytes } from 'node:crypto';
import { newId } from '../../../apps/api/src/platform/ids/index.ts';
import type { Row, WrittenRows } from '../data/written-rows.ts';

type Cell = (fresh: Fresh) => string | number | null;
interface Fresh {
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

export function makeFresh(written: WrittenRows, turn: number): Fresh {
  return { caseId: newId(), number: String(turn).padStart(written.number.length, '0') };
}

function cellOf(
  { table, column, row }: { table: string; column: string; row: Row },
  { caseId, number }: WrittenRows,
): Cell {
  const value = row[column] ?? null;
  if (column === 'id' && table === 'command_keys') return () => randomBytes(32).toString('hex');
  if (column === 'id' && value !== caseId) return () => newId();
  if (typeof value !== 'string' || !(value.includes(caseId) || value.includes(number))) return () => value;
  return (fresh) => value.replaceAll(caseId, fresh.caseId).replaceAll(number, fresh.number);
}
