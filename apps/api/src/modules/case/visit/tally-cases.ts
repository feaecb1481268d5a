import { civilDateAt, monthOf } from '@yitang/domain/calendar';
import type { CaseStatus, TripCause, VisitKind, VisitReason } from '@yitang/domain/vocabulary';
import { tallyCase, type CaseTally, type TalliedCase, type TalliedVisit } from '@yitang/domain/visit';
import { instantOf, type Em } from '../../../database/index.ts';
import { findDeclared } from './find-declared.ts';
import type { TripRule } from './trip-rule.ts';

/** What a case adds to the figures of its matter now; `tally` is null where it adds nothing. */
export interface TalliedNow {
  readonly caseId: string;
  readonly matterId: string;
  readonly tally: CaseTally | null;
}

interface CaseRow {
  id: string;
  matter_id: string;
  matter_version_id: string;
  status: CaseStatus;
  decided_at: unknown;
}
interface VisitRow {
  visit_id: string;
  case_id: string;
  kind: VisitKind;
  reason: VisitReason | null;
}
interface AnswerRow {
  case_id: string;
  trips: number;
  cause: TripCause | null;
}

export const marksFor = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Some cases by their ids, or all whose ids lie in a span: those are read along the indexes, however many they are. */
export type WhichCases = readonly string[] | { readonly after: string; readonly until: string };

interface Condition {
  readonly text: string;
  readonly values: string[];
}

/** What the ids in a column must be; undefined: there are none to look for. */
export function areAmong(which: WhichCases): ((column: string) => Condition) | undefined {
  if ('after' in which) {
    const { after, until } = which;
    return (column) => ({ text: `${column} > ? and ${column} <= ?`, values: [after, until] });
  }
  if (which.length === 0) return undefined;
  return (column) => ({ text: `${column} in (${marksFor(which)})`, values: [...which] });
}

/** Counts the trips of cases from what is recorded of them: three statements, however many cases. */
export async function tallyCases(em: Em, which: WhichCases, rule: TripRule): Promise<TalliedNow[]> {
  const among = areAmong(which);
  if (among === undefined) return [];
  const [ofCases, ofOthers] = [among('id'), among('case_id')];
  const cases = await em.execute<CaseRow[]>(
    `select id, matter_id, matter_version_id, status, decided_at from cases where ${ofCases.text}`,
    ofCases.values,
  );
  const visits = await em.execute<VisitRow[]>(
    `select visit_id, case_id, kind, reason from visit_cases where ${ofOthers.text}`,
    ofOthers.values,
  );
  const answers = await em.execute<AnswerRow[]>(
    `select case_id, trips, cause from visit_answers where ${ofOthers.text}`,
    ofOthers.values,
  );
  const declared = await findDeclared(
    em,
    cases.map(({ matter_version_id }) => matter_version_id),
  );
  const visitsOf = Map.groupBy(visits, ({ case_id }) => case_id);
  const answerOf = new Map(answers.map((answer) => [answer.case_id, answer]));
  return cases.map((row) => {
    const answer = answerOf.get(row.id);
    const tallied: TalliedCase = {
      caseId: row.id,
      status: row.status,
      month: row.decided_at === null ? null : monthOf(civilDateAt(instantOf(row.decided_at), rule.zone)),
      declared: declared.get(row.matter_version_id) ?? null,
      visits: visitsInOrder(visitsOf.get(row.id) ?? []),
      answer: answer === undefined ? null : { trips: Number(answer.trips), cause: answer.cause ?? null },
    };
    return { caseId: row.id, matterId: row.matter_id, tally: tallyCase(tallied, rule.countsKiosk) };
  });
}

function visitsInOrder(rows: readonly VisitRow[]): TalliedVisit[] {
  return [...Map.groupBy(rows, ({ visit_id }) => visit_id).values()].map((kinds) => ({
    kinds: new Set(kinds.map(({ kind }) => kind)),
    reasons: kinds.flatMap(({ reason }) => reason ?? []),
  }));
}
