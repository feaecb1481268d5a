import { rulesOf, visibleFields, visiblePages } from '@yitang/domain/form';
import type { LocalText } from '@yitang/domain/vocabulary';
import { findField } from '../form/find-field.ts';
import { askedMaterials, formOf } from '../matter-rules.ts';
import type { LoadedCase } from '../record/load-case.ts';

export interface Correctable {
  field: string;
  label: LocalText;
  kind: 'answer' | 'material';
}

/** What the applicant could mend: answers that are not known data, and files. */
export function correctableItems(loaded: LoadedCase): Correctable[] {
  const { matter, answers } = loaded;
  const form = formOf(matter);
  const fields = visiblePages(form, answers)
    .flatMap((page) => visibleFields(page, answers))
    .filter((field) => (field.isLocked !== true || field.prefill === undefined) && !rulesOf(field).isSilent)
    .map(({ key, label }): Correctable => ({ field: key, label, kind: 'answer' }));
  const materials = askedMaterials(matter, answers).map(({ key, name }): Correctable => ({
    field: key,
    label: name,
    kind: 'material',
  }));
  return [...fields, ...materials];
}

/** What an item of a list is called on the form, or among the materials. */
export function itemLabel({ matter }: LoadedCase, { kind, field }: Pick<Correctable, 'kind' | 'field'>): LocalText {
  const asked =
    kind === 'answer'
      ? findField(formOf(matter), field)?.label
      : matter.guide.materials.find(({ key }) => key === field)?.name;
  return asked ?? { zh: field };
}
