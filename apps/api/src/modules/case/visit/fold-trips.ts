import type { Em } from '../../../database/index.ts';
import type { Audit, AuditInput } from '../../../platform/audit/index.ts';
import { systemPrincipal } from '../../../platform/principal/index.ts';
import { FoldedElsewhere } from '../counter/folded-elsewhere.ts';
import { linkLooseArrivals, type LinkedByItself } from './link-arrivals.ts';
import { retallyCases } from './retally-cases.ts';
import { marksFor } from './tally-cases.ts';
import type { TripRule } from './trip-rule.ts';

const batchSize = 500;

/**
 * Tallies the cases that wait, and returns how many marks there were. Each move of a case between buckets is counted once:
 * whoever finds that another took the same marks rolls back and leaves them to the other.
 */
export async function foldTrips(em: Em, rule: TripRule, audit: Pick<Audit, 'write'>): Promise<number> {
  return em.transactional(async (tx) => {
    const marks = await tx.execute<{ id: string; case_id: string }[]>(
      `select id, case_id from trip_marks order by id limit ${batchSize}`,
    );
    if (marks.length === 0) return 0;
    await takeMarks(
      tx,
      'trip_marks',
      marks.map(({ id }) => id),
    );
    const caseIds = [...new Set(marks.map(({ case_id }) => case_id))].sort();
    const linked = await linkLooseArrivals(tx, caseIds, rule);
    if (linked.length > 0) await audit.write(tx, systemPrincipal('fold-trips'), linked.map(auditOfLink));
    await retallyCases(tx, caseIds, rule);
    return marks.length;
  });
}

const auditOfLink = ({ caseId, noticeNumber }: LinkedByItself): AuditInput => ({
  action: 'arrival.link',
  chain: `case:${caseId}`,
  target: { type: 'case', id: caseId },
  outcome: 'done',
  after: { noticeNumber, by: 'person-and-matter' },
});

/** @throws FoldedElsewhere where another has taken one of them */
export async function takeMarks(em: Em, table: 'trip_marks' | 'arrival_marks', ids: readonly string[]): Promise<void> {
  const sql = `delete from ${table} where id in (${marksFor(ids)})`;
  const { affectedRows } = (await em.execute(sql, [...ids], 'run')) as unknown as { affectedRows: number };
  if (affectedRows !== ids.length) throw new FoldedElsewhere();
}
