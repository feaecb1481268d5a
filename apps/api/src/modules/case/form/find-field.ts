import type { FormDefinition, FormField } from '@yitang/domain/form';

export function findField(definition: FormDefinition, key: string): FormField | undefined {
  return definition.pages.flatMap(({ fields }) => fields).find((field) => field.key === key);
}
