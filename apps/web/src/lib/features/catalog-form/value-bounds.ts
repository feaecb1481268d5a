import type { FieldOf, FormField } from './form-types.ts';

/** What a field and a column of a table have alike. */
export type ValueField = FieldOf<'text'> | FieldOf<'number'> | FieldOf<'money'> | FieldOf<'date'> | FieldOf<'choice'>;

const kinds: ReadonlySet<string> = new Set(['text', 'paragraph', 'number', 'money', 'date', 'choice', 'choices']);

export const isValueField = (field: FormField): field is ValueField => kinds.has(field.kind);
