const mostKept = 100;
const texts = new Set<string>();

/** How many statements a connection to MySQL keeps compiled on the server: all of these. */
export const mostPrepared = mostKept;

/**
 * From now on a MySQL server compiles this text once for each connection, and its values follow in binary. For inserts
 * with many columns: reading one costs the server more than writing its row. They answer no rows, whose types would
 * differ from those of a plain query.
 */
export function prepareOnServer(sql: string): string {
  if (texts.size < mostKept) texts.add(sql);
  return sql;
}

export const isPreparedOnServer = (sql: string): boolean => texts.has(sql);
