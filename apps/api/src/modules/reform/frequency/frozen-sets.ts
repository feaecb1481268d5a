import { createHash, verify } from 'node:crypto';
import type { Answer, frequencyEndpoints } from '@yitang/contract';
import { civilDateAt, yearOf } from '@yitang/domain/calendar';
import { compareSets, highFrequencySet, type FrozenDocument } from '@yitang/domain/high-frequency';
import type { Em } from '../../../database/index.ts';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findFiled, presentFiled } from '../filing/find-filed.ts';
import { findFirstMonth } from '../volume/index.ts';
import { computeHighFrequencySet } from './compute-high-frequency-set.ts';
import { FrozenSet } from './frequency.entity.ts';

type Endpoints = typeof frequencyEndpoints;

/** The set of a year as it was frozen, the last one where there are several; undefined: none was. */
export async function findFrozenSet(
  em: Em,
  year: number,
): Promise<{ number: number; digest: string; document: FrozenDocument } | undefined> {
  const where = { orderBy: { number: 'desc' }, limit: 1, disableIdentityMap: true } as const;
  const [found] = await em.find(FrozenSet, { year }, where);
  return found && { number: found.number, digest: found.digest, document: contentOf(found) };
}

const contentOf = ({ document }: FrozenSet): FrozenDocument => JSON.parse(document) as FrozenDocument;

/** What has been frozen, and the years that are over and of which something is known. */
export async function listFrozenSets(call: Call): Promise<Answer<Endpoints['listFrozenSets']>> {
  const found = await call.em.find(FrozenSet, {}, { orderBy: { number: 'desc' }, disableIdentityMap: true });
  const first = await findFirstMonth(call.em);
  const thisYear = yearOf(civilDateAt(call.now, call.deps.config.timeZone));
  const since = first === undefined ? thisYear : yearOf(`${first}-01`);
  return {
    items: await presentRows(call.em, found),
    years: Array.from({ length: Math.max(0, thisYear - since) }, (_, index) => thisYear - 1 - index),
  };
}

async function presentRows(em: Em, sets: readonly FrozenSet[]) {
  const filed = await findFiled(em, { setNumbers: sets.map(({ number }) => number) });
  return sets.map((frozen) => ({
    ...presentRow(frozen),
    filings: filed.filter(({ setNumber }) => setNumber === frozen.number).map(presentFiled),
  }));
}

function presentRow(frozen: FrozenSet) {
  const { number, year, replaces, reason, firstMonth, lastMonth, total, setSize, matters, digest, frozenBy } = frozen;
  return {
    ...{ number, year, firstMonth, lastMonth, total, setSize, matters, digest, frozenBy },
    ...{ replaces: replaces ?? null, reason: reason ?? null, frozenAt: frozen.frozenAt.toISOString() },
  };
}

/** With its signature checked anew, and what has changed against the twelve complete months until today. */
export async function getFrozenSet(call: Call, number: number): Promise<Answer<Endpoints['getFrozenSet']>> {
  const frozen = await requireSet(call, number);
  const document = contentOf(frozen);
  const filed = await findFiled(call.em, { setNumbers: [number] });
  // Shares are computed, never kept: everybody who has the counts comes to the same.
  const counted = highFrequencySet(document.rows.map(({ code, volume }) => ({ code, volume })));
  const sharesOf = new Map(counted.rows.map((row) => [row.code, row]));
  const { joint, withInstant, audiences } = document.rules;
  const { keyId, publicKey, signature } = frozen;
  return {
    ...{
      ...presentRow(frozen),
      filings: filed.map(presentFiled),
      keyId,
      publicKey,
      signature,
      isGenuine: isGenuine(frozen),
    },
    rules: { joint, withInstant, audiences: [...audiences] },
    ...{ retired: document.retired, openMonths: document.openMonths, isDemo: document.isDemo },
    rows: document.rows.map((row) => {
      const { share = 0, cumulativeShare = 0 } = sharesOf.get(row.code) ?? {};
      return { ...row, share, cumulativeShare };
    }),
    current: await compareWithNow(call, document),
  };
}

function isGenuine({ document, digest, publicKey, signature }: FrozenSet): boolean {
  if (createHash('sha256').update(document).digest('hex') !== digest) return false;
  return verify(null, Buffer.from(document), publicKey, Buffer.from(signature, 'base64'));
}

async function compareWithNow(call: Call, { rows, total, rules }: FrozenDocument) {
  const { audiences, withInstant } = rules;
  const now = await computeHighFrequencySet(call, { months: 12, audiences, withoutInstant: !withInstant });
  const counted = highFrequencySet(rows.map(({ code, volume }) => ({ code, volume })));
  const moves = compareSets({ total, rows: counted.rows }, now);
  const names = new Map([
    ...rows.map(({ code, name }) => [code, name] as const),
    ...now.rows.map(({ code, matter }) => [code, matter.name] as const),
  ]);
  const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: names.get(code) ?? code }));
  const { firstMonth, lastMonth, isComputable } = now;
  return { firstMonth, lastMonth, isComputable, cameIn: named(moves.cameIn), wentOut: named(moves.wentOut) };
}

async function requireSet(call: Call, number: number): Promise<FrozenSet> {
  const frozen = await call.em.findOne(FrozenSet, { number }, { disableIdentityMap: true });
  if (frozen === null) throw problem('record.not-found');
  return frozen;
}

/** The three files with which anybody can check it outside of this site. */
export async function readFrozenFile(
  call: Call,
  number: number,
  part: 'document' | 'signature' | 'key',
): Promise<FileAnswer> {
  const { year, document, signature, publicKey } = await requireSet(call, number);
  const name = `高频事项冻结清单_${year}_第${number}号`;
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
