import type { FieldData } from '@yitang/contract';

export type AnswerValue = string | number | boolean | string[];

/** A posted page as answers by kind. What is no number stays text, so that the refusal can say so and it stays typed. */
export function readAnswers(fields: readonly FieldData[], form: FormData): Record<string, AnswerValue> {
  const answers: Record<string, AnswerValue> = {};
  for (const field of fields) {
    if (field.known?.isLocked) continue;
    const value = readAnswer(field, form);
    if (value !== undefined) answers[field.key] = value;
  }
  return answers;
}

function readAnswer(field: FieldData, form: FormData): AnswerValue | undefined {
  const text = form.get(field.key);
  if (field.kind === 'choices') return form.getAll(field.key).map(String);
  if (field.kind === 'consent') return text === 'yes';
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  if (field.kind !== 'number') return text;
  const digits = text.normalize('NFKC').replaceAll(/[\s,]/g, '');
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : text;
}
