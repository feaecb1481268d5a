import { importTargetKeys, targetOf, type ImportTargetKey } from './import-targets.ts';

export interface NameMatch {
  readonly key: ImportTargetKey;
  /** The more the name says, the higher. */
  readonly score: number;
}

const bare = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const byName = new Map(
  importTargetKeys.flatMap((key) => targetOf(key).names.map((name, index) => [bare(name), { key, rank: index }])),
);

/** All targets that a heading may mean, best first. */
export function matchNames(label: string): NameMatch[] {
  const parts = label.split('/');
  const lower = parts.at(-1) ?? '';
  const withoutNote = (text: string): string => text.replace(/[（(][^）)]*[）)]/gu, '');
  const spellings: readonly (readonly [string, number])[] = [
    [label, 100],
    [withoutNote(label), 95],
    [lower, 90],
    [withoutNote(lower), 85],
  ];
  const best = new Map<ImportTargetKey, number>();
  for (const [spelling, score] of spellings) {
    const found = byName.get(bare(spelling));
    if (found !== undefined) raise(best, found.key, score - found.rank / 100);
  }
  const whole = bare(withoutNote(label)) || bare(label);
  for (const [name, { key }] of byName) {
    // Two signs are in too many names.
    if (name.length > 2 && whole.includes(name)) raise(best, key, 40 + name.length);
  }
  return [...best].map(([key, score]) => ({ key, score })).sort((a, b) => b.score - a.score);
}

function raise(best: Map<ImportTargetKey, number>, key: ImportTargetKey, score: number): void {
  if ((best.get(key) ?? 0) < score) best.set(key, score);
}
