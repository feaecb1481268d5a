import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { insertRows, instantOf, type Em } from '../../database/index.ts';
import { keyIdOf } from '../crypto/index.ts';
import { newId } from '../ids/index.ts';
import { genesis } from './entry.ts';

export interface AnchorRow {
  id: string;
  day: string;
  at: unknown;
  heads: number;
  heads_digest: string;
  previous_digest: string;
  digest: string;
  key_id: string;
  signature: string;
}

interface HeadRow {
  chain: string;
  seq: number;
  hash: string;
}

// A transaction that began before the last anchor may have committed after it.
const overlap = 3_600_000;

/** Ed25519: signs in the process, is checked by anybody who has the public half. */
export interface AnchorKey {
  readonly id: string;
  readonly publicKey: KeyObject;
  sign(text: string): string;
}

export function anchorKey(pem: string): AnchorKey {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  return {
    id: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

/**
 * Signs the heads of all chains that grew since the last anchor; returns undefined when that day has one already.
 * Whoever later cuts a chain below such a head, or removes it, is found out.
 */
export async function writeAnchor(
  em: Em,
  key: AnchorKey,
  when: { day: string; at: Date },
): Promise<AnchorRow | undefined> {
  const [last] = await em.execute<AnchorRow[]>('select * from audit_anchors order by day desc limit 1');
  if (last !== undefined && last.day >= when.day) return undefined;
  const id = newId(when.at.getTime());
  const since = last === undefined ? undefined : firstIdAt(instantOf(last.at).getTime() - overlap);
  const { count, digest } = await copyHeads(em, id, since);
  const content = { day: when.day, heads: count, headsDigest: digest, previousDigest: last?.digest ?? genesis };
  const row: AnchorRow = {
    id,
    day: when.day,
    at: when.at,
    heads: count,
    heads_digest: digest,
    previous_digest: content.previousDigest,
    digest: anchorDigest(content),
    key_id: key.id,
    signature: '',
  };
  row.signature = key.sign(row.digest);
  await insertRows(em, 'audit_anchors', [{ ...row }]);
  return row;
}

/** The smallest UUIDv7 of a millisecond: ids are a time index. */
function firstIdAt(time: number): string {
  const hex = time.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

async function copyHeads(
  em: Em,
  anchorId: string,
  since: string | undefined,
): Promise<{ count: number; digest: string }> {
  const hash = createHash('sha256');
  let count = 0;
  for (let after = ''; ;) {
    const heads = await em.execute<HeadRow[]>(
      `select e.chain, e.seq, e.hash from audit_entries e
       join (select chain, max(seq) as seq from audit_entries where ${since === undefined ? '' : 'id >= ? and'} chain > ? group by chain order by chain limit 1000) h
       on h.chain = e.chain and h.seq = e.seq order by e.chain`,
      [...(since === undefined ? [] : [since]), after],
    );
    if (heads.length === 0) return { count, digest: hash.digest('hex') };
    await insertRows(
      em,
      'audit_anchor_heads',
      heads.map((head) => ({ anchor_id: anchorId, ...head })),
    );
    for (const head of heads) hash.update(headText(head));
    count += heads.length;
    after = heads.at(-1)!.chain;
  }
}

const headText = (head: HeadRow): string => `${JSON.stringify([head.chain, Number(head.seq), head.hash])}\n`;

function anchorDigest(content: { day: string; heads: number; headsDigest: string; previousDigest: string }): string {
  const { day, heads, headsDigest, previousDigest } = content;
  return createHash('sha256')
    .update(JSON.stringify([day, heads, headsDigest, previousDigest]))
    .digest('hex');
}

/** What is wrong with an anchor, given the digest of the one before it; undefined when all is well. */
export async function findAnchorFault(
  em: Em,
  row: AnchorRow,
  against: { readonly previousDigest: string; readonly keys: readonly KeyObject[] },
): Promise<string | undefined> {
  const content = {
    day: row.day,
    heads: Number(row.heads),
    headsDigest: row.heads_digest,
    previousDigest: row.previous_digest,
  };
  if (anchorDigest(content) !== row.digest) return `anchor ${row.day}: changed`;
  const key = against.keys.find((one) => keyIdOf(one) === row.key_id);
  if (key === undefined) return `anchor ${row.day}: signed with an unknown key ${row.key_id}`;
  if (!verify(null, Buffer.from(row.digest), key, Buffer.from(row.signature, 'base64')))
    return `anchor ${row.day}: the signature is wrong`;
  if (row.previous_digest !== against.previousDigest)
    return `anchor ${row.day}: the anchor before it is missing or changed`;
  if ((await digestOfHeads(em, row.id)) !== row.heads_digest)
    return `anchor ${row.day}: its list of chains was changed`;
  const [missing] = await em.execute<HeadRow[]>(
    `select h.chain, h.seq, h.hash from audit_anchor_heads h left join audit_entries e on e.chain = h.chain and e.seq = h.seq
     where h.anchor_id = ? and (e.hash is null or e.hash <> h.hash) order by h.chain limit 1`,
    [row.id],
  );
  return missing === undefined
    ? undefined
    : `chain ${missing.chain} entry ${missing.seq}: missing or not the one that was anchored on ${row.day}`;
}

async function digestOfHeads(em: Em, anchorId: string): Promise<string> {
  const hash = createHash('sha256');
  for (let after = ''; ;) {
    const heads = await em.execute<HeadRow[]>(
      'select chain, seq, hash from audit_anchor_heads where anchor_id = ? and chain > ? order by chain limit 1000',
      [anchorId, after],
    );
    if (heads.length === 0) return hash.digest('hex');
    for (const head of heads) hash.update(headText(head));
    after = heads.at(-1)!.chain;
  }
}
