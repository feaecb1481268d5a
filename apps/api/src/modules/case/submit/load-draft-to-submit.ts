import type { CaseStatus } from '@yitang/domain/vocabulary';
import { evaluatePreconditions } from '@yitang/domain/catalog';
import { prefill } from '@yitang/domain/form';
import { instantOf, prepareOnServer, selectRows, type Em } from '../../../database/index.ts';
import type { Sealed } from '../../../platform/crypto/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { draftFileColumns, draftFilesJoin, readDraftFiles, type DraftFileRow } from '../../material/index.ts';
import { applicantColumns, readApplicantFacts, type ApplicantRow } from '../../identity/index.ts';
import { lookupOf, makeApplicant, preconditionFacts } from '../applicant.ts';
import { catalogOf } from '../catalog-access.ts';
import type { Directory } from '../directory.ts';
import type { CaseDraft } from '../draft.entity.ts';
import { asksForOpenCase, openStatuses, todayIn, type DraftContext } from '../draft/draft-context.ts';
import { formOf, requireOnline } from '../matter-rules.ts';
import { openAnswers } from '../sealed-answers.ts';
import type { Submitted } from './submit-draft.ts';

type Asker = Pick<Call, 'principal' | 'deps' | 'now'>;
type Found = { readonly became: Submitted } | { readonly context: DraftContext };

interface DraftRow extends DraftFileRow, ApplicantRow {
  person_id: string;
  matter_id: string;
  matter_code: string;
  matter_name: string;
  matter_version_id: string;
  answers: Sealed;
  saved_pages: string | string[];
  current_page: string;
  version: number;
  updated_at: unknown;
  created_at: unknown;
  expires_at: unknown;
  case_number: string | null;
  case_status: CaseStatus | null;
  case_due_on: string | null;
  has_open_case: number;
}

/**
 * The draft, once for each of its files and each affiliation of the applicant, the case that it may have become, and
 * whether the matter has another one open. Both are few, so that their product costs less than a second statement.
 */
const statement = prepareOnServer(`
  select d.person_id, d.matter_id, d.matter_code, d.matter_name, d.matter_version_id, d.answers, d.saved_pages,
    d.current_page, d.version, d.created_at, d.updated_at, d.expires_at,
    ${draftFileColumns}, ${applicantColumns},
    c.number as case_number, c.status as case_status, c.due_on as case_due_on,
    exists (select 1 from cases o where o.person_id = d.person_id and o.matter_id = d.matter_id and o.status in ${openStatuses}) as has_open_case
  from case_drafts d join people p on p.id = d.person_id left join affiliations a on a.person_id = d.person_id
    left join cases c on c.id = d.id ${draftFilesJoin('d.id')}
  where d.id = ? and d.person_id = ?`);

/** What `loadDraftContext` gives, in as few statements as it can be had: one. */
export async function loadDraftToSubmit(
  em: Em,
  asker: Asker,
  of: { draftId: string; directory: Directory },
): Promise<Found> {
  const { draftId, directory } = of;
  const { deps, principal, now } = asker;
  const rows = await selectRows<DraftRow>(em, statement, [draftId, principal.personId]);
  const [row] = rows;
  if (row === undefined) return { became: await requireCaseOf(em, draftId, principal.personId) };
  if (row.case_number !== null) return { became: submitted(draftId, row) };
  if (instantOf(row.expires_at) <= now) throw problem('record.not-found');
  const matter = requireOnline(catalogOf(deps).find(row.matter_code));
  const today = todayIn(deps, now);
  const facts = readApplicantFacts(row.person_id, rows, lookupOf(deps, { today, directory }));
  const applicant = await makeApplicant(em, deps, { personId: row.person_id, facts, matter, directory, today, now });
  const prefilled = prefill(formOf(matter), applicant.known);
  const answers = openAnswers(deps.crypto, row.answers);
  const hasOpenCase = asksForOpenCase(matter) && Boolean(Number(row.has_open_case));
  const known = preconditionFacts(applicant, { assurance: principal.assurance, hasOpenCase, today });
  return {
    context: {
      draft: toDraft(draftId, row),
      matter,
      isOutdated: row.matter_version_id !== matter.versionId,
      applicant,
      answers,
      prefilled,
      files: readDraftFiles(rows),
      preconditions: evaluatePreconditions(matter.preconditions, known),
      today,
    },
  };
}

function toDraft(id: string, row: DraftRow): CaseDraft {
  const savedPages = typeof row.saved_pages === 'string' ? (JSON.parse(row.saved_pages) as string[]) : row.saved_pages;
  return {
    id,
    personId: row.person_id,
    matterId: row.matter_id,
    matterCode: row.matter_code,
    matterName: row.matter_name,
    matterVersionId: row.matter_version_id,
    openKey: null,
    answers: row.answers,
    savedPages,
    currentPage: row.current_page,
    copiedFrom: null,
    version: Number(row.version),
    createdAt: instantOf(row.created_at),
    updatedAt: instantOf(row.updated_at),
    expiresAt: instantOf(row.expires_at),
  };
}

/** The draft may be gone because it became a case long ago. */
async function requireCaseOf(em: Em, draftId: string, personId: string | undefined): Promise<Submitted> {
  const [row] = await em.execute<Pick<DraftRow, 'case_number' | 'case_status' | 'case_due_on'>[]>(
    'select number as case_number, status as case_status, due_on as case_due_on from cases where id = ? and person_id = ?',
    [draftId, personId],
  );
  if (row === undefined) throw problem('record.not-found');
  return submitted(draftId, row);
}

function submitted(caseId: string, row: Pick<DraftRow, 'case_number' | 'case_status' | 'case_due_on'>): Submitted {
  return { caseId, number: row.case_number ?? '', status: row.case_status ?? 'submitted', dueDate: row.case_due_on };
}
