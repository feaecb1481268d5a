import type { Answer, frequencyEndpoints } from '@yitang/contract';
import { civilDateAt, yearOf } from '@yitang/domain/calendar';
import { compareSets, highFrequencySet, type FrozenDocument } from '@yitang/domain/high-frequency';
import type { Em } from '../../../database/index.ts';
import type { Call, FileAnswer } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findFiled, presentFiled } from '../filing/find-filed.ts';
import { isGenuine, sealedFile, type SealedPart } from '../sealed-document.ts';
import { findFirstMonth } from '../volume/index.ts';
import { computeHighFrequencySet } from './compute-high-frequency-set.ts';
import { FrozenSet } from './frequency.entity.ts';

type Endpoints = typeof frequencyEndpoints;

export interface FoundSet extends Pick<FrozenSet, 'number' | 'digest' | 'keyId' | 'frozenAt'> {
  readonly document: FrozenDocument;
}

/** By year the set that was frozen, the last one where there are several; of a year without one (until then) nothing. */
export async function findFrozenSets(
  em: Em,
  years: readonly number[],
  frozenUntil?: Date,
): Promise<ReadonlyMap<number, FoundSet>> {
  if (years.length === 0) return new Map();
  const found = await em.find(
    FrozenSet,
    { year: { $in: [...new Set(years)] }, ...untilOf(frozenUntil) },
    { orderBy: { number: 'asc' }, disableIdentityMap: true },
  );
  // In the order of their numbers, so that the last stays.
  const last = new Map(found.map((frozen) => [frozen.year, frozen]));
  return new Map([...last].map(([year, frozen]) => [year, foundSet(frozen)]));
}

/** The set that was frozen last, of whatever year. */
export async function findLastFrozenSet(em: Em, frozenUntil?: Date): Promise<FoundSet | undefined> {
  const [found] = await em.find(FrozenSet, untilOf(frozenUntil), {
    orderBy: { number: 'desc' },
    limit: 1,
    disableIdentityMap: true,
  });
  return found && foundSet(found);
}

const untilOf = (until: Date | undefined) => (until === undefined ? {} : { frozenAt: { $lte: until } });

function foundSet(frozen: FrozenSet): FoundSet {
  const { number, digest, keyId, frozenAt } = frozen;
  return { number, digest, keyId, frozenAt, document: contentOf(frozen) };
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
    leftOut: document.leftOut?.map((one) => ({ ...one })) ?? null,
    rows: document.rows.map((row) => {
      const { share = 0, cumulativeShare = 0 } = sharesOf.get(row.code) ?? {};
      return { ...row, share, cumulativeShare, openMonths: row.openMonths ?? 0 };
    }),
    current: await compareWithNow(call, document),
  };
}

async function compareWithNow(call: Call, { rows, total, rules }: FrozenDocument) {
  const { joint, audiences, withInstant } = rules;
  const now = await computeHighFrequencySet(call, { months: 12, audiences, joint, withoutInstant: !withInstant });
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
export async function readFrozenFile(call: Call, number: number, part: SealedPart): Promise<FileAnswer> {
  const frozen = await requireSet(call, number);
  return sealedFile(frozen, `高频事项冻结清单_${frozen.year}_第${number}号`, part);
}
