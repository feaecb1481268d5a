import type { Answers, FormDefinition } from '@yitang/domain/form';
import { readSituation } from '../../catalog/index.ts';

/** What was chosen in the guide, as answers to the same questions of the application; what it doesn't ask is left out. */
export function chosenAnswers(form: FormDefinition, situation: string | undefined): Answers {
  const chosen = Object.entries(readSituation(situation));
  const fields = form.pages.flatMap((page) => page.fields);
  const isAsked = ([key, value]: (typeof chosen)[number]): boolean =>
    fields.some(
      (field) => field.kind === 'choice' && field.key === key && field.options.some((option) => option.value === value),
    );
  return Object.fromEntries(chosen.filter(isAsked));
}
