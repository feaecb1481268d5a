import type { OfficeCaseData } from '@yitang/contract';
import type { VisitKind, VisitReason } from '@yitang/domain/vocabulary';
import { instantOf, type Em } from '../../../database/index.ts';
import { scopeNames } from '../../organization/index.ts';

type VisitLine = OfficeCaseData['visits'][number];

interface Row {
  visit_id: string;
  at: unknown;
  kind: VisitKind;
  reason: VisitReason | null;
  place_id: string;
}

/** When, where and why the applicant came, as far as it was recorded; arrivals of one visit have one number. */
export async function listCaseVisits(
  em: Em,
  of: { readonly id: string; readonly submittedAt: Date },
): Promise<VisitLine[]> {
  const rows = await em.execute<Row[]>(
    `select s.visit_id, s.at, s.kind, s.reason, v.place_id from visit_cases s join visits v on v.id = s.visit_id
      where s.case_id = ? order by v.started_at, v.id, s.at, s.kind`,
    [of.id],
  );
  const places = rows.flatMap(({ place_id }) => [
    { scopeKind: 'counter', scopeId: place_id },
    { scopeKind: 'department', scopeId: place_id },
  ]);
  const names = await scopeNames(em, places);
  const order = [...new Set(rows.map(({ visit_id }) => visit_id))];
  return rows.map(({ visit_id, at, kind, reason, place_id }) => ({
    at: instantOf(at).toISOString(),
    kind,
    place: names.get(place_id) ?? null,
    reason,
    visit: order.indexOf(visit_id) + 1,
    isBeforeCase: instantOf(at) < of.submittedAt,
  }));
}
