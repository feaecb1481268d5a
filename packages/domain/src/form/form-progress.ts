import { visiblePages } from './condition.ts';
import type { Answers, FormDefinition, FormPage } from './form-definition.ts';
import { type FormContext, validateForm } from './form-validation.ts';

export interface PageProgress {
  readonly key: string;
  readonly isComplete: boolean;
  /** Every page before it is complete. */
  readonly isOpen: boolean;
}

/** The pages that these answers show, in order, each complete or not, open or not. */
export function formProgress(
  definition: FormDefinition,
  answers: Answers,
  context: FormContext,
): readonly PageProgress[] {
  const result = validateForm(definition, answers, context);
  const faulty = new Set(result.issues.map(({ field }) => field));
  const shown = visiblePages(definition, result.answers);
  const complete = shown.map((page) => isComplete(page, faulty));
  return shown.map(({ key }, index) => ({
    key,
    isComplete: complete[index] === true,
    isOpen: complete.slice(0, index).every(Boolean),
  }));
}

/** The first page with something left to do; undefined when the form is complete. */
export function firstIncompletePage(
  definition: FormDefinition,
  answers: Answers,
  context: FormContext,
): string | undefined {
  return formProgress(definition, answers, context).find((page) => !page.isComplete)?.key;
}

/** Pages are filled in in order: one opens when all before it are complete. A hidden or unknown page never does. */
export function mayOpenPage(
  { definition, answers, pageKey }: { definition: FormDefinition; answers: Answers; pageKey: string },
  context: FormContext,
): boolean {
  return formProgress(definition, answers, context).some(({ key, isOpen }) => key === pageKey && isOpen);
}

/** The page after this one that the answers show; undefined after the last. */
export function nextPage(definition: FormDefinition, answers: Answers, pageKey: string): string | undefined {
  const order = definition.pages.map(({ key }) => key);
  return visiblePages(definition, answers).find(({ key }) => order.indexOf(key) > order.indexOf(pageKey))?.key;
}

export function previousPage(definition: FormDefinition, answers: Answers, pageKey: string): string | undefined {
  const order = definition.pages.map(({ key }) => key);
  return visiblePages(definition, answers).findLast(({ key }) => order.indexOf(key) < order.indexOf(pageKey))?.key;
}

function isComplete(page: FormPage, faulty: ReadonlySet<string>): boolean {
  return page.fields.every(({ key }) => !faulty.has(key));
}
