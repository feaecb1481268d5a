import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, type KeyObject } from 'node:crypto';

/** Ed25519 of one purpose: signs in the process, is checked by anybody who has the public half. */
export interface SigningKey {
  /** The first 16 hexadecimal digits of the SHA-256 of the public key (SPKI, DER). */
  readonly id: string;
  /** SPKI, PEM. */
  readonly publicPem: string;
  sign(bytes: Uint8Array): Buffer;
}

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410, section 7). */
const wrapping = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The key of one purpose, derived from the site's signing key: what is signed for one purpose can't be shown as signed
 * for another, and there is one secret to keep.
 * @param pem the site's Ed25519 private key
 */
export function signingKeyFor(pem: string, purpose: string): SigningKey {
  const site = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  const seed = Buffer.from(hkdfSync('sha256', site.subarray(-32), '', `yitang signing ${purpose}`, 32));
  const privateKey = createPrivateKey({ key: Buffer.concat([wrapping, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return {
    id: keyIdOf(publicKey),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}

export const keyIdOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
