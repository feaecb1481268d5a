import type { Input, frequencyEndpoints } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import {
  calendarYear,
  canonicalJson,
  type CountingRules,
  type FrozenDocument,
  type FrozenRow,
} from '@yitang/domain/high-frequency';
import type { Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { againWhenTaken } from '../again-when-taken.ts';
import { sealDocument } from '../sealed-document.ts';
import {
  computeHighFrequencySet,
  type ComputedRow,
  type ComputedSet,
  type NotComputable,
} from './compute-high-frequency-set.ts';
import { departmentNames } from './department-names.ts';
import { findRule } from './frequency-rule.ts';
import { FrozenSet } from './frequency.entity.ts';
import { presentLeftOut } from './get-high-frequency-set.ts';

/**
 * Freezes 高频事项 of a calendar year by the rule that holds now: a numbered document, signed with the key of the site,
 * that is never changed. A mistake is mended by another one of the same year, which names its reason.
 * @throws `request.invalid` for a year that is not over or has no cases, and without a reason for a second set of a year or
 * one of which the first months are unknown; `record.changed` where somebody else froze the year at the same moment
 */
export async function freezeSet(
  call: Call,
  { year, reason = '' }: Input<(typeof frequencyEndpoints)['freezeFrequencySet']>['body'],
): Promise<{ number: number; setSize: number }> {
  const { asOf } = calendarYear(year);
  const today = civilDateAt(call.now, call.deps.config.timeZone);
  if (today <= asOf) refuse('year', `${year} 年还没有结束，全年的办件量要到次年 1 月 1 日才完整。`);
  const seen = (await lastNumbers(call.em, year)).ofYear;
  return againWhenTaken(() => freezeOnce(call, { year, reason, seen }));
}

interface Wish {
  readonly year: number;
  readonly reason: string;
  /** The set of the year that was there when it was asked for. */
  readonly seen: number | null;
}

function freezeOnce(call: Call, { year, reason, seen }: Wish): Promise<{ number: number; setSize: number }> {
  const { asOf, months } = calendarYear(year);
  return call.deps.runCommand(call, { name: 'frequency.freeze' }, async (tx) => {
    const { last, ofYear: latest } = await lastNumbers(tx.em, year);
    if (latest !== seen) throw problem('record.changed', { detail: frozenMeanwhile(year, latest) });
    const { rules } = await findRule(tx.em);
    const { joint, withInstant, audiences } = rules;
    const set = await computeHighFrequencySet(
      { deps: call.deps, now: call.now, em: tx.em },
      { asOf, months, audiences, joint, withoutInstant: !withInstant },
    );
    if (set.whyNot !== null) refuse('year', whyNot[set.whyNot](year));
    if (set.knownSince !== null && reason === '')
      refuse('reason', `${year} 年的数据从 ${set.knownSince} 才开始，不满一年。确实要冻结，请写明理由。`);
    if (latest !== null && reason === '')
      refuse('reason', `${year} 年已有第 ${latest} 号冻结清单。要重新冻结，请写明理由；原清单会保留。`);
    const number = (last ?? 0) + 1;
    await insertSet(call, tx, {
      document: documentOf(call, { set, rules, year, number, replaces: latest }),
      reason: reason === '' ? null : reason,
    });
    tx.audit({
      action: 'frequency.freeze',
      chain: 'frequency',
      target: { type: 'frozen-set', id: String(number) },
      outcome: 'done',
      after: { number, year, total: set.total, setSize: set.setSize, replaces: latest, reason },
    });
    return { number, setSize: set.setSize };
  });
}

const whyNot: Readonly<Record<NotComputable, (year: number) => string>> = {
  'no-cases': (year) => `${year} 年没有办件，不能计算高频事项。`,
  'no-matters': (year) => `${year} 年底目录里还没有公布的事项，不能计算高频事项。`,
  'before-data': (year) => `${year} 年早于第一批办件量数据，不能计算高频事项。`,
};

const frozenMeanwhile = (year: number, number: number | null): string =>
  `${year} 年的清单刚刚已冻结为第 ${number} 号，请查看后再决定是否重新冻结。`;

/**
 * The newest number of all and of a year, by one reading: between two of them somebody else could freeze the same year, and
 * this one would take the next number without having seen theirs.
 */
async function lastNumbers(em: Em, year: number): Promise<{ last: number | null; ofYear: number | null }> {
  const numbers = { fields: ['number', 'year'], orderBy: { number: 'desc' }, disableIdentityMap: true } as const;
  const sets = await em.find(FrozenSet, {}, numbers);
  return { last: sets[0]?.number ?? null, ofYear: sets.find((set) => set.year === year)?.number ?? null };
}

interface Frozen {
  readonly set: ComputedSet;
  readonly rules: CountingRules;
  readonly year: number;
  readonly number: number;
  readonly replaces: number | null;
}

function documentOf(call: Call, { set, rules, year, number, replaces }: Frozen): FrozenDocument {
  const nameOf = departmentNames(call);
  const { firstMonth, lastMonth, total, setSize, retired, openMonths } = set;
  return {
    kind: '高频事项冻结清单',
    ...{ number, replaces, year, firstMonth, lastMonth, total, setSize, retired, openMonths },
    university: call.deps.config.university.name,
    frozenAt: call.now.toISOString(),
    rules: { ...rules, line: '5·Σ ≥ 4·total', source: '浙教人〔2018〕105号' },
    isDemo: call.deps.config.mode !== 'production',
    leftOut: presentLeftOut(call, set.leftOut),
    rows: set.rows.map((row) => freezeRow(row, nameOf)),
  };
}

function freezeRow({ matter, ...row }: ComputedRow, nameOf: (departmentId: string) => string): FrozenRow {
  const { rank, code, volume, own, reported, cumulative, isHighFrequency, isBoundary, isTied } = row;
  return {
    ...{ rank, code, name: matter.name, department: nameOf(matter.departmentId), volume, own, reported, cumulative },
    ...{ isHighFrequency, isBoundary, isTied, openMonths: row.openMonths },
  };
}

async function insertSet(
  call: Call,
  tx: Tx,
  { document, reason }: { readonly document: FrozenDocument; readonly reason: string | null },
): Promise<void> {
  const { number, year, replaces, firstMonth, lastMonth, total, setSize, rows } = document;
  await tx.em.insert(FrozenSet, {
    ...{ number, year, replaces, reason, firstMonth, lastMonth, total, setSize, matters: rows.length },
    ...sealDocument(call.deps, 'frozen-set', canonicalJson(document)),
    frozenBy: call.principal.displayName ?? '',
    frozenAt: tx.now,
  });
}

function refuse(field: string, message: string): never {
  throw problem('request.invalid', { issues: [{ field: `body.${field}`, code: 'freeze', message }] });
}
