/** A finished case of the period, by its public number, and the stratum in which it lies. */
export interface FrameCase {
  readonly number: string;
  readonly stratum: string;
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The fingerprint of a frame: SHA-256 over `number TAB stratum LF` of each case, in the order of their numbers. Whoever
 * has the list can compute it again with any tool.
 */
export function frameHash(frame: readonly FrameCase[], sha256: Sha256): string {
  const lines = frame.map(({ number, stratum }) => `${number}\t${stratum}\n`).sort(byText);
  return sha256(lines.join(''));
}

export interface DrawRule {
  readonly seed: string;
  /** Cases to draw of each stratum. */
  readonly drawn: ReadonlyMap<string, number>;
}

/** A drawn case with its number in the sample, from 1. */
export interface DrawnCase extends FrameCase {
  readonly no: number;
}

/**
 * The frozen draw: within each stratum the cases with the smallest SHA-256 of `seed|fingerprint|number`. No chance is
 * left in it, so that anyone with the frame and the seed draws the same cases; and whoever set the seed before the frame
 * was read could not choose. Numbered in the order of that hash over the whole sample, so that the list does not begin
 * with one office.
 */
export function drawSample(
  frame: readonly FrameCase[],
  { seed, drawn }: DrawRule,
  sha256: Sha256,
): readonly DrawnCase[] {
  const fingerprint = frameHash(frame, sha256);
  const byStratum = new Map<string, { readonly one: FrameCase; readonly rank: string }[]>();
  for (const one of frame) {
    const ranked = byStratum.get(one.stratum) ?? [];
    ranked.push({ one, rank: sha256(`${seed}|${fingerprint}|${one.number}`) });
    byStratum.set(one.stratum, ranked);
  }
  return [...byStratum]
    .flatMap(([stratum, ranked]) => ranked.sort((a, b) => byText(a.rank, b.rank)).slice(0, drawn.get(stratum) ?? 0))
    .sort((a, b) => byText(a.rank, b.rank))
    .map(({ one: { number, stratum } }, index) => ({ no: index + 1, number, stratum }));
}
