// Crockford's 32: no I, L, O, U, so that a code can be typed from paper.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes of chance in a verification code: 80 bits cannot be guessed, 16 characters can be typed. */
export const verificationCodeBytes = 10;

/**
 * The code under a certificate's QR, 16 characters.
 * @param random exactly ten bytes from a cryptographic source; the rules have no chance of their own
 */
export function verificationCodeOf(random: Uint8Array): string {
  if (random.length !== verificationCodeBytes)
    throw new RangeError(`not ${verificationCodeBytes} bytes: ${random.length}`);
  const bits = [...random].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
}

/** `7K3M-0QZ4-…`, as it is printed. */
export function formatVerificationCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}

/** The code as it is kept, from what somebody typed; undefined when it cannot be one. */
export function parseVerificationCode(text: string): string | undefined {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  const code = typed.replaceAll('O', '0').replace(/[IL]/g, '1');
  return code.length === 16 && [...code].every((character) => alphabet.includes(character)) ? code : undefined;
}
