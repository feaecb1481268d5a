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
  /** Milliseconds after which a write that has not ended holds up the next one no longer; by default it does for ever. */
  readonly patience?: number;
}

/**
 * What arrives while writes are under way goes together in the next one: the busier it is, the less each item costs.
 * The function that is given back resolves when the item is written, and fails as its write did.
 */
export function gather<T>(
  write: (items: readonly T[]) => Promise<void>,
  { items, writes, patience }: GatherLimits,
): (item: T) => Promise<void> {
  let waiting: Waiting<T>[] = [];
  let underWay = 0;

  const begin = (): void => {
    if (waiting.length === 0 || underWay >= writes) return;
    const batch = waiting.slice(0, items);
    waiting = waiting.slice(items);
    underWay += 1;
    const end = once(() => {
      underWay -= 1;
      begin();
    });
    const timer = patience === undefined ? undefined : setTimeout(end, patience);
    write(batch.map(({ item }) => item))
      .then(
        () => batch.forEach(({ resolve }) => resolve()),
        (error: unknown) => batch.forEach(({ reject }) => reject(error)),
      )
      .finally(() => {
        clearTimeout(timer);
        end();
      });
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      begin();
    });
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
