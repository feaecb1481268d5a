import { civilDateAt } from '@yitang/domain/calendar';
import {
  excludesOn,
  servesAllFour,
  type Exclusion,
  type RecordEvidence,
  type TargetFacts,
  type TargetMatter,
} from '@yitang/domain/target';
import type { CivilDate, TargetRecordKind } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Asking } from '../asking.ts';
import type { MonthSpan } from '../volume/index.ts';
import { dayVolumes, frozenCodesOn, loadVolumes, type DayVolumes, type LoadedVolumes } from './high-frequency.ts';
import { matterDays, type MatterDays } from './matter-days.ts';
import { MatterExclusion, TargetRecord } from './target.entity.ts';

/** What targets are held against on one day. */
export interface DayFacts extends TargetFacts {
  readonly on: CivilDate;
  readonly volumes: DayVolumes | null;
}

export interface DatedRecord {
  readonly kind: TargetRecordKind;
  readonly on: CivilDate;
}

/** All that facts of days are made of; read once for a request. */
export interface TargetSource {
  readonly today: CivilDate;
  readonly days: MatterDays;
  readonly exclusions: readonly (Exclusion & { readonly id: string })[];
  readonly records: readonly DatedRecord[];
  readonly volumes: LoadedVolumes;
}

export interface SourceQuery {
  /** The days of which facts will be asked: volumes are loaded for these, all at once. */
  readonly on: readonly CivilDate[];
  /** Months that whoever asks needs besides. */
  readonly also?: MonthSpan | undefined;
  /** Volumes, choices and frozen sets as they were recorded until then; left out: as they are known now. */
  readonly recordedUntil?: Date | undefined;
}

export const todayOf = ({ now, deps }: Pick<Asking, 'now' | 'deps'>): CivilDate =>
  civilDateAt(now, deps.config.timeZone);

export async function loadTargetSource(call: Asking, { on, ...asked }: SourceQuery): Promise<TargetSource> {
  const records = await call.em.find(TargetRecord, { withdrawnAt: null }, { disableIdentityMap: true });
  const [today, days] = [todayOf(call), await matterDays(call)];
  return {
    today,
    days,
    exclusions: await loadExclusions(call.em),
    records: records.map(({ kind, madeOn }) => ({ kind, on: madeOn })),
    volumes: await loadVolumes(call, { ...asked, days: on.filter((day) => hasCatalog(days, day)) }),
  };
}

/** Of a day without a catalog nothing is computed. */
const hasCatalog = ({ firstDay }: MatterDays, day: CivilDate): boolean => firstDay !== undefined && firstDay <= day;

/** Those that hold or held for a time. */
export async function loadExclusions(em: Em): Promise<TargetSource['exclusions']> {
  const where = { status: { $in: ['approved' as const, 'ended' as const] } };
  const rows = await em.find(MatterExclusion, where, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return rows.map(exclusionOf);
}

export function exclusionOf(row: MatterExclusion): Exclusion & { readonly id: string } {
  const { id, code, reason, evidence, status, requestedBy, reviewOn } = row;
  const [approver, from, endedOn] = [row.approver ?? null, row.fromDay ?? null, row.endedOn ?? null];
  return { id, code, reason, evidence, status, requestedBy, reviewOn, approver, from, endedOn };
}

/** The facts of a day that was, or of today; one of those that the source was loaded for. */
export function factsOn(call: Pick<Asking, 'deps'>, source: TargetSource, on: CivilDate): DayFacts {
  const { days, today, volumes: loaded } = source;
  if (!hasCatalog(days, on)) return factsOf(source, { on, matters: null, volumes: null });
  const matters = days.on(on, today);
  const volumes = dayVolumes(call, loaded, { on, matters });
  return { ...factsOf(source, { on, matters, volumes }), frozen: frozenCodesOn(loaded, on) };
}

/** What is planned has no evidence. */
const shown = (evidence: RecordEvidence | null, on: CivilDate): RecordEvidence | null =>
  evidence !== null && evidence.on <= on ? evidence : null;

interface Day {
  readonly on: CivilDate;
  readonly matters: readonly TargetMatter[] | null;
  readonly volumes: DayVolumes | null;
}

/** The same of matters that are given, so that a forecast is held against what is known of volumes now. */
export function factsOf({ exclusions, records, days }: TargetSource, { on, matters, volumes }: Day): DayFacts {
  const there = new Map<TargetRecordKind, RecordEvidence | null>();
  // Latest first, so that the first of each kind stays.
  for (const record of records.toSorted((a, b) => (a.on < b.on ? 1 : -1)))
    if (record.on <= on) there.set(record.kind, { on: record.on, batch: null });
  if (matters !== null && servesAllFour(matters)) there.set('list-published', shown(days.firstServing, on));
  return {
    on,
    matters,
    volumes,
    excluded: new Set(exclusions.filter((one) => excludesOn(one, on)).map(({ code }) => code)),
    current: volumes?.current ?? 'no-cases',
    frozen: 'no-frozen-set',
    records: there,
  };
}
