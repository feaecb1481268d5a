import { civilDateAt } from '@yitang/domain/calendar';
import { excludesOn, servesAllFour, type Exclusion, type TargetFacts, type TargetMatter } from '@yitang/domain/target';
import type { CivilDate, TargetRecordKind } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Asking } from '../asking.ts';
import { findDayVolumes, findFrozenCodes, type DayVolumes } from './high-frequency.ts';
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

/** All that does not depend on the day; read once for a request. */
export interface TargetSource {
  readonly today: CivilDate;
  readonly days: MatterDays;
  readonly exclusions: readonly (Exclusion & { readonly id: string })[];
  readonly records: readonly DatedRecord[];
  /** Volumes, choices and frozen sets as they were recorded until then; left out: as they are known now. */
  readonly recordedUntil?: Date | undefined;
}

export async function loadTargetSource(call: Asking, recordedUntil?: Date): Promise<TargetSource> {
  const records = await call.em.find(TargetRecord, { withdrawnAt: null }, { disableIdentityMap: true });
  return {
    today: civilDateAt(call.now, call.deps.config.timeZone),
    days: await matterDays(call),
    exclusions: await loadExclusions(call.em),
    records: records.map(({ kind, madeOn }) => ({ kind, on: madeOn })),
    recordedUntil,
  };
}

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

/** The facts of a day that was, or of today. */
export async function factsOn(
  call: Pick<Asking, 'deps' | 'em'>,
  source: TargetSource,
  on: CivilDate,
): Promise<DayFacts> {
  const { days, today, recordedUntil } = source;
  if (days.firstDay === undefined || on < days.firstDay) return factsOf(source, { on, matters: null, volumes: null });
  const matters = days.on(on, today);
  const volumes = await findDayVolumes(call, { on, matters, recordedUntil });
  return { ...factsOf(source, { on, matters, volumes }), frozen: await findFrozenCodes(call, on, recordedUntil) };
}

interface Day {
  readonly on: CivilDate;
  readonly matters: readonly TargetMatter[] | null;
  readonly volumes: DayVolumes | null;
}

/** The same of matters that are given, so that a forecast is held against what is known of volumes now. */
export function factsOf({ exclusions, records }: TargetSource, { on, matters, volumes }: Day): DayFacts {
  const there = new Set<TargetRecordKind>(records.filter((record) => record.on <= on).map(({ kind }) => kind));
  if (matters !== null && servesAllFour(matters)) there.add('list-published');
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
