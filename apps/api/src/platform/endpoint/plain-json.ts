import { problem } from '../problem/index.ts';

const deepest = 20;
const longestArray = 2_000;
const mostValues = 20_000;
const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses JSON that no form of ours sends, before any schema looks at it: keys that reach a prototype, nesting and
 * arrays that only serve to exhaust us, NUL and halves of characters (R-IN-6, R-DOS-1).
 */
export function requirePlainJson(value: unknown): void {
  let values = 0;
  const stack: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (++values > mostValues || next.depth > deepest) throw problem('request.unreadable');
    if (typeof next.value === 'string') requireWholeText(next.value);
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (Array.isArray(next.value) && next.value.length > longestArray) throw problem('request.unreadable');
    for (const [key, inner] of Object.entries(next.value)) {
      requirePlainKey(key);
      stack.push({ value: inner, depth: next.depth + 1 });
    }
  }
}

export function requirePlainKey(key: string): void {
  if (prototypeKeys.has(key)) throw problem('request.unreadable');
  requireWholeText(key);
}

export function requireWholeText(text: string): void {
  if (text.includes('\0') || !text.isWellFormed()) throw problem('request.unreadable');
}
