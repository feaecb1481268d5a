import { mergeArrivals, type Arrival } from '@yitang/domain/visit';
import type { VisitKind, VisitReason } from '@yitang/domain/vocabulary';
import { affectedRows, insertRows, instantOf, type Em } from '../../../database/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { marksFor } from './tally-cases.ts';
import type { TripRule } from './trip-rule.ts';

export interface StoredVisit {
  readonly id: string;
  readonly startedAt: Date;
  readonly slot: string | null;
  readonly recordedBy: string | null;
}

/** An arrival for one case, or for none yet. */
export interface ArrivalLine {
  readonly id: string;
  readonly visitId: string | null;
  readonly at: Date;
  readonly kind: VisitKind;
  readonly reason: VisitReason | null;
  readonly caseId: string | null;
}

interface Around {
  readonly personId: string;
  readonly placeId: string;
  readonly at: Date;
}

interface VisitRow {
  id: string;
  started_at: unknown;
  slot: string | null;
  recorded_by: string | null;
}

/**
 * The visits that an arrival at this time may change, with their arrivals: the one within whose time it lies, and all
 * later ones. What lies before is settled, for a visit is measured from its first arrival.
 */
export async function findVisitsAround(
  em: Em,
  { personId, placeId, at }: Around,
  { mergeMinutes }: TripRule,
): Promise<{ visits: StoredVisit[]; lines: ArrivalLine[] }> {
  const here = 'person_id = ? and place_id = ?';
  // Takes hold of the person's visits here, so that of two arrivals at one moment the second sees the first.
  await affectedRows(em, `update visits set person_id = person_id where ${here}`, [personId, placeId]);
  const since = new Date(at.getTime() - mergeMinutes * 60_000);
  const rows = await em.execute<VisitRow[]>(
    `select id, started_at, slot, recorded_by from visits
      where ${here} and started_at >= ? order by started_at, id`,
    [personId, placeId, since],
  );
  const visits = rows.map(({ id, started_at, slot, recorded_by }) => ({
    id,
    startedAt: instantOf(started_at),
    slot,
    recordedBy: recorded_by,
  }));
  return { visits, lines: await findLines(em, { personId, placeId }, visits) };
}

interface LineRow {
  id: string;
  visit_id: string;
  at: unknown;
  kind: VisitKind;
  reason: VisitReason | null;
  case_id: string | null;
}

async function findLines(
  em: Em,
  owner: { readonly personId: string; readonly placeId: string },
  visits: readonly StoredVisit[],
): Promise<ArrivalLine[]> {
  if (visits.length === 0) return [];
  const ids = visits.map(({ id }) => id);
  const within = `in (${marksFor(ids)})`;
  const rows = await em.execute<LineRow[]>(
    `select id, visit_id, at, kind, reason, case_id from arrivals where visit_id ${within} order by at, id`,
    ids,
  );
  const known = new Set(rows.map(({ visit_id }) => visit_id));
  const older = await em.execute<Omit<LineRow, 'id'>[]>(
    `select visit_id, at, kind, reason, case_id from visit_cases where visit_id ${within} order by at, case_id, kind`,
    ids,
  );
  const bare = older.filter(({ visit_id }) => !known.has(visit_id)).map((row) => ({ ...row, id: newId() }));
  await keepLines(em, owner, bare);
  return [...rows, ...bare].map(({ id, visit_id, at, kind, reason, case_id }) => ({
    id,
    visitId: visit_id,
    at: instantOf(at),
    kind,
    reason,
    caseId: case_id,
  }));
}

/** Visits from before arrivals were kept get theirs from what they served. */
async function keepLines(
  em: Em,
  { personId, placeId }: { readonly personId: string; readonly placeId: string },
  bare: readonly LineRow[],
): Promise<void> {
  const rows = bare.map(({ id, visit_id, at, kind, reason, case_id }) => ({
    id,
    visit_id,
    person_id: personId,
    place_id: placeId,
    at: instantOf(at),
    kind,
    reason,
    case_id,
    source: 'staff',
    recorded_at: instantOf(at),
  }));
  await insertRows(em, 'arrivals', rows);
}

export interface MergedVisit {
  readonly id: string;
  readonly personId: string;
  readonly placeId: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly lines: readonly ArrivalLine[];
}

interface Merging {
  readonly personId: string;
  readonly placeId: string;
  readonly lines: readonly ArrivalLine[];
  readonly visits: readonly StoredVisit[];
}

/** By the rule; a visit that begins when an earlier one began keeps its id. */
export function mergeLines({ personId, placeId, lines, visits }: Merging, { mergeMinutes }: TripRule): MergedVisit[] {
  const arrivals = lines.map((line): Arrival & { readonly line: ArrivalLine } => ({
    ...{ personId, placeId, line },
    at: line.at,
    kind: line.kind,
    caseIds: line.caseId === null ? [] : [line.caseId],
  }));
  const idAt = new Map(visits.map(({ id, startedAt }) => [startedAt.getTime(), id]));
  return mergeArrivals(arrivals, mergeMinutes).map((visit) => ({
    id: idAt.get(visit.startedAt.getTime()) ?? newId(),
    personId,
    placeId,
    startedAt: visit.startedAt,
    lastSeenAt: visit.lastSeenAt,
    lines: visit.arrivals.map(({ line }) => line),
  }));
}
