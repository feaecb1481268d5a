import { findEdits, type Budget, type Edit } from './edit-script.ts';
import { segmentWords, type Segment } from './segment-words.ts';

/** A stretch of text: in both, in the later one only, or in the earlier one only. */
export interface TextPart {
  readonly kind: Edit;
  readonly text: string;
}

/** Steps for one comparison of two matters: some ten milliseconds. */
export const wholeBudget = 1_500_000;

/**
 * Two texts word by word. `same` and `removed` together are the first one, `same` and `added` the second one. Codes,
 * numbers and addresses are one word each.
 */
export function compareTexts(
  before: string,
  after: string,
  { budget = { left: wholeBudget }, segment = segmentWords }: { budget?: Budget; segment?: Segment } = {},
): readonly TextPart[] {
  if (before === after) return joined([{ kind: 'same', text: before }]);
  if (isOneWord(before) && isOneWord(after))
    return joined([...asParts('removed', [before]), ...asParts('added', [after])]);
  return compareTokens(segment(before), segment(after), budget);
}

/** The same for lists of tokens. */
export function compareTokens(
  before: readonly string[],
  after: readonly string[],
  budget: Budget,
): readonly TextPart[] {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const [first, second] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const [head, tail] = [before.slice(0, start), before.slice(before.length - end)];
  const edits = findEdits(first, second, budget);
  const middle =
    edits === undefined
      ? [...asParts('removed', first), ...asParts('added', second)]
      : editedParts(edits, first, second);
  return joined([...asParts('same', head), ...middle, ...asParts('same', tail)]);
}

function editedParts(edits: readonly Edit[], before: readonly string[], after: readonly string[]): readonly TextPart[] {
  let [x, y] = [0, 0];
  return edits.map((kind) => {
    const text = (kind === 'added' ? after[y] : before[x]) ?? '';
    if (kind !== 'added') x += 1;
    if (kind !== 'removed') y += 1;
    return { kind, text };
  });
}

const isOneWord = (text: string): boolean => /^[\x21-\x7e]*$/u.test(text);

const asParts = (kind: Edit, tokens: readonly string[]): readonly TextPart[] => tokens.map((text) => ({ kind, text }));

function commonStart(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count] === after[count]) count += 1;
  return count;
}

function commonEnd(before: readonly string[], after: readonly string[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let count = 0;
  while (count < most && before[before.length - 1 - count] === after[after.length - 1 - count]) count += 1;
  return count;
}

/** Neighbours of one kind as one part; of a change what went before what came. */
function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const result: TextPart[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (text !== '') {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind, text: last.text + text };
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
