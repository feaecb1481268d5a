import type { DraftData } from '@yitang/contract';
import type { Locale, LocalText } from '@yitang/domain/vocabulary';
import { filledAnswers } from '@yitang/domain/form';
import { presentPage, type FormState } from '../form/form.presenter.ts';
import { presentRequirements } from '../form/material-view.ts';
import { isInstantMatter, promisedDays, type OnlineMatter } from '../matter-rules.ts';
import type { DraftContext } from './draft-context.ts';
import { uploadPages } from '../form/upload-pages.ts';
import { checkPage, draftState, givenAnswers, materialsPage, type DraftState } from './draft-state.ts';

export interface DraftPresentation {
  /** The page that is asked for; one that is not open yet gives the first that is to be done. */
  readonly page?: string | undefined;
  readonly locale: Locale;
  readonly departmentName: string;
  readonly copy: Pick<DraftData, 'previous' | 'copied'>;
}

export function presentDraft(
  context: DraftContext,
  { page, locale, departmentName, copy }: DraftPresentation,
): DraftData {
  const { draft, matter } = context;
  const state = draftState(context, locale);
  const form: FormState = { ...givenAnswers(context), locale };
  const shown = shownPage(state, page ?? draft.currentPage);
  const shownForm = state.formPages.find(({ key }) => key === shown);
  const saved = new Set(draft.savedPages);
  const uploads = uploadPages(state.formPages);
  return {
    id: draft.id,
    version: draft.version,
    matter: { code: matter.code, name: matter.name, isInstant: isInstantMatter(matter) },
    pages: state.pages.map((one) => ({ ...one, title: pageTitle(state, one.key) })),
    page: shownForm === undefined ? null : presentPage(form, shownForm),
    materials: presentRequirements(matter.guide.materials, filledAnswers(form), context.files).map((one) => ({
      ...one,
      page: uploads.get(one.key) ?? materialsPage,
    })),
    answers: state.formPages.filter(({ key }) => saved.has(key)).map((one) => presentPage(form, one)),
    issues: [...visibleIssues(state, shown, saved)],
    isReady: state.isReady,
    consequence: consequence(matter, departmentName),
    ...copy,
    updatedAt: draft.updatedAt.toISOString(),
  };
}

/** Pages are filled in in order: one that is not open yet leads to the first that has something left to do. */
export function shownPage({ pages }: DraftState, wanted: string): string {
  const isOpen = pages.some(({ key, isOpen: open }) => key === wanted && open);
  return isOpen ? wanted : (pages.find(({ isComplete }) => !isComplete)?.key ?? checkPage);
}

function pageTitle({ formPages }: DraftState, key: string): LocalText {
  if (key === materialsPage) return { zh: '上传材料', en: 'Documents' };
  if (key === checkPage) return { zh: '核对并提交', en: 'Check and submit' };
  return formPages.find((page) => page.key === key)?.title ?? { zh: key };
}

/** Nobody is told of faults on pages that they have not come to. */
function visibleIssues(state: DraftState, shown: string, saved: ReadonlySet<string>): DraftState['issues'] {
  if (shown === checkPage) return state.issues;
  const reached = new Set(
    state.formPages
      .filter(({ key }) => saved.has(key))
      .flatMap(({ fields }) => fields.map(({ key }) => `answers.${key}`)),
  );
  return state.issues.filter(({ field }) => isWithin(reached, field) || !/^(answers|materials)\./.test(field));
}

/** A fault of a part (`answers.payee.number`) belongs to its field. */
function isWithin(fields: ReadonlySet<string>, path: string): boolean {
  return fields.has(path) || [...fields].some((field) => path.startsWith(`${field}.`));
}

function consequence(matter: OnlineMatter, departmentName: string): LocalText {
  if (isInstantMatter(matter)) {
    return {
      zh: '提交后系统立即核验，符合条件的当场办结，结果可在“我的办件”下载。',
      en: 'Your application is checked at once; if the conditions are met the result is ready to download in “My cases”.',
    };
  }
  const days = promisedDays(matter);
  return {
    zh: `这件事由${departmentName}负责，受理后 ${days} 个工作日内办结。有进展会通知您，办结前可以撤回。`,
    en: `${departmentName} will handle it within ${days} working days of acceptance. You will be told at each step and may withdraw until it is decided.`,
  };
}
