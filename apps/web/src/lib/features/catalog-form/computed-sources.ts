import type { FormField } from './form-types.ts';

/** What can be reckoned with, as `field|column|kind`: the kind says whether the result is an amount. */
export function sourcesOf(earlier: readonly FormField[]): { value: string; label: string }[] {
  return earlier.flatMap((field) => {
    const name = field.label.zh || field.key;
    const own = (kind: string) => ({ value: `${field.key}||${kind}`, label: name });
    switch (field.kind) {
      case 'number':
      case 'money':
      case 'date':
      case 'date-range':
      case 'choices':
        return [own(field.kind)];
      case 'computed':
        return [own(field.isAmount === true ? 'money' : 'number')];
      case 'table':
        return [
          own('table'),
          ...field.columns
            .filter(({ kind }) => kind === 'number' || kind === 'money')
            .map(({ key, kind, label }) => ({ value: `${field.key}|${key}|${kind}`, label: `${name}：${label.zh}` })),
        ];
      default:
        return [];
    }
  });
}
