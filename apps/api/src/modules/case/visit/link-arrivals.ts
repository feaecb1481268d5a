import { belongsTo } from '@yitang/domain/visit';
import type { VisitKind } from '@yitang/domain/vocabulary';
import { affectedRows, insertRows, instantOf, type Em } from '../../../database/index.ts';
import { marksFor } from './tally-cases.ts';
import type { TripRule } from './trip-rule.ts';

interface LooseRow {
  case_id: string;
  person_id: string;
  matter_id: string;
  submitted_at: unknown;
  id: string;
  notice_number: string;
  visit_id: string;
  kind: VisitKind;
  reason: string | null;
  at: unknown;
}

export interface LinkedByItself {
  readonly caseId: string;
  readonly noticeNumber: string;
}

/**
 * Counts arrivals that were noted before there was a case for the one that the same person then submitted, and answers
 * which: whoever calls writes them into the audit trail of the same transaction.
 */
export async function linkLooseArrivals(em: Em, caseIds: readonly string[], rule: TripRule): Promise<LinkedByItself[]> {
  if (caseIds.length === 0) return [];
  const rows = await em.execute<LooseRow[]>(
    `select c.id as case_id, c.person_id, c.matter_id, c.submitted_at, a.id, a.notice_number, a.visit_id, a.kind, a.reason, a.at
       from cases c join arrivals a
         on a.person_id = c.person_id and a.matter_id = c.matter_id and a.case_id is null
      where c.id in (${marksFor(caseIds)}) order by c.submitted_at, c.id, a.at, a.id`,
    [...caseIds],
  );
  const linked = new Set<string>();
  const written: LinkedByItself[] = [];
  for (const row of rows) {
    const at = instantOf(row.at);
    const arrival = { personId: row.person_id, matterId: row.matter_id, at };
    const claiming = { ...arrival, submittedAt: instantOf(row.submitted_at) };
    // Of two cases the one that was submitted first has it.
    if (linked.has(row.id) || !belongsTo(arrival, claiming, rule.linkDays)) continue;
    linked.add(row.id);
    if (await linkArrival(em, { ...row, at }, row.case_id))
      written.push({ caseId: row.case_id, noticeNumber: row.notice_number });
  }
  return written;
}

export interface LinkedArrival {
  readonly id: string;
  readonly visit_id: string;
  readonly kind: VisitKind;
  readonly reason: string | null;
  readonly at: Date;
}

/** The visit serves the case from now on. Whoever finds the arrival linked already leaves it. */
export async function linkArrival(em: Em, arrival: LinkedArrival, caseId: string): Promise<boolean> {
  const sql = 'update arrivals set case_id = ? where id = ? and case_id is null';
  if ((await affectedRows(em, sql, [caseId, arrival.id])) === 0) return false;
  const { visit_id, kind, reason, at } = arrival;
  await insertRows(em, { table: 'visit_cases', skipsPresent: true }, [{ visit_id, case_id: caseId, kind, at, reason }]);
  return true;
}
