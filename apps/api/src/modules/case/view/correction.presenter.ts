import type { CaseData, PageData } from '@yitang/contract';
import { today } from '@yitang/domain/calendar';
import { visibleFields, visiblePages, type FormField } from '@yitang/domain/form';
import type { Locale } from '@yitang/domain/vocabulary';
import type { MaterialRow } from '../../material/index.ts';
import type { Directory } from '../directory.ts';
import { presentField, type FormState } from '../form/form.presenter.ts';
import { presentRequirement } from '../form/material-view.ts';
import { formOf } from '../matter-rules.ts';
import { momentOf } from '../moment-of.ts';
import { openCorrectionOf, type LoadedCase } from '../record/load-case.ts';
import { itemLabel } from './correctable.ts';

interface When {
  readonly locale: Locale;
  readonly directory: Directory;
  readonly now: Date;
}

/** The open list of corrections as one page: only what is on it can be changed. */
export function presentCorrection(
  loaded: LoadedCase,
  files: readonly MaterialRow[],
  when: When,
): CaseData['correction'] {
  const open = openCorrectionOf(loaded.corrections);
  if (open === undefined) return null;
  const { materials } = loaded.matter.guide;
  const requirements = materials.filter(({ key }) =>
    open.items.some(({ kind, field }) => kind === 'material' && field === key),
  );
  return {
    round: open.round,
    items: open.items.map((item) => ({ ...item, label: itemLabel(loaded, item) })),
    message: open.message ?? null,
    dueDate: open.dueOn ?? null,
    page: presentPage(
      loaded,
      new Set(open.items.filter(({ kind }) => kind === 'answer').map(({ field }) => field)),
      when,
    ),
    requirements: requirements.map((requirement) =>
      presentRequirement(
        requirement,
        files.filter(({ round }) => round === open.round),
      ),
    ),
  };
}

function presentPage(loaded: LoadedCase, listed: ReadonlySet<string>, { directory, now, locale }: When): PageData {
  const definition = formOf(loaded.matter);
  const moment = momentOf(directory, loaded.current, now);
  const state: FormState = { definition, answers: loaded.answers, prefilled: {}, today: today(moment), locale };
  const isOnList = ({ key }: FormField): boolean => listed.has(key);
  const fields = visiblePages(definition, loaded.answers).flatMap((page) => visibleFields(page, loaded.answers));
  return {
    key: 'correction',
    title: { zh: '需要补正的内容', en: 'What needs correcting' },
    fields: fields.filter(isOnList).map((field) => presentField(field, loaded.answers[field.key], state)),
    number: 1,
    previous: null,
    next: null,
  };
}
