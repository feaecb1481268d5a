import { createHmac, createSecretKey } from 'node:crypto';
import { asSealed, type Sealed } from './sealed.ts';
import { createKeyRing, openBytes, sealBytes, type KeyEntry, type KeyRing } from './key-ring.ts';

/**
 * Encrypts single values for a column. `purpose` names the column (`person.id-number`): a value moved into another
 * column does not open there, and equal values in two columns do not show the same blind index.
 */
export interface FieldCrypto {
  readonly keyRing: KeyRing;
  /** `v1:KEY:BASE64URL`; grows by about 60 characters plus a third. */
  encryptField(value: string, purpose?: string): Sealed;
  /** @throws Error when the value was changed or its key is gone. */
  decryptField(sealed: Sealed, purpose?: string): string;
  /** 43 characters; equal values give equal indexes, and nobody without the key can tell which value it was. */
  blindIndex(value: string, purpose?: string): string;
  /** Whether the value was written under a key that has been rotated out. */
  isUnderOldKey(sealed: Sealed): boolean;
}

export function createFieldCrypto(keys: { master: readonly KeyEntry[]; blindIndex: Buffer }): FieldCrypto {
  const keyRing = createKeyRing(keys.master);
  const indexKey = createSecretKey(keys.blindIndex);
  return {
    keyRing,
    encryptField: (value, purpose = '') => {
      const key = keyRing.derive(keyRing.currentId, 'field');
      return asSealed(`v1:${keyRing.currentId}:${sealBytes(key, Buffer.from(value), purpose).toString('base64url')}`);
    },
    decryptField: (sealed, purpose = '') => {
      const { id, bytes } = parse(sealed);
      return openBytes(keyRing.derive(id, 'field'), bytes, purpose).toString('utf8');
    },
    blindIndex: (value, purpose = '') =>
      createHmac('sha256', indexKey).update(`${purpose}\0${value}`).digest('base64url'),
    isUnderOldKey: (sealed) => parse(sealed).id !== keyRing.currentId,
  };
}

function parse(sealed: Sealed): { id: string; bytes: Buffer } {
  const [version, id, data] = String(sealed).split(':');
  if (version !== 'v1' || id === undefined || data === undefined) throw new Error('not an encrypted field');
  return { id, bytes: Buffer.from(data, 'base64url') };
}
