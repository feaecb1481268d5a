import type { Answers, AnswerValue, Condition, FormDefinition, FormField, FormPage } from './form-definition.ts';

/** Whether something with this condition is shown. A condition looks back: at answers given before. */
export function isVisible(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((each) => isVisible(each, answers));
  if ('any' in condition) return condition.any.some((each) => isVisible(each, answers));
  if ('not' in condition) return !isVisible(condition.not, answers);
  const answer = Object.hasOwn(answers, condition.field) ? answers[condition.field] : undefined;
  if ('atLeast' in condition) return (sizeOf(answer) ?? -Infinity) >= condition.atLeast;
  if ('includes' in condition) return Array.isArray(answer) && answer.some((each) => each === condition.includes);
  // Data is text: a number or a consent is compared by how it is written.
  return answer !== undefined && typeof answer !== 'object' && String(answer) === condition.equals;
}

function sizeOf(answer: AnswerValue | undefined): number | undefined {
  if (typeof answer === 'number') return answer;
  return Array.isArray(answer) ? answer.length : undefined;
}

/** Keys of the fields that a condition asks for. */
export function fieldsOf(condition: Condition | undefined): readonly string[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  return 'not' in condition ? fieldsOf(condition.not) : [condition.field];
}

/** The pages that these answers show, in order. A page of which every field is hidden is not shown. */
export function visiblePages(definition: FormDefinition, answers: Answers): readonly FormPage[] {
  return definition.pages.filter((page) => visibleFields(page, answers).length > 0);
}

export function visibleFields(page: FormPage, answers: Answers): readonly FormField[] {
  return isVisible(page.showWhen, answers) ? page.fields.filter(({ showWhen }) => isVisible(showWhen, answers)) : [];
}
