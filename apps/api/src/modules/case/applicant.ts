import type { PreconditionFacts } from '@yitang/domain/catalog';
import type { KnownData } from '@yitang/domain/form';
import type { AssuranceLevel, CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../database/index.ts';
import type { Deps } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import {
  findApplicantFacts,
  findLiveInvitation,
  type AffiliationFacts,
  type ApplicantLookup,
  type PersonFacts,
} from '../identity/index.ts';
import type { Directory } from './directory.ts';
import type { OnlineMatter } from './matter-rules.ts';

/** What the university knows of the person who applies. */
export interface Applicant {
  readonly name: string;
  readonly number: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly known: KnownData;
  readonly affiliations: readonly AffiliationFacts[];
  /** The student whose invitation names the matter. */
  readonly invitedBy: string | null;
}

export interface ApplicantQuery {
  readonly personId: string;
  readonly matter: OnlineMatter;
  readonly directory: Directory;
  readonly today: CivilDate;
  readonly now: Date;
}

/** One statement; two more where the matter is for parents, whom a student has invited. */
export async function getApplicant(em: Em, deps: Pick<Deps, 'crypto'>, query: ApplicantQuery): Promise<Applicant> {
  const facts = await findApplicantFacts(em, query.personId, lookupOf(deps, query));
  if (facts === undefined) throw problem('record.not-found');
  return makeApplicant(em, deps, { ...query, facts });
}

export const lookupOf = (
  { crypto }: Pick<Deps, 'crypto'>,
  { today, directory }: Pick<ApplicantQuery, 'today' | 'directory'>,
): ApplicantLookup => ({ crypto, today, departmentName: (id) => directory.findDepartment(id)?.name });

/** The same of a person whose facts are there already. */
export async function makeApplicant(
  em: Em,
  deps: Pick<Deps, 'crypto'>,
  query: ApplicantQuery & { readonly facts: PersonFacts },
): Promise<Applicant> {
  const { personId, matter, facts, now } = query;
  const invitation = concernsInvitation(matter)
    ? await findLiveInvitation(em, personId, { matterCode: matter.code, now })
    : undefined;
  const student =
    invitation === undefined ? undefined : await findApplicantFacts(em, invitation.studentId, lookupOf(deps, query));
  // A case for a student goes to the offices of that student.
  const main = student?.affiliations[0] ?? facts.affiliations[0];
  return {
    name: facts.name,
    number: facts.affiliations[0]?.number ?? null,
    departmentId: main?.departmentId ?? null,
    department: main?.department ?? null,
    known: knownData(facts, student),
    affiliations: facts.affiliations,
    invitedBy: invitation?.studentId ?? null,
  };
}

function concernsInvitation({ preconditions, form }: OnlineMatter): boolean {
  return (
    preconditions.some(({ rule }) => rule.kind === 'invited') ||
    form.definition.pages.some(({ fields }) => fields.some(({ prefill }) => prefill?.startsWith('student.')))
  );
}

function knownData(person: PersonFacts, student: PersonFacts | undefined): KnownData {
  const current = person.affiliations.find(({ isCurrent }) => isCurrent);
  const studying = student?.affiliations.find(({ isCurrent, kind }) => isCurrent && kind === 'student');
  return {
    'person.name': person.name,
    'person.phone': person.phone,
    'person.email': person.email,
    'affiliation.number': current?.number,
    'affiliation.department': current?.department,
    'affiliation.programme': current?.programme,
    'affiliation.grade': current?.grade,
    'affiliation.since': current?.fromDay,
    'affiliation.expectedEnd': current?.expectedEnd,
    'affiliation.position': current?.position,
    'student.name': student?.name,
    'student.number': studying?.number,
    'student.department': studying?.department,
  };
}

export interface PreconditionContext {
  readonly assurance: AssuranceLevel;
  readonly hasOpenCase: boolean;
  readonly today: CivilDate;
}

/** What preconditions look up, from what is known of the applicant. */
export function preconditionFacts(applicant: Applicant, context: PreconditionContext): PreconditionFacts {
  return {
    ...context,
    affiliations: applicant.affiliations.map(({ kind, studentStatus, fromDay, untilDay }) => ({
      kind,
      studentStatus,
      from: fromDay,
      until: untilDay,
    })),
    hasArrears: applicant.affiliations.some(({ arrearsFen }) => arrearsFen > 0),
    invitedBy: applicant.invitedBy,
  };
}
