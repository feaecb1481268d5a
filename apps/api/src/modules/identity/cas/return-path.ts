/** Where a person goes when nothing better is known. */
export const homePath = '/';

/**
 * A path of this site and nothing else: `return` may come from a link that somebody else wrote.
 * Answers `/` for anything that a browser could take for another site or that is longer than 500 characters.
 */
export function cleanReturnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 500 || !/^\/(?![/\\])/.test(wanted)) return homePath;
  if (/[\p{Cc}\\]/u.test(wanted)) return homePath;
  const base = 'http://here.invalid';
  const url = URL.parse(wanted, base);
  if (url === null || url.origin !== base || url.pathname.startsWith('//')) return homePath;
  if (/^\/(auth|cas|api)(\/|$)/.test(url.pathname)) return homePath;
  return url.pathname + url.search + url.hash;
}
