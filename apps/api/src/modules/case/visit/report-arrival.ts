import type { Issue } from '@yitang/contract';
import { arrivalTimeRefusals } from '@yitang/domain/visit';
import type { VisitKind, VisitReason } from '@yitang/domain/vocabulary';
import { instantOf, type Em } from '../../../database/index.ts';
import { isUniqueViolation, type Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findPeopleByNumber } from '../../identity/index.ts';
import { scopeFinder } from '../../organization/index.ts';
import { presentIssue } from '../case-problem.ts';
import { catalogOf } from '../catalog-access.ts';
import { recordArrival } from './record-arrival.ts';
import { marksFor } from './tally-cases.ts';
import { tripRuleOf } from './trip-rule.ts';

export interface ArrivalReport {
  readonly reference: string;
  readonly personNumber: string;
  readonly place: { readonly kind: 'counter' | 'department'; readonly code: string };
  readonly at: string;
  readonly kind: VisitKind;
  readonly reason?: VisitReason | undefined;
  readonly matterCode?: string | undefined;
  readonly caseNumbers: readonly string[];
}

interface Reported {
  isNew: boolean;
  cases: number;
}

/**
 * An arrival that another system knows of. Appointment, ticket and check-in are reported as they happen, in any order, and
 * merged by the rule; a reference that was reported before is the same arrival.
 * @throws ProblemError `request.invalid` with every issue
 */
export async function reportArrival(call: Call, report: ArrivalReport): Promise<Reported> {
  const reference = `${call.principal.clientId ?? ''}:${report.reference}`;
  const work = (tx: Tx): Promise<Reported> => perform(call, tx, { report, reference });
  try {
    return await call.deps.runCommand(call, { name: 'arrival.report' }, work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // The same report twice at one moment: the second finds the first.
    return call.deps.runCommand(call, { name: 'arrival.report' }, work);
  }
}

interface Named {
  readonly report: ArrivalReport;
  readonly reference: string;
}

async function perform(call: Call, tx: Tx, { report, reference }: Named): Promise<Reported> {
  const facts = await checkReport(call, tx.em, report);
  const [known] = await tx.em.execute<{ id: string; at: unknown; kind: string; person_id: string }[]>(
    'select id, at, kind, person_id from arrivals where reference = ?',
    [reference],
  );
  const at = new Date(report.at);
  if (known !== undefined) {
    const isSame =
      instantOf(known.at).getTime() === at.getTime() &&
      known.kind === report.kind &&
      known.person_id === facts.personId;
    if (!isSame) throw problem('request.invalid', { issues: [usedReference] });
  } else {
    const { personId, placeId, matterId, caseIds } = facts;
    const reason = report.reason ?? null;
    await recordArrival(
      tx,
      {
        ...{ personId, placeId, at, reason, caseIds, matterId, reference },
        kind: report.kind,
        source: 'system',
        recordedBy: call.principal.clientId ?? '',
      },
      tripRuleOf(call.deps.config),
    );
  }
  tx.audit({
    action: 'arrival.report',
    chain: `arrivals:${facts.placeId}`,
    target: { type: 'arrival', id: report.reference },
    outcome: 'done',
    after: { kind: report.kind, at: report.at, cases: facts.caseIds.length, isRepeat: known !== undefined },
  });
  return { isNew: known === undefined, cases: facts.caseIds.length };
}

const usedReference: Issue = {
  field: 'body.reference',
  code: 'arrival.reference-used',
  message: '这个流水号已用于另一次到场；补报或更正请用新的流水号。',
};

interface Facts {
  readonly personId: string;
  readonly placeId: string;
  readonly matterId: string | null;
  readonly caseIds: readonly string[];
}

async function checkReport(call: Call, em: Em, report: ArrivalReport): Promise<Facts> {
  const { deps, principal, now } = call;
  const issues: Issue[] = [];
  const say = (field: string, code: string, message: string) => issues.push({ field: `body.${field}`, code, message });
  const personId = (await findPeopleByNumber(em, [report.personNumber])).get(report.personNumber);
  if (personId === undefined) say('personNumber', 'arrival.unknown-person', '没有这个学工号，或有多人使用。');
  const placeId = (await scopeFinder(em))(report.place.kind, report.place.code);
  if (placeId === undefined) say('place.code', 'arrival.unknown-place', '没有这个编码的窗口或部门。');
  const matter = report.matterCode === undefined ? undefined : catalogOf(deps).find(report.matterCode);
  if (report.matterCode !== undefined && matter === undefined)
    say('matterCode', 'arrival.unknown-matter', '没有这个编码的事项，或已停止办理。');
  for (const refusal of arrivalTimeRefusals(new Date(report.at), now))
    issues.push(presentIssue(refusal, { locale: principal.locale, fieldOf: () => 'body.at' }));
  const found = await findCases(em, [...new Set(report.caseNumbers)]);
  issues.push(...foreignNumbers(report.caseNumbers, found, personId));
  if (issues.length > 0 || personId === undefined || placeId === undefined)
    throw problem('request.invalid', { issues });
  const cases = [...found.values()];
  return { personId, placeId, matterId: matter?.id ?? cases[0]?.matterId ?? null, caseIds: cases.map(({ id }) => id) };
}

/** Whose case it is, is not said to who asks with another's number. */
function foreignNumbers(
  numbers: readonly string[],
  found: ReadonlyMap<string, CaseOfNumber>,
  personId: string | undefined,
): Issue[] {
  return [...new Set(numbers)].flatMap((number, index) =>
    found.get(number)?.personId === personId
      ? []
      : [
          {
            field: `body.caseNumbers.${index}`,
            code: 'arrival.unknown-case',
            message: `这个人没有编号为 ${number} 的办件。`,
          },
        ],
  );
}

interface CaseOfNumber {
  readonly id: string;
  readonly personId: string;
  readonly matterId: string;
}

async function findCases(em: Em, numbers: readonly string[]): Promise<ReadonlyMap<string, CaseOfNumber>> {
  if (numbers.length === 0) return new Map();
  const rows = await em.execute<(CaseOfNumber & { number: string })[]>(
    `select id, number, person_id as personId, matter_id as matterId from cases
      where number in (${marksFor(numbers)}) order by number`,
    [...numbers],
  );
  return new Map(rows.map(({ number, ...found }) => [number, found]));
}
