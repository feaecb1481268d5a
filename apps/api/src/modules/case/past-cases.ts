import { civilDateAt } from '@yitang/domain/calendar';
import type { CaseEvent, EventActor } from '@yitang/domain/case';
import { formatCaseNumber } from '@yitang/domain/numbering';
import type { CaseStatus } from '@yitang/domain/vocabulary';
import { insertRows, type Em } from '../../database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { numberPrefix } from './case-number.ts';
import { addToCounters, sumByCounter, type CounterSum } from './counter/add-to-counters.ts';
import { countedOn } from './counter/counted-on.ts';
import { heldInterval } from './held-interval.ts';
import { inboxOrder, inboxViewOf } from './record/case-columns.ts';
import { chainEvents, type EventRow } from './record/event-chain.ts';
import { intervalRow } from './record/write-decision.ts';

/** A case that is over, from another system or of the demo. */
export interface PastCaseRow {
  readonly id?: string;
  /** Serial of its day, for its number: each day's differ. */
  readonly serial: number;
  readonly personId: string;
  readonly applicantName: string;
  readonly applicantNumber: string | null;
  readonly applicantDepartment: string | null;
  readonly applicantDepartmentId: string | null;
  readonly matter: PastMatter;
  readonly submittedAt: Date;
  /** null: it ended before it was accepted. */
  readonly acceptedAt: Date | null;
  readonly finishedAt: Date;
  /** One of the finished ones. */
  readonly status: CaseStatus;
  /** Id of the post that handled it, in whose finished cases it is found. */
  readonly postId: string | null;
  /** Trips that the applicant told of; null: nobody said. */
  readonly trips: number | null;
}

export interface PastMatter {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly versionId: string;
  readonly version: number;
  readonly departmentId: string;
  readonly formVersionId: string | null;
  readonly routeVersionId: string | null;
  readonly layoutVersionId: string | null;
  /** Working days. */
  readonly promisedDays: number;
}

/** So few rows that no engine finds a statement too long. */
const batchSize = 200;

/**
 * Inserts past cases with their events, intervals, trips and counts, set-based: about five statements for 200 cases.
 * The caller's transaction, so that a batch is there whole or not at all.
 */
export async function insertPastCases(em: Em, rows: readonly PastCaseRow[], { zone }: { zone: string }): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize).map((row) => story(row, zone));
    await insertRows(
      em,
      'cases',
      batch.map(({ row }) => row),
    );
    await insertRows(
      em,
      'case_events',
      batch.flatMap(({ events }) => events.map((event) => ({ ...event, pending: null }))),
    );
    await insertRows(
      em,
      'case_intervals',
      batch.flatMap(({ intervals }) => intervals),
    );
    await insertRows(
      em,
      'visit_answers',
      batch.flatMap(({ answer }) => answer),
    );
    await addToCounters(em, sumByCounter(batch.flatMap(({ sums }) => sums)));
  }
}

interface Story {
  readonly row: Record<string, unknown>;
  readonly events: readonly EventRow[];
  readonly intervals: readonly Record<string, unknown>[];
  readonly answer: readonly Record<string, unknown>[];
  readonly sums: readonly CounterSum[];
}

function story(past: PastCaseRow, zone: string): Story {
  const id = past.id ?? newId(past.submittedAt.getTime());
  const { matter, submittedAt, acceptedAt, finishedAt, trips, personId } = past;
  const acceptedOn = acceptedAt === null ? null : civilDateAt(acceptedAt, zone);
  const events = chainEvents(
    id,
    eventsOf(past, acceptedOn).map((event) => ({
      event,
      label: event.by.kind === 'applicant' ? past.applicantName : '经办人',
      countedOn: countedOn(event, civilDateAt(event.at, zone), acceptedOn),
    })),
  );
  const holder = past.postId ?? 'office';
  const stretch = (kind: 'intake' | 'stage', from: Date, until: Date) =>
    intervalRow(
      id,
      heldInterval({ kind, holder, startedAt: from, endedAt: null, isRunning: kind === 'stage', ground: null }, 0),
      until,
    );
  return {
    row: caseRow(past, { id, acceptedOn, zone }),
    events,
    intervals: [
      stretch('intake', submittedAt, acceptedAt ?? finishedAt),
      ...(acceptedAt === null ? [] : [stretch('stage', acceptedAt, finishedAt)]),
    ],
    answer: trips === null ? [] : [{ case_id: id, person_id: personId, trips, at: finishedAt }],
    sums: events
      .filter(({ counted_on }) => counted_on !== null)
      .map(({ type, counted_on }) => ({
        matterId: matter.id,
        month: (counted_on ?? '').slice(0, 7),
        measure: type,
        sum: 1,
      })),
  };
}

const reasons = { reason: '不符合办理条件', basis: '办事指南' };

/** What must have happened for the case to end as it did. */
function eventsOf(
  { personId, submittedAt, acceptedAt, finishedAt, status }: PastCaseRow,
  acceptedOn: string | null,
): CaseEvent[] {
  const applicant: EventActor = { kind: 'applicant', personId, post: null };
  const staff: EventActor = { kind: 'staff', personId: null, post: null };
  const submitted: CaseEvent = { type: 'submitted', at: submittedAt, by: applicant, owedMaterials: [] };
  const accepted: CaseEvent[] =
    acceptedAt === null || acceptedOn === null
      ? []
      : [{ type: 'accepted', at: acceptedAt, by: staff, kind: 'full', on: acceptedOn, note: null }];
  const at = finishedAt;
  const ends: Readonly<Partial<Record<CaseStatus, CaseEvent[]>>> = {
    approved: [{ type: 'approved', at, by: staff, note: null }],
    delivered: [
      { type: 'approved', at, by: staff, note: null },
      { type: 'delivered', at, by: staff, delivery: 'counter' },
    ],
    declined: [{ type: 'declined', at, by: staff, ...reasons }],
    refused: [{ type: 'refused', at, by: staff, ...reasons }],
    withdrawn: [{ type: 'withdrawn', at, by: applicant, reason: null }],
    expired: [{ type: 'correction-expired', at, by: { kind: 'system', personId: null, post: null }, round: 1 }],
    voided: [{ type: 'voided', at, by: staff, reason: '业务无效' }],
    removed: [{ type: 'removed', at, by: staff, reason: '录入错误' }],
  };
  return [submitted, ...accepted, ...(ends[status] ?? [])];
}

function caseRow(
  past: PastCaseRow,
  { id, acceptedOn, zone }: { id: string; acceptedOn: string | null; zone: string },
): Record<string, unknown> {
  const { matter, submittedAt, acceptedAt, finishedAt, status } = past;
  const date = civilDateAt(submittedAt, zone);
  return {
    id,
    number: formatCaseNumber({ prefix: numberPrefix, date, serial: past.serial }),
    version: 1,
    person_id: past.personId,
    applicant_name: past.applicantName,
    applicant_number: past.applicantNumber,
    applicant_department: past.applicantDepartment,
    applicant_department_id: past.applicantDepartmentId,
    matter_id: matter.id,
    matter_code: matter.code,
    matter_name: matter.name,
    matter_version_id: matter.versionId,
    matter_version: matter.version,
    department_id: matter.departmentId,
    form_version_id: matter.formVersionId,
    route_version_id: matter.routeVersionId,
    layout_version_id: matter.layoutVersionId,
    promised_days: matter.promisedDays,
    acceptance_days: 5,
    correction_days: 15,
    extension_days: 0,
    answers: '',
    status,
    stage_index: 0,
    acceptance_kind: acceptedAt === null ? null : 'full',
    accepted_on: acceptedOn,
    correction_rounds: 0,
    owed_materials: '[]',
    held_intervals: '[]',
    calendar_pins: '{}',
    submitted_at: submittedAt,
    accepted_at: acceptedAt,
    decided_at: finishedAt,
    finished_at: finishedAt,
    due_on: null,
    act_by: null,
    waits_for_year: null,
    inbox_post: past.postId,
    inbox_view: inboxViewOf(status),
    inbox_order: inboxOrder({ status, actBy: null, dueOn: null, decidedAt: finishedAt, submittedAt }),
    updated_at: finishedAt,
  };
}
