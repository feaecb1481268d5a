import { affectedRows, selectRows, type Orm } from '../../database/index.ts';
import { isRetryable } from '../command/index.ts';
import { asSealed, openBytes, sealBytes, type FieldCrypto, type KeyRing } from '../crypto/index.ts';
import { keyColumns, type KeyColumn } from './key-columns.ts';

export interface KeyUse {
  readonly table: string;
  readonly column: string;
  readonly keyId: string;
  readonly rows: number;
}

export interface Rotation {
  /** Values that were written anew. */
  readonly renewed: number;
  /** Values that did not open: changed by somebody, or under a key that the ring does not hold. */
  readonly unreadable: readonly { readonly table: string; readonly column: string; readonly key: string }[];
  /** What stands under which key now. */
  readonly uses: readonly KeyUse[];
}

interface Value {
  readonly id: string;
  readonly value: string;
  readonly key_id: string;
}

const batchRows = 200;
const mostTries = 10;

/**
 * Writes everything that is not under the current key of the ring anew under it, in short transactions, while the site
 * goes on: a value that somebody else changed meanwhile is left to the next round. Stopped half-way, it goes on where it
 * was; run again, it finds nothing to do. Stored files are not rewritten, only the keys that they are encrypted with.
 * @param onProgress after each batch, with how many values of this column were renewed so far
 */
export async function rotateKeys(
  { orm, crypto }: { readonly orm: Orm; readonly crypto: FieldCrypto },
  onProgress: (column: KeyColumn, renewed: number) => void = () => undefined,
): Promise<Rotation> {
  const columns = keyColumns(orm);
  const unreadable: Rotation['unreadable'][number][] = [];
  let renewed = 0;
  for (const column of columns) {
    let here = 0;
    for await (const batch of batchesOf(orm, column, crypto.keyRing)) {
      const fresh = batch.flatMap((old) => {
        const value = renew(column, old, crypto);
        if (value === undefined) unreadable.push({ table: column.table, column: column.column, key: old.id });
        return value === undefined ? [] : [{ old, value }];
      });
      here += await patiently(() => replace(orm, column, { fresh, keyId: crypto.keyRing.currentId }));
      onProgress(column, here);
    }
    renewed += here;
  }
  return { renewed, unreadable, uses: await countKeys(orm) };
}

/** How many values stand under which key. */
export async function countKeys(orm: Orm): Promise<KeyUse[]> {
  const uses: KeyUse[] = [];
  for (const column of keyColumns(orm)) {
    const rows = await selectRows<{ key_id: string; n: number | string }>(
      orm.em.fork(),
      `select ${keyIdOf(column)} as key_id, count(*) as n from ${column.table} where ${isFilled(column)} group by 1 order by 1`,
    );
    uses.push(
      ...rows.map(({ key_id, n }) => ({
        table: column.table,
        column: column.column,
        keyId: key_id,
        rows: Number(n),
      })),
    );
  }
  return uses;
}

/** `v1:KEY:…` holds the name of the key between the first two colons. */
const keyIdOf = ({ kind, column }: KeyColumn): string =>
  kind === 'wrapped' ? 'key_id' : `substr(${column}, 4, instr(substr(${column}, 4), ':') - 1)`;

const isFilled = ({ column }: KeyColumn): string => `${column} is not null and ${column} <> ''`;

async function* batchesOf(orm: Orm, column: KeyColumn, ring: KeyRing): AsyncGenerator<Value[]> {
  const { table, primaryKey } = column;
  for (let after = ''; ;) {
    const rows = await selectRows<Value>(
      orm.em.fork(),
      `select ${primaryKey} as id, ${column.column} as value, ${keyIdOf(column)} as key_id from ${table}
       where ${primaryKey} > ? and ${isFilled(column)} and ${keyIdOf(column)} <> ? order by ${primaryKey} limit ${batchRows}`,
      [after, ring.currentId],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

/** The same content under the current key; undefined when the old value does not open. */
function renew({ kind, purpose }: KeyColumn, old: Value, crypto: FieldCrypto): string | undefined {
  const { keyRing } = crypto;
  try {
    if (kind === 'sealed')
      return String(crypto.encryptField(crypto.decryptField(asSealed(old.value), purpose), purpose));
    const key = openBytes(keyRing.derive(old.key_id, purpose), Buffer.from(old.value, 'base64url'), old.id);
    return sealBytes(keyRing.derive(keyRing.currentId, purpose), key, old.id).toString('base64url');
  } catch {
    return undefined;
  }
}

interface Batch {
  readonly fresh: readonly { readonly old: Value; readonly value: string }[];
  readonly keyId: string;
}

/** Only values that are still the ones that were read; how many they were. */
async function replace(orm: Orm, { kind, table, column, primaryKey }: KeyColumn, batch: Batch): Promise<number> {
  const also = kind === 'wrapped' ? ', key_id = ?' : '';
  const sql = `update ${table} set ${column} = ?${also} where ${primaryKey} = ? and ${column} = ?`;
  return orm.em.fork().transactional(async (em) => {
    let done = 0;
    for (const { old, value } of batch.fresh)
      done += await affectedRows(em, sql, [value, ...(kind === 'wrapped' ? [batch.keyId] : []), old.id, old.value]);
    return done;
  });
}

/** The site goes first: a batch that meets one of its transactions is tried again. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error) || tries === mostTries) throw error;
    }
  }
}
