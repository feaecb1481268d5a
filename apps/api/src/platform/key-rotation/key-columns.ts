import type { Orm } from '../../database/index.ts';
import { markOf } from '../crypto/index.ts';

/** A column that is written under a key of the ring, as its entity declares it. */
export interface KeyColumn {
  /** Sealed text names its key itself; a wrapped key stands beside a column `key_id`. */
  readonly kind: 'sealed' | 'wrapped';
  readonly purpose: string;
  readonly table: string;
  readonly column: string;
  readonly primaryKey: string;
}

/** Every column that a rotation has to pass through, in the order of tables. */
export function keyColumns(orm: Orm): KeyColumn[] {
  const found = [...orm.getMetadata().getAll().values()].flatMap((entity) =>
    entity.props.flatMap((property) => {
      const mark = markOf(property.groups);
      if (mark === undefined) return [];
      const [key] = entity.getPrimaryProps();
      const [column, primaryKey] = [property.fieldNames[0], key?.fieldNames[0]];
      if (column === undefined || primaryKey === undefined) throw new Error(`${entity.tableName} has no plain key`);
      return [{ ...mark, table: entity.tableName, column, primaryKey }];
    }),
  );
  return found.sort((a, b) => a.table.localeCompare(b.table) || a.column.localeCompare(b.column));
}
