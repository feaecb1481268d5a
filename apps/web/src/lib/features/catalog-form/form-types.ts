import type { FormDefinitionData } from '@yitang/contract';

export type FormDefinition = FormDefinitionData;
export type FormPage = FormDefinition['pages'][number];
export type FormField = FormPage['fields'][number];
export type FieldKind = FormField['kind'];
/** The fields of a kind; two kinds of text, and two of choices, share a shape. */
export type FieldOf<K extends FieldKind> = FormField extends infer F
  ? F extends { kind: infer Kinds }
    ? K extends Kinds
      ? F
      : never
    : never
  : never;
export type Condition = NonNullable<FormPage['showWhen']>;
export type LocalText = FormPage['title'];

/** What somebody works on: a page, or a field of it. Places, for keys may be repeated while they are edited. */
export interface Place {
  readonly page: number;
  readonly field?: number | undefined;
}

/** `2` and `2.0`: as it stands in the address. */
export function placeOf(text: string | null, { pages }: FormDefinition): Place | undefined {
  const found = /^(\d{1,3})(?:\.(\d{1,3}))?$/.exec(text ?? '');
  if (found === null) return undefined;
  const place = { page: Number(found[1]), field: found[2] === undefined ? undefined : Number(found[2]) };
  const page = pages[place.page];
  const exists = page !== undefined && (place.field === undefined || page.fields[place.field] !== undefined);
  return exists ? place : undefined;
}

export const placeText = ({ page, field }: Place): string => (field === undefined ? `${page}` : `${page}.${field}`);

/** The fields before a place: what a condition, a bound or a sum there may look back at. */
export function fieldsBefore({ pages }: FormDefinition, place: Place): readonly FormField[] {
  const earlier = pages.slice(0, place.page).flatMap(({ fields }) => fields);
  return [...earlier, ...(pages[place.page]?.fields.slice(0, place.field ?? 0) ?? [])];
}
