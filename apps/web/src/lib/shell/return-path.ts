/** A path on this site to go back to; anything that could lead elsewhere becomes the home page. */
export function safeReturnPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return '/';
  // Browsers read "/\host" like "//host", and drop tabs and newlines before they look.

  if (/^\/[/\\]|[\u0000-\u001f\\]/.test(value)) return '/';
  return value;
}
