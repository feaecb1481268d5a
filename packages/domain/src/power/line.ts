/** One entry went into another one, by merging or splitting. */
export interface LineLink {
  readonly from: string;
  readonly to: string;
}

/** Where entries came from and what became of them; both are read from the same links. */
export interface Line {
  predecessorsOf(code: string): readonly string[];
  successorsOf(code: string): readonly string[];
  /** Those that stand for it at the end of all lines; itself, where none leads on. */
  heirsOf(code: string): readonly string[];
}

export function makeLine(links: readonly LineLink[]): Line {
  const back = new Map<string, string[]>();
  const on = new Map<string, string[]>();
  for (const { from, to } of links) {
    back.set(to, [...(back.get(to) ?? []), from]);
    on.set(from, [...(on.get(from) ?? []), to]);
  }
  const successorsOf = (code: string): readonly string[] => on.get(code) ?? [];
  const heirsOf = (code: string): readonly string[] => {
    const seen = new Set([code]);
    // A set that grows while it is walked: every code comes up once, so no line goes round for ever.
    for (const one of seen) for (const next of successorsOf(one)) seen.add(next);
    return [...seen].filter((one) => successorsOf(one).length === 0);
  };
  return { predecessorsOf: (code) => back.get(code) ?? [], successorsOf, heirsOf };
}
