import type { CaseData } from '@yitang/contract';
import { isOpen } from '@yitang/domain/case';
import { instantOf, type Em } from '../../../database/index.ts';
import type { LoadedCase } from '../record/load-case.ts';

interface Row {
  type: 'approved' | 'declined' | 'refused';
  at: unknown;
  details: string;
}

/** The decision with its reason, its basis and, where it is against the applicant, the remedies. */
export async function findDecision(
  em: Em,
  { current, matter }: Pick<LoadedCase, 'current' | 'matter'>,
): Promise<CaseData['decision']> {
  if (isOpen(current.status)) return null;
  const [row] = await em.execute<Row[]>(
    "select type, at, details from case_events where case_id = ? and type in ('approved', 'declined', 'refused') order by seq desc limit 1",
    [current.id],
  );
  if (row === undefined) return null;
  const { reason, basis } = JSON.parse(row.details) as { reason?: string; basis?: string };
  return {
    outcome: row.type,
    reason: reason ?? null,
    basis: basis ?? null,
    remedy: row.type === 'approved' ? null : matter.guide.remedy,
    at: instantOf(row.at).toISOString(),
  };
}
