import type { UploadedMaterialData } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { evaluatePreconditions, type PreconditionResult } from '@yitang/domain/catalog';
import { filledAnswers, prefill, type Answers, type Prefilled } from '@yitang/domain/form';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Call, Deps } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { listMaterials } from '../../material/index.ts';
import { getApplicant, preconditionFacts, type Applicant } from '../applicant.ts';
import { catalogOf } from '../catalog-access.ts';
import type { Directory } from '../directory.ts';
import { CaseDraft } from '../draft.entity.ts';
import { askedMaterials, formOf, requireOnline, type OnlineMatter } from '../matter-rules.ts';
import { openAnswers } from '../sealed-answers.ts';

/** All that decides whether a draft may be submitted. */
export interface DraftFacts {
  readonly draft: Pick<CaseDraft, 'id' | 'personId' | 'savedPages'>;
  /** As it is now; the answers may have been given under an older version. */
  readonly matter: OnlineMatter;
  readonly isOutdated: boolean;
  readonly applicant: Applicant;
  /** As typed, faults and all. */
  readonly answers: Answers;
  readonly prefilled: Prefilled;
  readonly files: readonly UploadedMaterialData[];
  readonly preconditions: readonly PreconditionResult[];
  readonly today: CivilDate;
}

/** A draft with all that its pages are drawn from. */
export interface DraftContext extends DraftFacts {
  readonly draft: CaseDraft;
}

type Asker = Pick<Call, 'principal' | 'deps' | 'now'>;

/** @throws ProblemError `record.not-found` for somebody else's draft as for none, or for one that became a case. */
export async function requireOwnDraft(em: Em, { principal, now }: Asker, draftId: string): Promise<CaseDraft> {
  const draft = await em.findOne(
    CaseDraft,
    { id: draftId, personId: principal.personId },
    { disableIdentityMap: true },
  );
  if (draft === null || draft.expiresAt <= now) throw problem('record.not-found');
  const became = await em.execute('select id from cases where id = ?', [draftId]);
  if (became.length > 0) throw problem('record.not-found');
  return draft;
}

/** @throws ProblemError `catalog.not-in-force` when the matter is no longer offered; the draft stays. */
export async function loadDraftContext(
  em: Em,
  asker: Asker,
  found: { draft: CaseDraft; directory: Directory },
): Promise<DraftContext> {
  const { draft, directory } = found;
  const { deps, now } = asker;
  const matter = requireOnline(catalogOf(deps).find(draft.matterCode));
  const today = todayIn(deps, now);
  const applicant = await getApplicant(em, deps, { personId: draft.personId, matter, directory, today, now });
  const prefilled = prefill(formOf(matter), applicant.known);
  const answers = openAnswers(deps.crypto, draft.answers);
  const asksForFiles =
    askedMaterials(matter, filledAnswers({ definition: formOf(matter), answers, prefilled, today })).length > 0;
  return {
    draft,
    matter,
    isOutdated: draft.matterVersionId !== matter.versionId,
    applicant,
    answers,
    prefilled,
    files: asksForFiles ? await listMaterials(em, 'draft', draft.id) : [],
    preconditions: await evaluate(em, asker, { applicant, matter, personId: draft.personId, today }),
    today,
  };
}

export const todayIn = (deps: Pick<Deps, 'config'>, now: Date): CivilDate => civilDateAt(now, deps.config.timeZone);

interface Evaluated {
  readonly applicant: Applicant;
  readonly matter: OnlineMatter;
  readonly personId: string;
  readonly today: CivilDate;
}

/** Every precondition as it is now. */
export async function evaluate(
  em: Em,
  { principal }: Pick<Asker, 'principal'>,
  subject: Evaluated,
): Promise<readonly PreconditionResult[]> {
  const { applicant, matter, personId, today } = subject;
  const hasOpenCase = await findOpenCase(em, personId, matter);
  return evaluatePreconditions(
    matter.preconditions,
    preconditionFacts(applicant, { assurance: principal.assurance, hasOpenCase, today }),
  );
}

/** Statuses of a case that is not finished, as SQL. */
export const openStatuses = "('submitted', 'correcting', 'handling', 'suspended')";

export const asksForOpenCase = ({ preconditions }: OnlineMatter): boolean =>
  preconditions.some(({ rule }) => rule.kind === 'no-open-case');

/** Asked only where a precondition wants to know. */
async function findOpenCase(em: Em, personId: string, matter: OnlineMatter): Promise<boolean> {
  if (!asksForOpenCase(matter)) return false;
  // In the order of the person's cases: without one, SQLite would go through all cases of the matter.
  const sql = `select id from cases where person_id = ? and matter_id = ? and status in ${openStatuses} order by submitted_at desc limit 1`;
  return (await em.execute(sql, [personId, matter.id])).length > 0;
}
