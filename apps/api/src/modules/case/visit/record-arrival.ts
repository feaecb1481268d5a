import { slotAt, slotKey } from '@yitang/domain/visit';
import type { VisitKind, VisitReason } from '@yitang/domain/vocabulary';
import { affectedRows, insertRows } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { ArrivalRow } from './arrival.entity.ts';
import { markTrips } from './mark-trips.ts';
import { findVisitsAround, mergeLines, type ArrivalLine, type MergedVisit, type StoredVisit } from './merge-visits.ts';
import { marksFor } from './tally-cases.ts';
import type { TripRule } from './trip-rule.ts';

export interface NewArrival {
  /** null: known by the notice alone. */
  readonly personId: string | null;
  readonly placeId: string;
  readonly at: Date;
  readonly kind: VisitKind;
  readonly reason: VisitReason | null;
  /** It counts once for each; none: there is no case yet. */
  readonly caseIds: readonly string[];
  readonly matterId: string | null;
  readonly source: ArrivalRow['source'];
  readonly reference?: string;
  readonly noticeNumber?: string;
  readonly recordedBy: string;
}

/**
 * Writes an arrival down and merges the visits of the person at the place anew, from the one that it may belong to on:
 * whatever order arrivals are reported in, the visits are those that the rule makes of all of them.
 */
export async function recordArrival(
  { em, now }: Pick<Tx, 'em' | 'now'>,
  arrival: NewArrival,
  rule: TripRule,
): Promise<void> {
  const owner = { personId: arrival.personId ?? arrival.noticeNumber ?? newId(), placeId: arrival.placeId };
  const { visits, lines } = await findVisitsAround(em, { ...owner, at: arrival.at }, rule);
  const fresh = freshLines(arrival);
  const merged = mergeLines({ ...owner, lines: [...lines, ...fresh], visits }, rule);
  await replaceVisits(em, { visits, merged, rule, recordedBy: arrival.recordedBy });
  const visitOf = new Map(merged.flatMap(({ id, lines: own }) => own.map((line) => [line.id, id] as const)));
  await moveLines(em, lines, visitOf);
  await insertRows(
    em,
    'arrivals',
    fresh.map((line, index) => rowOf(arrival, { line, index, visitId: visitOf.get(line.id) ?? '', now })),
  );
  await markTrips(
    em,
    merged.flatMap(({ lines: own }) => own.flatMap(({ caseId }) => caseId ?? [])),
  );
}

function freshLines({ at, kind, reason, caseIds }: NewArrival): ArrivalLine[] {
  const ids = caseIds.length === 0 ? [null] : caseIds;
  return ids.map((caseId) => ({ id: newId(), visitId: null, at, kind, reason, caseId }));
}

interface Placed {
  readonly line: ArrivalLine;
  readonly index: number;
  readonly visitId: string;
  readonly now: Date;
}

function rowOf(arrival: NewArrival, { line, index, visitId, now }: Placed): Record<string, unknown> {
  const { personId, placeId, at, kind, reason, matterId, source, reference, noticeNumber, recordedBy } = arrival;
  return {
    id: line.id,
    visit_id: visitId,
    person_id: personId,
    place_id: placeId,
    at,
    kind,
    reason,
    case_id: line.caseId,
    matter_id: matterId,
    source,
    // The first row of a report carries its name: so a report that comes twice is found.
    reference: index === 0 ? (reference ?? null) : null,
    notice_number: index === 0 ? (noticeNumber ?? null) : null,
    recorded_by: recordedBy,
    recorded_at: now,
  };
}

interface Replacement {
  readonly visits: readonly StoredVisit[];
  readonly merged: readonly MergedVisit[];
  readonly rule: TripRule;
  readonly recordedBy: string;
}

async function replaceVisits(em: Tx['em'], { visits, merged, rule, recordedBy }: Replacement): Promise<void> {
  if (visits.length > 0) {
    const ids = visits.map(({ id }) => id);
    await em.execute(`delete from visit_cases where visit_id in (${marksFor(ids)})`, ids, 'run');
    await em.execute(`delete from visits where id in (${marksFor(ids)})`, ids, 'run');
  }
  const rows = merged.map(({ id, personId, placeId, startedAt, lastSeenAt }) => ({
    id,
    person_id: personId,
    place_id: placeId,
    started_at: startedAt,
    last_seen_at: lastSeenAt,
    recorded_by: visits.find((visit) => visit.id === id)?.recordedBy ?? recordedBy,
    slot: slotKey(slotAt(startedAt, rule.zone)),
  }));
  await insertRows(em, 'visits', rows);
  await insertRows(em, 'visit_cases', merged.flatMap(servedRows));
  await markSlots(em, visits, rows);
}

/** For each case and kind: when first, and the reason that was said last. */
function servedRows({ id, lines }: MergedVisit): Record<string, unknown>[] {
  const served = Map.groupBy(
    lines.filter(({ caseId }) => caseId !== null),
    ({ caseId, kind }) => `${caseId} ${kind}`,
  );
  return [...served.values()].map((same) => ({
    visit_id: id,
    case_id: same[0]?.caseId,
    kind: same[0]?.kind,
    at: same[0]?.at,
    reason: same.findLast(({ reason }) => reason !== null)?.reason ?? null,
  }));
}

async function markSlots(
  em: Tx['em'],
  before: readonly StoredVisit[],
  after: readonly { place_id: string; slot: string }[],
): Promise<void> {
  const deltas = new Map<string, number>();
  const add = (slot: string, delta: number) => deltas.set(slot, (deltas.get(slot) ?? 0) + delta);
  for (const { slot } of before) if (slot !== null) add(slot, -1);
  for (const { slot } of after) add(slot, 1);
  const [place_id] = after.map((row) => row.place_id);
  const changed = [...deltas].filter(([, delta]) => delta !== 0);
  await insertRows(
    em,
    'arrival_marks',
    changed.map(([slot, delta]) => ({ id: newId(), place_id, slot, delta })),
  );
}

async function moveLines(
  em: Tx['em'],
  lines: readonly ArrivalLine[],
  visitOf: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { id, visitId } of lines) {
    const now = visitOf.get(id);
    if (now !== undefined && now !== visitId)
      await affectedRows(em, 'update arrivals set visit_id = ? where id = ?', [now, id]);
  }
}
