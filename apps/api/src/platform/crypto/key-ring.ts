import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomFillSync,
  type KeyObject,
} from 'node:crypto';

export interface KeyEntry {
  readonly id: string;
  readonly secret: Buffer;
}

/** Keys by name; each purpose gets its own derived key, so that no two uses share one. */
export interface KeyRing {
  /** The key that new data is written under. */
  readonly currentId: string;
  /** @throws Error when the ring does not hold the key. */
  derive(id: string, purpose: string): KeyObject;
}

export function createKeyRing(entries: readonly KeyEntry[]): KeyRing {
  const current = entries[0];
  if (current === undefined) throw new Error('the key ring is empty');
  const secrets = new Map(entries.map((entry) => [entry.id, entry.secret]));
  // Key objects: with the bytes of a key each call checks and copies them anew, which costs twice the encryption.
  const derived = new Map<string, KeyObject>();
  return {
    currentId: current.id,
    derive: (id, purpose) => {
      const name = `${id}/${purpose}`;
      const known = derived.get(name);
      if (known !== undefined) return known;
      const secret = secrets.get(id);
      if (secret === undefined) throw new Error(`the key ring does not hold the key "${id}"`);
      const made = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'yitang', purpose, 32)));
      derived.set(name, made);
      return made;
    },
  };
}

const nonceBytes = 12;
// Drawn for many at a time, as asking the system costs more than an encryption; each byte is used once.
const nonces = Buffer.allocUnsafeSlow(256 * nonceBytes);
let drawn = nonces.length;

function nextNonce(): Buffer {
  if (drawn === nonces.length) {
    randomFillSync(nonces);
    drawn = 0;
  }
  return nonces.subarray(drawn, (drawn += nonceBytes));
}

/** AES-256-GCM with a random nonce in front and the tag behind; `context` must be the same to open it. */
export function sealBytes(key: KeyObject | Buffer, plain: Buffer, context: string): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when one bit, the key or the context differs. */
export function openBytes(key: KeyObject | Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed.length < 28) throw new Error('sealed data is too short');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}
