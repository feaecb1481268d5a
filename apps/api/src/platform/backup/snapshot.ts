import type { Cell } from './row-text.ts';
import type { DatabaseFamily } from '../../database/index.ts';

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of the primary key, in its order; rows are read in this order. */
  readonly key: readonly string[];
}

/** All tables as they stood at one moment, whatever is written meanwhile. */
export interface Snapshot {
  readonly family: DatabaseFamily;
  /** Names of the migrations that made the schema, oldest first. */
  readonly migrations: readonly string[];
  /** Tables that hold data of the product: bookkeeping of migrations is left out. */
  readonly tables: readonly Table[];
  rows(table: Table): AsyncIterable<readonly Cell[]>;
  close(): Promise<void>;
}

/** Tables that a migration fills and keeps for itself. */
export const bookkeeping: readonly string[] = ['mikro_orm_migrations', 'schema_lease'];
