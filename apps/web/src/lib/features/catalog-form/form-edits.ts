import { newField } from './new-field.ts';
import type { FieldKind, FormDefinition, FormField, FormPage, Place } from './form-types.ts';

/** A form with one thing changed, and where to go on. */
export interface Edited {
  readonly form: FormDefinition;
  readonly at: Place | undefined;
}

export function addPage(form: FormDefinition): Edited {
  const page: FormPage = { key: freeKey(form, 'page'), title: { zh: '新的一页' }, fields: [] };
  return { form: { pages: [...form.pages, page] }, at: { page: form.pages.length } };
}

export function addField(form: FormDefinition, at: Place, kind: FieldKind): Edited {
  const field = newField(kind, freeKey(form, kind));
  const fields = form.pages[at.page]?.fields ?? [];
  return { form: withFields(form, at.page, [...fields, field]), at: { page: at.page, field: fields.length } };
}

export function remove(form: FormDefinition, { page, field }: Place): Edited {
  if (field === undefined) return { form: { pages: form.pages.toSpliced(page, 1) }, at: undefined };
  return { form: withFields(form, page, fieldsOf(form, page).toSpliced(field, 1)), at: { page } };
}

export function duplicate(form: FormDefinition, { page, field }: Place): Edited {
  const source = form.pages[page];
  if (source === undefined) return { form, at: undefined };
  if (field === undefined) {
    const copy = source.fields.reduce<FormPage>(
      (sofar, one) => ({
        ...sofar,
        fields: [...sofar.fields, { ...one, key: freeKey({ pages: [...form.pages, sofar] }, one.key) }],
      }),
      { ...source, key: freeKey(form, source.key), fields: [] },
    );
    return { form: { pages: form.pages.toSpliced(page + 1, 0, copy) }, at: { page: page + 1 } };
  }
  const one = source.fields[field];
  if (one === undefined) return { form, at: { page } };
  const copy = { ...one, key: freeKey(form, one.key) };
  return { form: withFields(form, page, source.fields.toSpliced(field + 1, 0, copy)), at: { page, field: field + 1 } };
}

/** A field that leaves its page at an end goes to the page before or behind it. */
export function move(form: FormDefinition, { page, field }: Place, by: -1 | 1): Edited {
  if (field === undefined) {
    const moved = form.pages[page];
    const to = page + by;
    if (moved === undefined || to < 0 || to >= form.pages.length) return { form, at: { page } };
    return { form: { pages: form.pages.toSpliced(page, 1).toSpliced(to, 0, moved) }, at: { page: to } };
  }
  const fields = fieldsOf(form, page);
  const one = fields[field];
  if (one === undefined) return { form, at: { page } };
  const to = field + by;
  const without = withFields(form, page, fields.toSpliced(field, 1));
  if (to >= 0 && to < fields.length) {
    return { form: withFields(without, page, fieldsOf(without, page).toSpliced(to, 0, one)), at: { page, field: to } };
  }
  const next = page + by;
  if (next < 0 || next >= form.pages.length) return { form, at: { page, field } };
  const place = by === 1 ? 0 : fieldsOf(form, next).length;
  return {
    form: withFields(without, next, fieldsOf(form, next).toSpliced(place, 0, one)),
    at: { page: next, field: place },
  };
}

/** Other properties; who asked for the field by its old key asks for it by the new one. */
export function setField(form: FormDefinition, at: Place & { field: number }, changed: FormField): Edited {
  const before = form.pages[at.page]?.fields[at.field];
  const edited = withFields(form, at.page, fieldsOf(form, at.page).with(at.field, changed));
  const isRenamed = before !== undefined && before.key !== changed.key;
  return { form: isRenamed ? renamed(edited, before.key, changed.key) : edited, at };
}

export function setPage(form: FormDefinition, at: Place, changed: Omit<FormPage, 'fields'>): Edited {
  return { form: { pages: form.pages.with(at.page, { ...changed, fields: fieldsOf(form, at.page) }) }, at };
}

const fieldsOf = (form: FormDefinition, page: number): FormField[] => form.pages[page]?.fields ?? [];

function withFields(form: FormDefinition, page: number, fields: FormField[]): FormDefinition {
  return { pages: form.pages.map((one, index) => (index === page ? { ...one, fields } : one)) };
}

/** `date-range`, `date-range2`: a key that nothing has yet. */
function freeKey({ pages }: FormDefinition, wanted: string): string {
  const taken = new Set(pages.flatMap(({ key, fields }) => [key, ...fields.map((field) => field.key)]));
  const stem = wanted.replace(/\d+$/, '');
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
}

/** Conditions, dates that follow another, and sums name fields by `field` and `notBefore`. */
function renamed(form: FormDefinition, from: string, to: string): FormDefinition {
  const text = JSON.stringify(form, (name, value: unknown) =>
    (name === 'field' || name === 'notBefore') && value === from ? to : value,
  );
  return JSON.parse(text) as FormDefinition;
}
