import { randomBytes } from 'node:crypto';
import { affectedRows, familyOfEm, insertUnlessPresent, instantOf, type Em } from '../../database/index.ts';
import type { Clock } from '../clock/index.ts';
import { openBytes, sealBytes, type KeyRing } from './key-ring.ts';

/**
 * One key for each person, for values that must vanish with the person from places that may not change, such as the
 * audit chain: destroying the key destroys the values.
 */
export interface PersonKeys {
  /** Text that only `unseal` for the same person opens. No statement when the key was used lately, else one or three. */
  seal(em: Em, personId: string, value: string): Promise<string>;
  /** undefined once the key was destroyed. */
  unseal(em: Em, personId: string, sealed: string): Promise<string | undefined>;
  destroy(em: Em, personId: string): Promise<void>;
}

interface KeyRow {
  wrapped_key: string | null;
  key_id: string;
  created_at: unknown;
}

// A key may be remembered only when its row can no longer be rolled back, and not for so long that another instance
// would go on using a destroyed one.
const settledAfter = 60_000;
const rememberedFor = 60_000;
const rememberedAtMost = 5_000;

export function createPersonKeys(keyRing: KeyRing, clock: Clock): PersonKeys {
  const remembered = new Map<string, { key: Buffer; until: number }>();

  const load = async (em: Em, personId: string): Promise<Buffer | null | undefined> => {
    const [row] = await em.execute<KeyRow[]>(
      'select wrapped_key, key_id, created_at from person_keys where person_id = ?',
      [personId],
    );
    if (row === undefined) return undefined;
    if (row.wrapped_key === null) return null;
    const key = openBytes(keyRing.derive(row.key_id, 'person'), Buffer.from(row.wrapped_key, 'base64url'), personId);
    const now = clock.now().getTime();
    if (now - instantOf(row.created_at).getTime() > settledAfter) {
      if (remembered.size >= rememberedAtMost) remembered.clear();
      remembered.set(personId, { key, until: now + rememberedFor });
    }
    return key;
  };
  const create = async (em: Em, personId: string): Promise<Buffer | null | undefined> => {
    const wrapped = sealBytes(keyRing.derive(keyRing.currentId, 'person'), randomBytes(32), personId).toString(
      'base64url',
    );
    await em.execute(
      `${insertUnlessPresent(familyOfEm(em))} into person_keys (person_id, wrapped_key, key_id, created_at) values (?, ?, ?, ?)`,
      [personId, wrapped, keyRing.currentId, clock.now()],
      'run',
    );
    return load(em, personId);
  };
  return {
    seal: async (em, personId, value) => {
      const known = remembered.get(personId);
      const isFresh = known !== undefined && known.until > clock.now().getTime();
      const key = isFresh ? known.key : ((await load(em, personId)) ?? (await create(em, personId)));
      if (!key) throw new Error('the key of this person was destroyed');
      return sealBytes(key, Buffer.from(value), personId).toString('base64url');
    },
    unseal: async (em, personId, sealed) => {
      const key = await load(em, personId);
      return key ? openBytes(key, Buffer.from(sealed, 'base64url'), personId).toString('utf8') : undefined;
    },
    destroy: async (em, personId) => {
      remembered.delete(personId);
      await affectedRows(em, 'update person_keys set wrapped_key = null, destroyed_at = ? where person_id = ?', [
        clock.now(),
        personId,
      ]);
    },
  };
}
