import { hashOf } from './word-hash.ts';

/** The place of a word among those that are known, or -1. */
export type NumberOf = (word: string) => number;

/**
 * As a map from each word to its place. A map follows its words through memory and waits for each; here a word that is
 * not known is told by one look, because hash and place stand side by side.
 */
export function numberWords(words: readonly string[]): NumberOf {
  const last = 2 ** Math.ceil(Math.log2(words.length + 1) + 1) - 1;
  /** The hash of a word stands at `2 * slot`, its place and one at `2 * slot + 1`; 0 ends a search. */
  const slots = new Uint32Array(2 * (last + 1));
  for (const [number, word] of words.entries()) {
    const hash = hashOf(word);
    let slot = hash & last;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & last;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = number + 1;
  }
  return (word) => {
    const hash = hashOf(word);
    for (let slot = hash & last; slots[2 * slot + 1] !== 0; slot = (slot + 1) & last)
      if (slots[2 * slot] === hash && words[slots[2 * slot + 1]! - 1] === word) return slots[2 * slot + 1]! - 1;
    return -1;
  };
}
