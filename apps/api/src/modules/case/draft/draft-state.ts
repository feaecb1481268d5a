import type { Issue } from '@yitang/contract';
import { findApplicationIssues, type Application } from '@yitang/domain/case';
import { filledAnswers, visiblePages, type Answers, type FormPage } from '@yitang/domain/form';
import { textIn, type Locale, type Refusal } from '@yitang/domain/vocabulary';
import { applicationField, presentIssue } from '../case-problem.ts';
import { issueWords } from '../form/issue-words.ts';
import { uploadPages } from '../form/upload-pages.ts';
import { askedMaterials, formOf } from '../matter-rules.ts';
import type { DraftFacts } from './draft-context.ts';

export const materialsPage = 'materials';
export const checkPage = 'check';

/** How far a draft has come: a page is complete when its owner has saved it and nothing on it is wrong. */
export interface DraftState {
  readonly pages: readonly { readonly key: string; readonly isComplete: boolean; readonly isOpen: boolean }[];
  readonly formPages: readonly FormPage[];
  /** Everything that keeps it from being submitted. */
  readonly issues: readonly Issue[];
  readonly isReady: boolean;
}

export function draftState(context: DraftFacts, locale: Locale): DraftState {
  const { matter, draft, isOutdated } = context;
  const answers = filledAnswers(givenAnswers(context));
  const formPages = visiblePages(formOf(matter), answers);
  const uploads = uploadPages(formPages);
  const refusals = applicationRefusals(context);
  const pageOf = pageOfRefusal(formPages, uploads);
  const faulty = new Set(refusals.map(pageOf));
  const saved = new Set(isOutdated ? [] : draft.savedPages);
  const keys = formPages.map(({ key }) => key);
  const complete = keys.map((key) => saved.has(key) && !faulty.has(key));
  if (askedMaterials(matter, answers).some(({ key }) => !uploads.has(key))) {
    keys.push(materialsPage);
    complete.push(!faulty.has(materialsPage));
  }
  const pages = [...keys, checkPage].map((key, index) => ({
    key,
    isComplete: complete[index] ?? false,
    isOpen: complete.slice(0, index).every(Boolean),
  }));
  const issues = [...refusals, ...otherRefusals(context)].map((refusal) => draftIssue(context, refusal, locale));
  return { pages, formPages, issues, isReady: complete.every(Boolean) && issues.length === 0 };
}

/** The application as the rules judge it; answers that the form no longer asks for are left out. */
export function applicationOf(context: ApplicationParts): Application {
  let application = applications.get(context);
  if (application === undefined) {
    application = makeApplication(context);
    applications.set(context, application);
  }
  return application;
}

type ApplicationParts = Pick<DraftFacts, 'matter' | 'answers' | 'prefilled' | 'files'>;
// One application for one context, so that the rules, which remember what they found in it, go through the form once.
const applications = new WeakMap<ApplicationParts, Application>();

function makeApplication(context: ApplicationParts): Application {
  const { matter, prefilled, files } = context;
  return {
    form: formOf(matter),
    answers: knownFields(context),
    prefilled,
    requirements: matter.guide.materials,
    uploads: files.map(({ requirementKey, type, size }) => ({ requirementKey, type, bytes: size })),
  };
}

function knownFields({ matter, answers }: Pick<DraftFacts, 'matter' | 'answers'>): Answers {
  const keys = new Set(formOf(matter).pages.flatMap(({ fields }) => fields.map(({ key }) => key)));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
}

export function applicationRefusals(context: DraftFacts): readonly Refusal[] {
  return findApplicationIssues(applicationOf(context), context.today);
}

/** Where a fault is mended; undefined for one of a question that is not shown. */
function pageOfRefusal(formPages: readonly FormPage[], uploads: ReadonlyMap<string, string>) {
  const pageOfField = new Map(formPages.flatMap((page) => page.fields.map(({ key }) => [key, page.key] as const)));
  return ({ code, field = '' }: Refusal): string | undefined =>
    code.startsWith('material.') ? (uploads.get(field) ?? materialsPage) : pageOfField.get(field);
}

/** The answers of a draft, as the form of today looks at them. */
export const givenAnswers = ({ matter, answers, prefilled, today }: DraftFacts) => ({
  definition: formOf(matter),
  answers,
  prefilled,
  today,
});

function otherRefusals({ preconditions, isOutdated }: DraftFacts): Refusal[] {
  const unmet = preconditions.filter(({ state }) => state !== 'met');
  return [
    ...unmet.map(({ key, state }): Refusal => ({
      code: `precondition.${state === 'unmet' ? 'unmet' : 'unknown'}`,
      field: key,
    })),
    ...(isOutdated ? [{ code: 'matter.not-in-force' } as const] : []),
  ];
}

export function draftIssue(
  { matter, preconditions }: Pick<DraftFacts, 'matter' | 'preconditions'>,
  refusal: Refusal,
  locale: Locale,
): Issue {
  const textOf = ({ code, field }: Refusal): string | undefined => {
    if (code.startsWith('field.')) return issueWords(formOf(matter), refusal, locale);
    const unmet = preconditions.find(({ key }) => key === field);
    if (code !== 'precondition.unmet' || unmet === undefined) return undefined;
    return textIn(locale, unmet.remedy ?? unmet.label);
  };
  return presentIssue(refusal, { locale, fieldOf: applicationField, textOf });
}
