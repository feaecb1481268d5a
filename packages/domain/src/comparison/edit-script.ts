/** Work that a comparison may still do, in steps; shared by all texts of one comparison, so that it ends in time. */
export interface Budget {
  left: number;
}

export type Edit = 'same' | 'removed' | 'added';

/** More edits than these are no longer read as edits. */
const mostEdits = 600;

/**
 * The fewest edits that make one sequence of the other (Myers 1986), as one letter for each token in order; undefined
 * where the two have too little in common, or the budget is used up.
 */
export function findEdits(before: readonly string[], after: readonly string[], budget: Budget): Edit[] | undefined {
  const most = Math.min(before.length + after.length, mostEdits);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice(most - edits, most + edits + 3));
    budget.left -= 2 * edits + 1;
    if (budget.left < 0) return undefined;
    if (isReached(before, after, { reach, edits, middle: most + 1, budget })) return walkBack(before, after, trace);
  }
  return undefined;
}

interface Round {
  /** Of each diagonal how far one gets along `before`. */
  readonly reach: Int32Array;
  readonly edits: number;
  readonly middle: number;
  readonly budget: Budget;
}

function isReached(
  before: readonly string[],
  after: readonly string[],
  { reach, edits, middle, budget }: Round,
): boolean {
  for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
    const above = reach[middle + diagonal + 1] ?? 0;
    const left = reach[middle + diagonal - 1] ?? 0;
    let x = isDown(diagonal, edits, { above, left }) ? above : left + 1;
    const start = x;
    while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
    budget.left -= x - start;
    reach[middle + diagonal] = x;
    if (x >= before.length && x - diagonal >= after.length) return true;
  }
  return false;
}

const isDown = (diagonal: number, edits: number, { above, left }: { above: number; left: number }): boolean =>
  diagonal === -edits || (diagonal !== edits && left < above);

/** From the end to the beginning along the furthest reaches of each round. */
function walkBack(before: readonly string[], after: readonly string[], trace: readonly Int32Array[]): Edit[] {
  const backwards: Edit[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits] ?? new Int32Array();
    const diagonal = x - y;
    const above = reach[diagonal + 1 + edits + 1] ?? 0;
    const left = reach[diagonal - 1 + edits + 1] ?? 0;
    const isAdded = isDown(diagonal, edits, { above, left });
    const previous = isAdded ? diagonal + 1 : diagonal - 1;
    const fromX = edits === 0 ? 0 : isAdded ? above : left;
    const fromY = edits === 0 ? 0 : fromX - previous;
    const startX = edits === 0 ? 0 : isAdded ? fromX : fromX + 1;
    for (; x > startX; x -= 1) backwards.push('same');
    if (edits > 0) backwards.push(isAdded ? 'added' : 'removed');
    [x, y] = [fromX, fromY];
  }
  return backwards.reverse();
}
