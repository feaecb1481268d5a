import type { OfficeCaseData } from '@yitang/contract';
import type { VisitKind } from '@yitang/domain/vocabulary';
import { instantOf, type Em } from '../../../database/index.ts';
import { VisitAnswer } from '../visit.entity.ts';

type VisitLine = OfficeCaseData['visits'][number];

interface Row {
  at: unknown;
  kind: VisitKind;
}

/** What was recorded, and beside it the trips that the applicant told of. */
export async function listCaseVisits(em: Em, caseId: string): Promise<VisitLine[]> {
  const rows = await em.execute<Row[]>('select at, kind from visit_cases where case_id = ? order by at', [caseId]);
  const answer = await em.findOne(VisitAnswer, { caseId }, { disableIdentityMap: true });
  const recorded = rows.map(({ at, kind }): VisitLine => ({ at: instantOf(at).toISOString(), kind, source: 'staff' }));
  const told = Array.from({ length: answer?.trips ?? 0 }, (): VisitLine => ({
    at: (answer?.at ?? new Date(0)).toISOString(),
    kind: 'office',
    source: 'applicant',
  }));
  return [...recorded, ...told];
}
