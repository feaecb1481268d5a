/** Parts added up by a key. */
export class Sums<Part extends { readonly sum: number }> {
  readonly #keyOf: (part: Part) => string;
  readonly #byKey = new Map<string, Part>();

  constructor(keyOf: (part: Part) => string, parts: Iterable<Part> = []) {
    this.#keyOf = keyOf;
    this.add(parts);
  }

  add(parts: Iterable<Part>): void {
    for (const part of parts) {
      const key = this.#keyOf(part);
      this.#byKey.set(key, { ...part, sum: part.sum + (this.#byKey.get(key)?.sum ?? 0) });
    }
  }

  /** In the order of the keys, so that two writers lock the counters in the same order; sums of nothing are left out. */
  list(): Part[] {
    return [...this.#byKey]
      .filter(([, { sum }]) => sum !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, part]) => part);
  }
}
