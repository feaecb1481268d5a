/** A matter by the names that it had when a figure counted it. */
export interface NamedMatter {
  readonly code: string;
  readonly name: string;
  readonly department: string;
}

/** The codes of the matters behind a figure, by the name of the figure. */
export type FigureLists = ReadonlyMap<string, readonly string[]>;

export interface Behind {
  readonly lists: FigureLists;
  /** Those behind a figure that may not be among the matters of the day. */
  readonly others: readonly NamedMatter[];
}

/** A part of the results, and the matters behind each figure of it. */
export interface Counted<T> extends Behind {
  readonly value: T;
}

/** By code, the figures that count it, in the order of the parts. */
export function mergeLists(parts: readonly Behind[]): Map<string, string[]> {
  const figures = new Map<string, string[]>();
  for (const { lists } of parts)
    for (const [figure, codes] of lists)
      for (const code of codes) {
        const known = figures.get(code);
        if (known === undefined) figures.set(code, [figure]);
        else known.push(figure);
      }
  return figures;
}
