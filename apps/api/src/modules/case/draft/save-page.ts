import type { DraftData } from '@yitang/contract';
import { filledAnswers, validatePage, type Answers, type FormDefinition } from '@yitang/domain/form';
import type { FieldIssueCode, Refusal } from '@yitang/domain/vocabulary';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { presentIssue } from '../case-problem.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { CaseDraft } from '../draft.entity.ts';
import { answerPath, issueWords } from '../form/issue-words.ts';
import { formOf } from '../matter-rules.ts';
import { sealAnswers } from '../sealed-answers.ts';
import { loadDraftContext, requireOwnDraft, type DraftContext } from './draft-context.ts';
import { applicationRefusals, checkPage, draftState, givenAnswers, materialsPage } from './draft-state.ts';
import { showDraft } from './get-draft.ts';
import { draftExpiry } from './open-draft.ts';

export interface PageAnswers {
  readonly draftId: string;
  readonly page: string;
  readonly answers: Answers;
  readonly isPartial: boolean;
}

/** What no honest page sends: it is refused even where faults are kept. */
const hostile: ReadonlySet<string> = new Set<FieldIssueCode>([
  'field.unknown',
  'field.wrong-type',
  'field.control-characters',
  'field.locked',
  'field.unknown-choice',
]);

/**
 * Keeps the answers of one page, faults and all, so that nothing typed is lost; a page counts as saved when nothing on
 * it is wrong, otherwise (unless `isPartial`) every fault is told.
 * @throws ProblemError `case.incomplete` for a page that is not open yet, `request.invalid` for faults
 */
export async function savePage(call: Call, input: PageAnswers): Promise<DraftData> {
  const directory = await getDirectory(call.deps);
  const { issues } = await call.deps.runCommand(call, { name: 'draft.save' }, (tx) =>
    save(call, tx, { input, directory }),
  );
  if (!input.isPartial && issues.length > 0) {
    const { matter } = await loadDraftContext(call.em, call, { draft: await reload(call, input.draftId), directory });
    const form = formOf(matter);
    throw problem('request.invalid', { issues: issues.map((issue) => pageIssue(call, form, issue)) });
  }
  return showDraft(call, { draft: await reload(call, input.draftId), directory, page: input.page });
}

const reload = (call: Call, draftId: string): Promise<CaseDraft> => requireOwnDraft(call.em, call, draftId);

interface Saving {
  readonly input: PageAnswers;
  readonly directory: Directory;
}

async function save(call: Call, tx: Tx, { input, directory }: Saving): Promise<{ issues: readonly Refusal[] }> {
  const asker = { principal: tx.principal, deps: call.deps, now: tx.now };
  const draft = await requireOwnDraft(tx.em, asker, input.draftId);
  const context = await loadDraftContext(tx.em, asker, { draft, directory });
  requireOpenPage(call, context, input.page);
  const isForm = input.page !== materialsPage && input.page !== checkPage;
  const issues = isForm ? check(context, input) : [];
  const refused = issues.filter(({ code }) => hostile.has(code));
  if (refused.length > 0) {
    const form = formOf(context.matter);
    throw problem('request.invalid', { issues: refused.map((issue) => pageIssue(call, form, issue)) });
  }
  await write(call, tx, { context, input, isSaved: isForm && issues.length === 0 && !input.isPartial });
  return { issues };
}

/** Pages are filled in in order (R-IN-2); one may go back to any that is open. */
function requireOpenPage(call: Call, context: DraftContext, page: string): void {
  const { pages, issues } = draftState(context, call.principal.locale);
  const found = pages.find(({ key }) => key === page);
  if (found === undefined) throw problem('record.not-found');
  if (!found.isOpen) throw problem('case.incomplete', { issues });
}

/** What is wrong with the answers of a page, and with the files that are uploaded on it. */
function check(context: DraftContext, { page, answers }: PageAnswers): readonly Refusal[] {
  const { matter, prefilled, today } = context;
  const definition = formOf(matter);
  const saved = filledAnswers(givenAnswers(context));
  const { issues } = validatePage(definition, { key: page, answers, saved }, { today, prefilled });
  const fields = definition.pages.find(({ key }) => key === page)?.fields ?? [];
  const files = fields.filter((field) => field.kind === 'file');
  if (files.length === 0) return issues;
  const faults = applicationRefusals(context).filter(({ code }) => code.startsWith('material.'));
  const atField = files.flatMap(({ key, requirement }) =>
    faults.filter(({ field }) => field === requirement).map((fault) => ({ ...fault, field: key })),
  );
  return [...issues, ...atField];
}

function pageIssue(call: Call, form: FormDefinition, issue: Refusal) {
  const { locale } = call.principal;
  return presentIssue(issue, {
    locale,
    fieldOf: (refusal) => `body.answers.${answerPath(refusal)}`,
    textOf: (refusal) => issueWords(form, refusal, locale),
  });
}

interface Written {
  readonly context: DraftContext;
  readonly input: PageAnswers;
  readonly isSaved: boolean;
}

async function write(call: Call, tx: Tx, { context, input, isSaved }: Written): Promise<void> {
  const { draft, matter, prefilled } = context;
  const page = formOf(matter).pages.find(({ key }) => key === input.page);
  const onPage = new Set(page?.fields.map(({ key }) => key));
  const isLocked = (key: string): boolean => Object.hasOwn(prefilled, key) && prefilled[key]?.isLocked === true;
  const kept = Object.entries(context.answers).filter(([key]) => !onPage.has(key));
  // Known data is never stored with the answers: it is looked up, and so it cannot be overridden.
  const given = Object.entries(input.answers).filter(([key]) => onPage.has(key) && !isLocked(key));
  const others = context.isOutdated ? [] : draft.savedPages.filter((key) => key !== input.page);
  const savedPages = isSaved ? [...others, input.page] : others;
  await tx.em.nativeUpdate(
    CaseDraft,
    { id: draft.id },
    {
      answers: sealAnswers(call.deps.crypto, Object.fromEntries([...kept, ...given])),
      savedPages,
      currentPage: input.page,
      matterVersionId: matter.versionId,
      version: draft.version + 1,
      updatedAt: tx.now,
      expiresAt: draftExpiry(call.deps, tx.now),
    },
  );
  tx.audit({
    action: 'draft.save',
    chain: `draft:${draft.id}`,
    target: { type: 'draft', id: draft.id },
    outcome: 'done',
    after: { page: input.page, isSaved, version: draft.version + 1 },
  });
}
