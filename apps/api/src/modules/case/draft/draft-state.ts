import type { Issue } from '@yitang/contract';
import { findApplicationIssues, type Application } from '@yitang/domain/case';
import { visiblePages, type Answers, type FormPage } from '@yitang/domain/form';
import { textIn, type Locale, type Refusal } from '@yitang/domain/vocabulary';
import { applicationField, presentIssue } from '../case-problem.ts';
import { findField } from '../form/find-field.ts';
import { filledAnswers } from '../form/form.presenter.ts';
import { askedMaterials } from '../matter-rules.ts';
import type { DraftContext } from './draft-context.ts';

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

export function draftState(context: DraftContext, locale: Locale): DraftState {
  const { matter, draft, isOutdated } = context;
  const answers = filledAnswers(context);
  const formPages = visiblePages(matter.form.definition, answers);
  const refusals = applicationRefusals(context);
  const faultyFields = new Set(refusals.filter(isOfField).map(({ field }) => field));
  const saved = new Set(isOutdated ? [] : draft.savedPages);
  const complete = formPages.map(
    (page) => saved.has(page.key) && page.fields.every(({ key }) => !faultyFields.has(key)),
  );
  const keys = formPages.map(({ key }) => key);
  if (askedMaterials(matter, answers).length > 0) {
    keys.push(materialsPage);
    complete.push(refusals.every(isOfField));
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
export function applicationOf(context: Pick<DraftContext, 'matter' | 'answers' | 'prefilled' | 'files'>): Application {
  const { matter, prefilled, files } = context;
  return {
    form: matter.form.definition,
    answers: knownFields(context),
    prefilled,
    requirements: matter.guide.materials,
    uploads: files.map(({ requirementKey, type, size }) => ({ requirementKey, type, bytes: size })),
  };
}

function knownFields({ matter, answers }: Pick<DraftContext, 'matter' | 'answers'>): Answers {
  const keys = new Set(matter.form.definition.pages.flatMap(({ fields }) => fields.map(({ key }) => key)));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
}

function applicationRefusals(context: DraftContext): readonly Refusal[] {
  return findApplicationIssues(applicationOf(context), context.today);
}

const isOfField = ({ code }: Refusal): boolean => !code.startsWith('material.');

function otherRefusals({ preconditions, isOutdated }: DraftContext): Refusal[] {
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
  { matter, preconditions }: Pick<DraftContext, 'matter' | 'preconditions'>,
  refusal: Refusal,
  locale: Locale,
): Issue {
  const textOf = ({ code, field }: Refusal): string | undefined => {
    if (code === 'field.pattern') return patternText(matter.form.definition, field ?? '', locale);
    const unmet = preconditions.find(({ key }) => key === field);
    if (code !== 'precondition.unmet' || unmet === undefined) return undefined;
    return textIn(locale, unmet.remedy ?? unmet.label);
  };
  return presentIssue(refusal, { locale, fieldOf: applicationField, textOf });
}

/** What the form itself says of an answer that does not fit its pattern. */
export function patternText(form: Parameters<typeof findField>[0], key: string, locale: Locale): string | undefined {
  const field = findField(form, key);
  if (field === undefined || !('pattern' in field) || field.pattern === undefined) return undefined;
  return textIn(locale, field.pattern.message);
}
