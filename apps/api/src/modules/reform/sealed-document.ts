import { createHash, verify } from 'node:crypto';
import { signingKeyFor } from '../../platform/crypto/index.ts';
import { FileAnswer, type Deps } from '../../platform/endpoint/index.ts';

/** A document as it was signed, with all that is needed to check it outside of this site. */
export interface SealedDocument {
  /** Canonical JSON, to the byte as it was signed. */
  readonly document: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly digest: string;
  readonly keyId: string;
  readonly publicKey: string;
  /** Ed25519 over its bytes, base64. */
  readonly signature: string;
}

/** Signs with the key of one purpose of the site. */
export function sealDocument({ config }: Pick<Deps, 'config'>, purpose: string, document: string): SealedDocument {
  const key = signingKeyFor(config.keys.auditSigning, purpose);
  return {
    document,
    digest: digestOf(document),
    keyId: key.id,
    publicKey: key.publicPem,
    signature: key.sign(Buffer.from(document)).toString('base64'),
  };
}

/** The digest and the signature belong to the document and the key. */
export function isGenuine({ document, digest, publicKey, signature }: Omit<SealedDocument, 'keyId'>): boolean {
  if (digestOf(document) !== digest) return false;
  return verify(null, Buffer.from(document), publicKey, Buffer.from(signature, 'base64'));
}

const digestOf = (document: string): string => createHash('sha256').update(document).digest('hex');

export type SealedPart = 'document' | 'signature' | 'key';

/** One of the three files with which anybody can check it, for instance with openssl. */
export function sealedFile(
  { document, signature, publicKey }: Pick<SealedDocument, 'document' | 'signature' | 'publicKey'>,
  name: string,
  part: SealedPart,
): FileAnswer {
  if (part === 'document')
    return new FileAnswer({ content: Buffer.from(document), mediaType: 'application/json', fileName: `${name}.json` });
  if (part === 'signature') {
    const content = Buffer.from(signature, 'base64');
    return new FileAnswer({ content, mediaType: 'application/octet-stream', fileName: `${name}.sig` });
  }
  return new FileAnswer({
    content: Buffer.from(publicKey),
    mediaType: 'application/x-pem-file',
    fileName: `${name}.pem`,
  });
}
