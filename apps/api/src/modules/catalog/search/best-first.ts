interface Heap {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
  size: number;
}

/**
 * The `most` documents with the highest scores, best first; of equal ones the earlier. The score of document `d` stands at
 * `2 * d`. `documents` becomes a heap: of hundreds of hits mostly eight are shown, and the others need no order.
 */
export function takeBest(documents: Uint32Array, scores: Float64Array, most: number): number[] {
  const heap: Heap = { documents, scores, size: documents.length };
  for (let at = (heap.size >> 1) - 1; at >= 0; at -= 1) sink(heap, at);
  const found: number[] = [];
  while (heap.size > 0 && found.length < most) {
    found.push(documents[0]!);
    heap.size -= 1;
    documents[0] = documents[heap.size]!;
    sink(heap, 0);
  }
  return found;
}

/** Moves the document at `from` down until none below it is better. */
function sink({ documents, scores, size }: Heap, from: number): void {
  const sinking = documents[from]!;
  let at = from;
  for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && isBetter(scores, documents[child + 1]!, documents[child]!)) child += 1;
    if (!isBetter(scores, documents[child]!, sinking)) break;
    documents[at] = documents[child]!;
    at = child;
  }
  documents[at] = sinking;
}

function isBetter(scores: Float64Array, one: number, other: number): boolean {
  const difference = scores[2 * one]! - scores[2 * other]!;
  return difference > 0 || (difference === 0 && one < other);
}
