import type { CaseStatus } from '@yitang/domain/vocabulary';
import { evaluatePreconditions } from '@yitang/domain/catalog';
import { prefill } from '@yitang/domain/form';
import { instantOf, prepareOnServer, selectRows, type Em } from '../../../database/index.ts';
import type { Sealed } from '../../../platform/crypto/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import type { Principal } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import {
  countDraftFiles,
  draftFileColumns,
  draftFilesJoin,
  readDraftFiles,
  type DraftFileRow,
} from '../../material/index.ts';
import { applicantColumns, readApplicantFacts, type ApplicantRow } from '../../identity/index.ts';
import { lookupOf, makeApplicant, preconditionFacts } from '../applicant.ts';
import { catalogOf } from '../catalog-access.ts';
import type { Directory } from '../directory.ts';
import { asksForOpenCase, openStatuses, todayIn, type DraftFacts } from '../draft/draft-context.ts';
import { formOf, requireOnline } from '../matter-rules.ts';
import { openAnswers } from '../sealed-answers.ts';
import type { Submitted } from './submit-draft.ts';

type Asker = Pick<Call, 'principal' | 'deps' | 'now'>;

interface DraftRow extends DraftFileRow, ApplicantRow {
  case_id: string | null;
  matter_code: string;
  matter_version_id: string;
  answers: Sealed;
  saved_pages: string | string[];
  expires_at: unknown;
}

/** A draft with what its submission has to take. */
export type DraftToSubmit = DraftFacts & { readonly filesInAll: number };

/**
 * The draft, once for each of its files, each affiliation of the applicant and each case that matters: the one that it may
 * have become, and open ones of the same matter. All are few, so that their product costs less than a second statement.
 * Both kinds of cases in one join, which leaves an engine no other way to them than through those of the person.
 */
const statement = prepareOnServer(`
  select d.matter_code, d.matter_version_id, d.answers, d.saved_pages, d.expires_at, ${draftFileColumns}, ${applicantColumns},
    c.id as case_id
  from case_drafts d join people p on p.id = d.person_id left join affiliations a on a.person_id = d.person_id
    left join cases c on c.person_id = d.person_id
      and (c.id = d.id or c.matter_id = d.matter_id and c.status in ${openStatuses})
    ${draftFilesJoin('d.id')}
  where d.id = ? and d.person_id = ?`);

/**
 * What `loadDraftContext` gives, and how many files there are in all, in as few statements as it can be had: one.
 * Undefined when it became a case before.
 */
export async function loadDraftToSubmit(
  em: Em,
  asker: Asker,
  of: { draftId: string; directory: Directory },
): Promise<DraftToSubmit | undefined> {
  const { draftId, directory } = of;
  const { deps, principal, now } = asker;
  const { personId = '' } = principal;
  const rows = await selectRows<DraftRow>(em, statement, [draftId, personId]);
  const [row] = rows;
  // The draft may be gone because it became a case long ago.
  if (row === undefined || rows.some((one) => one.case_id === draftId)) return undefined;
  if (instantOf(row.expires_at) <= now) throw problem('record.not-found');
  const matter = requireOnline(catalogOf(deps).find(row.matter_code));
  const today = todayIn(deps, now);
  const facts = readApplicantFacts(personId, rows, lookupOf(deps, { today, directory }));
  const applicant = await makeApplicant(em, deps, { personId, facts, matter, directory, today, now });
  const prefilled = prefill(formOf(matter), applicant.known);
  const answers = openAnswers(deps.crypto, row.answers);
  const hasOpenCase = asksForOpenCase(matter) && row.case_id !== null;
  const known = preconditionFacts(applicant, { assurance: principal.assurance, hasOpenCase, today });
  return {
    draft: { id: draftId, personId, savedPages: listOf(row.saved_pages) },
    matter,
    isOutdated: row.matter_version_id !== matter.versionId,
    applicant,
    answers,
    prefilled,
    files: readDraftFiles(rows),
    filesInAll: countDraftFiles(rows),
    preconditions: evaluatePreconditions(matter.preconditions, known),
    today,
  };
}

const listOf = (column: string | string[]): string[] =>
  typeof column === 'string' ? (JSON.parse(column) as string[]) : column;

/** The case that a draft of this person became. @throws ProblemError when there is none. */
export async function findCaseOfDraft(
  em: Em,
  draftId: string,
  { personId = '' }: Pick<Principal, 'personId'>,
): Promise<Submitted> {
  const [row] = await em.execute<{ number: string; status: CaseStatus; due_on: string | null }[]>(
    'select number, status, due_on from cases where id = ? and person_id = ?',
    [draftId, personId],
  );
  if (row === undefined) throw problem('record.not-found');
  return { caseId: draftId, number: row.number, status: row.status, dueDate: row.due_on };
}
