/** A list in pieces of at most so many: a statement takes only so many values. */
export function* inPieces<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
