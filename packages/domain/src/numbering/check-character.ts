// The 31 characters of GB 32100-2015: digits and letters without I, O, S, V, Z, which are taken for others.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const modulus = alphabet.length;
const base = 3;

/** Whether every character is one that a number may hold. */
export function isInAlphabet(text: string): boolean {
  return [...text].every((character) => alphabet.includes(character));
}

/**
 * The character that makes the weighted sum a multiple of 31. Weights are powers of 3, which differ from neighbour to
 * neighbour and never vanish modulo a prime: one wrong character, or two neighbours exchanged, always shows.
 */
export function checkCharacterOf(body: string): string {
  const sum = weightedSum(body) * base;
  return alphabet[(modulus - (sum % modulus)) % modulus] ?? '';
}

export function hasValidCheckCharacter(text: string): boolean {
  return text.length > 1 && isInAlphabet(text) && weightedSum(text) === 0;
}

/** Modulo 31; the last character has weight 1. */
function weightedSum(text: string): number {
  return [...text].reduce((sum, character) => (sum * base + alphabet.indexOf(character)) % modulus, 0);
}

/** What people type instead: lower case, full width, spaces and hyphens from reading aloud in groups. */
export function normaliseNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}

/** `YT20 2611 2300 0042 X`: as it is printed and read aloud. */
export function inGroupsOfFour(text: string): string {
  return text.match(/.{1,4}/gu)?.join(' ') ?? '';
}
