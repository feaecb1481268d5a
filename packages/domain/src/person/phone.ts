/**
 * A mobile phone number of mainland China as its 11 digits, however it was written (`+86 138-0013-8000`); undefined when
 * it is none.
 */
export function normalisePhone(text: string): string | undefined {
  const digits = text.replace(/[\s\-()]/g, '').replace(/^(?:\+|00)86/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : undefined;
}
