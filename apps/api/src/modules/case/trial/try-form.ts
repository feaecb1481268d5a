import type { FormTrialData, formEditorEndpoints, Input, PageData } from '@yitang/contract';
import {
  filledAnswers,
  findFormFaults,
  prefill,
  validatePage,
  visiblePages,
  type Answers,
  type FormDefinition,
  type KnownData,
} from '@yitang/domain/form';
import { applicationForm, isUploaded, type MatterContent } from '@yitang/domain/catalog';
import type { Call } from '../../../platform/endpoint/index.ts';
import { faultWords, getDraftContent } from '../../catalog/index.ts';
import { presentIssue } from '../case-problem.ts';
import { todayIn } from '../draft/draft-context.ts';
import { presentPage, type FormState } from '../form/form.presenter.ts';
import { noForm } from '../matter-rules.ts';
import { answerPath, issueWords } from '../form/issue-words.ts';

type Wanted = Input<typeof formEditorEndpoints.tryForm>['body'];

/** The form of a draft before anything is answered. */
export async function getFormTrial(call: Call, draftId: string, page: string | undefined): Promise<FormTrialData> {
  return trialOf(call, await getDraftContent(call, call.em, draftId), { answers: {}, page });
}

/** One step of a test; that there was one is recorded, what was typed is not. */
export async function tryForm(call: Call, draftId: string, wanted: Wanted): Promise<FormTrialData> {
  return call.deps.runCommand(call, { name: 'catalog.try-form' }, async (tx) => {
    const content = await getDraftContent(call, tx.em, draftId);
    tx.audit({
      action: 'catalog.try-form',
      chain: `draft:${draftId}`,
      target: { type: 'matter-draft', id: draftId },
      outcome: 'done',
      after: { page: wanted.page ?? null },
    });
    return trialOf(call, content, wanted);
  });
}

/** Somebody who does not exist, so that a test shows what known data looks like. */
const sample: KnownData = {
  'person.name': '示例同学',
  'person.phone': '13800000000',
  'person.email': 'sample@example.edu.cn',
  'affiliation.number': '2023000001',
  'affiliation.department': '示例学院',
  'affiliation.programme': '示例专业',
  'affiliation.grade': '2023',
  'affiliation.since': '2023-09-01',
  'affiliation.expectedEnd': '2027-06-30',
  'affiliation.position': '示例岗位',
  'student.name': '示例同学',
  'student.number': '2023000001',
  'student.department': '示例学院',
};

/** The form as its applicants would meet it: the same rules and the same pages, of which nothing is kept. */
function trialOf(call: Call, content: MatterContent, { answers, page }: Wanted): FormTrialData {
  const form = applicationForm(content.form ?? noForm, content.guide.situations);
  const requirements = content.guide.materials.filter(isUploaded).map(({ key }) => key);
  const faults = findFormFaults(form, { requirements }).map((fault) => ({ ...fault, message: faultWords[fault.code] }));
  // A pattern that is none cannot be tried.
  if (faults.some(({ code }) => code === 'form.bad-pattern')) return { faults, ...nothing };
  const { locale } = call.principal;
  const today = todayIn(call.deps, call.now);
  const state: FormState = { definition: form, answers, prefilled: prefill(form, sample), today, locale };
  const shown = visiblePages(form, filledAnswers(state));
  const current = shown.find(({ key }) => key === page) ?? shown[0];
  return {
    faults,
    pages: shown.map(({ key, title }) => ({ key, title })),
    page: current === undefined ? null : presentPage(state, current),
    issues: current === undefined ? [] : issuesOf(state, current.key),
    answers: shown.map((one): PageData => presentPage(state, one)),
  };
}

const nothing = { pages: [], page: null, issues: [], answers: [] };

function issuesOf(state: FormState, pageKey: string): FormTrialData['issues'] {
  const { definition, today, prefilled, locale } = state;
  const typed = answersOf(definition, pageKey, state.answers);
  const { issues } = validatePage(
    definition,
    { key: pageKey, answers: typed, saved: filledAnswers(state) },
    { today, prefilled },
  );
  return issues.map((issue) =>
    presentIssue(issue, {
      locale,
      fieldOf: answerPath,
      textOf: (refusal) => issueWords(definition, refusal, locale),
    }),
  );
}

function answersOf(form: FormDefinition, pageKey: string, answers: Answers): Answers {
  const keys = new Set(form.pages.find(({ key }) => key === pageKey)?.fields.map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
}
