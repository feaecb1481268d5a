declare const mark: unique symbol;

/**
 * What `encryptField` makes: text, but to the types none, so that only a column that is declared `$type<Sealed>()` takes
 * it. Such a column also says `groups(sealedFor(PURPOSE))`, by which a rotation of the keys finds it.
 */
export interface Sealed {
  readonly [mark]: 'sealed';
  toString(): string;
}

/** For raw rows: the text of a sealed column. */
export const asSealed = (text: string): Sealed => text as unknown as Sealed;

const sealedPrefix = 'sealed for ';
const wrappedPrefix = 'wrapped for ';

/** Marks a column of sealed text; groups are the one free word that the mapper keeps beside a column. */
export const sealedFor = (purpose: string): string => sealedPrefix + purpose;

/** Marks a column with a key that is wrapped by the key `key_id` of the ring, for its row's primary key. */
export const wrappedFor = (purpose: string): string => wrappedPrefix + purpose;

/** What a column's groups say about it, if anything. */
export function markOf(groups: readonly string[] = []): { kind: 'sealed' | 'wrapped'; purpose: string } | undefined {
  for (const group of groups) {
    if (group.startsWith(sealedPrefix)) return { kind: 'sealed', purpose: group.slice(sealedPrefix.length) };
    if (group.startsWith(wrappedPrefix)) return { kind: 'wrapped', purpose: group.slice(wrappedPrefix.length) };
  }
  return undefined;
}
