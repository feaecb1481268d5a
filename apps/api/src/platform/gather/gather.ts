interface Waiting<T> {
  readonly item: T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface GatherLimits {
  /** Items of one write. */
  readonly items: number;
  /** Writes that are under way at the same time. */
  readonly writes: number;
}

/**
 * What arrives while writes are under way goes together in the next one: the busier it is, the less each item costs.
 * The function that is given back resolves when the item is written, and fails as its write did.
 */
export function gather<T>(
  write: (items: readonly T[]) => Promise<void>,
  most: GatherLimits,
): (item: T) => Promise<void> {
  let waiting: Waiting<T>[] = [];
  let writes = 0;

  const drain = async (): Promise<void> => {
    writes += 1;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most.items);
      waiting = waiting.slice(most.items);
      try {
        await write(batch.map(({ item }) => item));
        for (const one of batch) one.resolve();
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    writes -= 1;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (writes < most.writes) void drain();
    });
}
