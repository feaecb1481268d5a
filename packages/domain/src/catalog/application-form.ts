import type { FormDefinition, FormField, FormPage } from '../form/index.ts';
import type { Situation } from './guide.ts';

/** A page of a form has no more. */
const fieldsOnPage = 5;

/** Whether a page asks the situations of the guide; it is made here, and stands in no editor. */
export const isSituationPage = ({ key }: Pick<FormPage, 'key'>): boolean => key.startsWith('guide-situations');

/**
 * What is asked of whoever applies on the net: first the situations (情形) of the guide that the form does not ask itself, so
 * that whatever depends on one can be asked for; then the form.
 */
export function applicationForm(form: FormDefinition, situations: readonly Situation[] = []): FormDefinition {
  const fields = unaskedSituations(form, situations).map(({ key, question, options, showWhen }): FormField => ({
    kind: 'choice',
    key,
    label: question,
    options: options.map(({ value, label }) => ({ value, label })),
    showWhen,
  }));
  if (fields.length === 0) return form;
  const pages: FormPage[] = [];
  for (let start = 0; start < fields.length; start += fieldsOnPage) {
    const number = pages.length + 1;
    pages.push({
      key: number === 1 ? 'guide-situations' : `guide-situations-${number}`,
      title: { zh: '办理情形', en: 'Your situation' },
      fields: fields.slice(start, start + fieldsOnPage),
    });
  }
  return { pages: [...pages, ...form.pages] };
}

/** A question of the form with the key of a situation asks it. */
export function unaskedSituations(form: FormDefinition, situations: readonly Situation[]): readonly Situation[] {
  if (situations.length === 0) return [];
  const asked = new Set(form.pages.flatMap(({ fields }) => fields.map(({ key }) => key)));
  return situations.filter(({ key }) => !asked.has(key));
}
