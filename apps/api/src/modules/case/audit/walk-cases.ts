import type { CorrectionItem } from '@yitang/domain/case';
import type { CaseStatus, CivilDate } from '@yitang/domain/vocabulary';
import { instantOf, instantOrNull, type Em } from '../../../database/index.ts';
import { findKnownTrips, type KnownTrips } from './find-known-trips.ts';

/** A case held against its guide: no person, no answers. */
export interface WalkedCase extends KnownTrips {
  readonly id: string;
  readonly number: string;
  readonly matterVersionId: string;
  readonly status: CaseStatus;
  /** Applied for on the net. */
  readonly isOnline: boolean;
  /** Working days, as it was promised. */
  readonly promisedDays: number;
  /** Working days by which it was lengthened; 0: it was not. */
  readonly extensionDays: number;
  readonly submittedAt: Date;
  readonly acceptedOn: CivilDate | null;
  readonly decidedAt: Date | null;
  readonly dueOn: CivilDate | null;
  /** Stages it went through; null: none was noted. */
  readonly stages: number | null;
  /** Lists of corrections by their rounds. */
  readonly corrections: readonly (readonly CorrectionItem[])[];
}

export interface Walk {
  readonly matterId: string;
  /** Cases accepted on these days, both included, and those submitted on them that were never accepted. */
  readonly first: CivilDate;
  readonly last: CivilDate;
  /** The same days as instants: begin of the first, end of the last. */
  readonly from: Date;
  readonly until: Date;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly matter_version_id: string;
  readonly status: CaseStatus;
  readonly form_version_id: string | null;
  readonly promised_days: number;
  readonly extension_days: number;
  readonly submitted_at: unknown;
  readonly accepted_on: CivilDate | null;
  readonly decided_at: unknown;
  readonly due_on: CivilDate | null;
  readonly correction_rounds: number;
}

const pageSize = 500;
const columns =
  'id, number, matter_version_id, status, form_version_id, promised_days, extension_days, submitted_at, accepted_on, decided_at, due_on, correction_rounds';
/** An application is begun at most so long before it is submitted; ids carry the time of the beginning. */
const longestDraft = 31 * 24 * 3_600_000;

/**
 * The cases of one matter and a span of days, page by page along the index of matter and day, without those that were
 * struck out. Five statements a page, and never more than a page in memory.
 */
export async function* walkCases(em: Em, walk: Walk): AsyncGenerator<WalkedCase[]> {
  yield* pages(em, (after) => acceptedPage(em, walk, after));
  yield* pages(em, (after) => unacceptedPage(em, walk, after));
}

async function* pages(em: Em, load: (after: Row | undefined) => Promise<Row[]>): AsyncGenerator<WalkedCase[]> {
  for (let after: Row | undefined, isMore = true; isMore;) {
    const rows = await load(after);
    after = rows.at(-1);
    isMore = rows.length === pageSize;
    const counted = rows.filter(({ status }) => status !== 'voided' && status !== 'removed');
    if (counted.length > 0) yield await complete(em, counted);
  }
}

function acceptedPage(em: Em, { matterId, first, last }: Walk, after: Row | undefined): Promise<Row[]> {
  const [day, id] = [after?.accepted_on ?? first, after?.id ?? ''];
  return em.execute<Row[]>(
    `select ${columns} from cases
      where matter_id = ? and accepted_on >= ? and accepted_on <= ? and (accepted_on > ? or id > ?)
      order by accepted_on, id limit ${pageSize}`,
    [matterId, day, last, day, id],
  );
}

function unacceptedPage(em: Em, { matterId, from, until }: Walk, after: Row | undefined): Promise<Row[]> {
  const earliest = idAt(from.getTime() - longestDraft);
  return em.execute<Row[]>(
    `select ${columns} from cases
      where matter_id = ? and accepted_on is null and id > ? and submitted_at >= ? and submitted_at < ?
      order by id limit ${pageSize}`,
    [matterId, after?.id ?? earliest, from, until],
  );
}

/** The least id that is made at an instant. */
function idAt(milliseconds: number): string {
  const time = Math.max(0, milliseconds).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}`;
}

async function complete(em: Em, rows: readonly Row[]): Promise<WalkedCase[]> {
  const ids = rows.map(({ id }) => id);
  const trips = await findKnownTrips(em, ids);
  const stages = await findStages(em, ids);
  const corrections = await findCorrections(
    em,
    rows.filter(({ correction_rounds }) => Number(correction_rounds) > 0).map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    matterVersionId: row.matter_version_id,
    status: row.status,
    isOnline: row.form_version_id !== null,
    promisedDays: Number(row.promised_days),
    extensionDays: Number(row.extension_days),
    submittedAt: instantOf(row.submitted_at),
    acceptedOn: row.accepted_on,
    decidedAt: instantOrNull(row.decided_at),
    dueOn: row.due_on,
    stages: stages.get(row.id) ?? null,
    corrections: corrections.get(row.id) ?? [],
    ...(trips.get(row.id) ?? { trips: null, foundClosed: false }),
  }));
}

async function findStages(em: Em, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await em.execute<{ caseId: string; stages: number | string }[]>(
    `select case_id as caseId, count(distinct stage) as stages from case_intervals
      where case_id in (${ids.map(() => '?').join(', ')}) and kind = 'stage' group by case_id`,
    [...ids],
  );
  return new Map(rows.map(({ caseId, stages }) => [caseId, Number(stages)]));
}

async function findCorrections(em: Em, ids: readonly string[]): Promise<Map<string, CorrectionItem[][]>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<{ caseId: string; items: string | CorrectionItem[] }[]>(
    `select case_id as caseId, items from corrections
      where case_id in (${ids.map(() => '?').join(', ')}) order by case_id, round`,
    [...ids],
  );
  const rounds = new Map<string, CorrectionItem[][]>();
  for (const { caseId, items } of rows) {
    const known = rounds.get(caseId) ?? [];
    // A raw row holds JSON as a text, or read already, as the engine likes.
    known.push(typeof items === 'string' ? (JSON.parse(items) as CorrectionItem[]) : items);
    rounds.set(caseId, known);
  }
  return rounds;
}
