const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A row by column for `insertRows`, of a row by property: lists and records become JSON. */
export function snakeRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const isPlain = typeof value !== 'object' || value === null || value instanceof Date;
      return [snake(name), isPlain ? value : JSON.stringify(value)];
    }),
  );
}
