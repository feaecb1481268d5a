import type { caseEndpoints, DraftData, Input } from '@yitang/contract';
import { addDays, startOfDay } from '@yitang/domain/calendar';
import type { Answers, FormDefinition } from '@yitang/domain/form';
import { isUniqueViolation, type Tx } from '../../../platform/command/index.ts';
import type { Call, Deps } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { removeMaterials } from '../../material/index.ts';
import { getApplicant } from '../applicant.ts';
import { catalogOf, findVersion } from '../catalog-access.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { CaseDraft } from '../draft.entity.ts';
import { formOf, requireOnline, type OnlineMatter } from '../matter-rules.ts';
import { openAnswers, sealAnswers } from '../sealed-answers.ts';
import { chosenAnswers } from './chosen-answers.ts';
import { evaluate, todayIn } from './draft-context.ts';
import { draftIssue } from './draft-state.ts';
import { showDraft } from './get-draft.ts';

type Wanted = Input<typeof caseEndpoints.openDraft>['body'];

const keptDays = 30;

/** One open draft for each person and matter. */
export const openKeyOf = (personId: string, matterId: string): string => `${personId}:${matterId}`;

/** Until the end of the 30th day from now. */
export function draftExpiry(deps: Pick<Deps, 'config'>, now: Date): Date {
  return startOfDay(addDays(todayIn(deps, now), keptDays + 1), deps.config.timeZone);
}

/** Begins a draft, or finds again the one that is there; one of an older version of the matter is brought up to date. */
export async function openDraft(call: Call, { matterCode, situation }: Wanted): Promise<DraftData> {
  const found = catalogOf(call.deps).find(matterCode);
  if (found === undefined) throw problem('record.not-found');
  const matter = requireOnline(found);
  const directory = await getDirectory(call.deps);
  const chosen = chosenAnswers(formOf(matter), situation);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { draftId } = await call.deps.runCommand(call, { name: 'draft.open' }, (tx) =>
        open(call, tx, { matter, directory, chosen }),
      );
      const draft = await call.em.findOneOrFail(CaseDraft, { id: draftId }, { disableIdentityMap: true });
      return await showDraft(call, { draft, directory });
    } catch (error) {
      // Opened twice at once: the second look finds what the first one began.
      if (!isUniqueViolation(error) || attempt >= 3) throw error;
    }
  }
}

interface Opening {
  readonly matter: OnlineMatter;
  readonly directory: Directory;
  /** In the guide. */
  readonly chosen: Answers;
}

async function open(call: Call, tx: Tx, opening: Opening): Promise<{ draftId: string }> {
  const { matter, chosen } = opening;
  const personId = tx.principal.personId;
  if (personId === undefined) throw problem('access.sign-in-required');
  const openKey = openKeyOf(personId, matter.id);
  const known = await tx.em.findOne(CaseDraft, { openKey }, { disableIdentityMap: true });
  if (known !== null && (await isStillOpen(tx, known))) {
    await bringUpToDate(call, tx, { draft: known, matter, chosen });
    return { draftId: known.id };
  }
  await requirePreconditions(call, tx, { ...opening, personId });
  if (known !== null) {
    await tx.em.nativeDelete(CaseDraft, { id: known.id });
    await removeMaterials(tx, 'draft', known.id);
  }
  const draft = newDraft(call, { personId, openKey, matter, chosen });
  await tx.em.insert(CaseDraft, draft);
  audit(tx, draft.id, { matter: matter.code, version: matter.version });
  return { draftId: draft.id };
}

async function isStillOpen(tx: Tx, draft: CaseDraft): Promise<boolean> {
  const became = await tx.em.execute('select id from cases where id = ?', [draft.id]);
  return became.length === 0 && draft.expiresAt > tx.now;
}

async function requirePreconditions(
  call: Call,
  tx: Tx,
  subject: Omit<Opening, 'chosen'> & { personId: string },
): Promise<void> {
  const { matter, directory, personId } = subject;
  const today = todayIn(call.deps, tx.now);
  const applicant = await getApplicant(tx.em, call.deps, { personId, matter, directory, today, now: tx.now });
  const preconditions = await evaluate(tx.em, call, { applicant, matter, personId, today });
  const unmet = preconditions.filter(({ state }) => state !== 'met');
  if (unmet.length === 0) return;
  const { locale } = call.principal;
  throw problem('case.precondition', {
    issues: unmet.map(({ key, state }) =>
      draftIssue(
        { matter, preconditions },
        { code: state === 'unmet' ? 'precondition.unmet' : 'precondition.unknown', field: key },
        locale,
      ),
    ),
  });
}

interface NewDraft {
  readonly personId: string;
  readonly openKey: string;
  readonly matter: OnlineMatter;
  readonly chosen: Answers;
}

function newDraft(call: Call, of: NewDraft) {
  const { deps, now } = call;
  const { personId, openKey, matter, chosen } = of;
  return {
    id: newId(now.getTime()),
    personId,
    matterId: matter.id,
    matterCode: matter.code,
    matterName: matter.name,
    matterVersionId: matter.versionId,
    openKey,
    answers: sealAnswers(deps.crypto, chosen),
    savedPages: [],
    copiedFrom: null,
    currentPage: formOf(matter).pages[0]?.key ?? '',
    version: 1,
    createdAt: now,
    updatedAt: now,
    expiresAt: draftExpiry(deps, now),
  };
}

/**
 * Answers to questions that are still asked are kept, and what was chosen in the guide is filled in where there is none;
 * pages that changed are to be looked at again.
 */
async function bringUpToDate(
  call: Call,
  tx: Tx,
  { draft, matter, chosen }: { draft: CaseDraft; matter: OnlineMatter; chosen: Answers },
): Promise<void> {
  const isOutdated = draft.matterVersionId !== matter.versionId;
  const { crypto } = call.deps;
  const form = formOf(matter);
  const answers = stillAsked(form, openAnswers(crypto, draft.answers));
  const isMore = Object.keys(chosen).some((key) => !Object.hasOwn(answers, key));
  if (isOutdated || isMore) {
    const before = isOutdated ? await findVersion(tx.em, draft.matterVersionId) : matter;
    await tx.em.nativeUpdate(
      CaseDraft,
      { id: draft.id },
      {
        matterVersionId: matter.versionId,
        matterName: matter.name,
        answers: sealAnswers(crypto, { ...chosen, ...answers }),
        savedPages: unchangedPages(draft.savedPages, before && formOf(before), form),
        version: draft.version + 1,
        updatedAt: tx.now,
        expiresAt: draftExpiry(call.deps, tx.now),
      },
    );
  }
  audit(tx, draft.id, { matter: matter.code, version: matter.version, isFoundAgain: true });
}

function stillAsked(form: FormDefinition, answers: ReturnType<typeof openAnswers>): ReturnType<typeof openAnswers> {
  const keys = new Set(form.pages.flatMap(({ fields }) => fields.map(({ key }) => key)));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
}

function unchangedPages(saved: readonly string[], before: FormDefinition | undefined, after: FormDefinition): string[] {
  const textOf = (form: FormDefinition | undefined, key: string) =>
    JSON.stringify(form?.pages.find((page) => page.key === key));
  return saved.filter((key) => before !== undefined && textOf(before, key) === textOf(after, key));
}

function audit(tx: Tx, draftId: string, after: object): void {
  tx.audit({
    action: 'draft.open',
    chain: `draft:${draftId}`,
    target: { type: 'draft', id: draftId },
    outcome: 'done',
    after,
  });
}
