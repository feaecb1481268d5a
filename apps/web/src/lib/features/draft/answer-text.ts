import type { FieldData } from '@yitang/contract';

type LocalText = FieldData['label'];

/** An answer as people read it on the check page. */
export function answerText(
  field: FieldData,
  text: (words: LocalText | undefined) => string,
  words: { yes: string; no: string },
): string[] {
  const { value } = field;
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? words.yes : words.no];
  const labelOf = (one: string): string => text(field.options?.find((option) => option.value === one)?.label) || one;
  if (Array.isArray(value)) return value.map(labelOf);
  if (field.kind === 'choice') return [labelOf(String(value))];
  return [field.unit ? `${String(value)} ${text(field.unit)}` : String(value)];
}
