const columns = new Map<string, string>();

/** The same few names with every row. */
function columnOf(name: string): string {
  let column = columns.get(name);
  if (column === undefined) {
    column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    columns.set(name, column);
  }
  return column;
}

/** A row by column for `insertRows`, of a row by property: lists and records become JSON. */
export function snakeRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const columnsOfRow: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    const isPlain = typeof value !== 'object' || value === null || value instanceof Date;
    columnsOfRow[columnOf(name)] = isPlain ? value : JSON.stringify(value);
  }
  return columnsOfRow;
}
