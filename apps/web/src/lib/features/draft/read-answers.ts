import type { FieldData } from '@yitang/contract';

export type AnswerValue = NonNullable<FieldData['value']>;
type Row = Record<string, string>;

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
  if (field.columns !== undefined) return readRows(field.key, field.columns, form);
  if (field.parts !== undefined) return withoutBlank(readParts(field.key, field.parts, form));
  const text = form.get(field.key);
  if (field.kind === 'choices') return form.getAll(field.key).map(String);
  if (field.kind === 'consent') return text === 'yes';
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  if (field.kind !== 'number') return text;
  const digits = text.normalize('NFKC').replaceAll(/[\s,]/g, '');
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : text;
}

function readParts(name: string, parts: readonly { readonly key: string }[], form: FormData): Row {
  const typed = parts.map(({ key }) => [key, form.get(`${name}.${key}`)] as const);
  return Object.fromEntries(
    typed.filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}

const withoutBlank = (row: Row): Row | undefined =>
  Object.values(row).some((part) => part.trim() !== '') ? row : undefined;

/** Rows that were left empty between others stay, so that a fault is told at its row. */
function readRows(name: string, columns: NonNullable<FieldData['columns']>, form: FormData): Row[] | undefined {
  const rows: Row[] = [];
  for (let index = 0; columns.some(({ key }) => form.has(`${name}.${index}.${key}`)); index += 1) {
    rows.push(readParts(`${name}.${index}`, columns, form));
  }
  const last = rows.findLastIndex((row) => withoutBlank(row) !== undefined);
  return last < 0 ? undefined : rows.slice(0, last + 1);
}
