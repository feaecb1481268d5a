import type { Condition, FormDefinition, FormField } from './form-definition.ts';

export const formFaultCodes = [
  'form.repeated-key',
  'form.page-size',
  'form.condition-looks-ahead',
  'form.repeated-option',
  'form.impossible-bounds',
  'form.bad-pattern',
  'form.locked-without-source',
] as const;
export type FormFaultCode = (typeof formFaultCodes)[number];

export interface FormFault {
  readonly code: FormFaultCode;
  /** Key of the page or field. */
  readonly key: string;
}

/** What would make a form impossible to fill in: asked before it is published. */
export function findFormFaults({ pages }: FormDefinition): readonly FormFault[] {
  const faults: FormFault[] = [];
  const seen = new Set<string>();
  for (const page of pages) {
    if (page.fields.length < 1 || page.fields.length > 5) faults.push({ code: 'form.page-size', key: page.key });
    if (looksAhead(page.showWhen, seen)) faults.push({ code: 'form.condition-looks-ahead', key: page.key });
    for (const field of page.fields) {
      faults.push(...faultsOf(field, seen).map((code): FormFault => ({ code, key: field.key })));
      seen.add(field.key);
    }
  }
  const keys = pages.map(({ key }) => key);
  const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...faults, ...[...repeated].map((key): FormFault => ({ code: 'form.repeated-key', key }))];
}

function faultsOf(field: FormField, seen: ReadonlySet<string>): readonly FormFaultCode[] {
  const codes: FormFaultCode[] = [];
  if (seen.has(field.key)) codes.push('form.repeated-key');
  if (looksAhead(field.showWhen, seen)) codes.push('form.condition-looks-ahead');
  if (field.isLocked && !field.prefill) codes.push('form.locked-without-source');
  return [...codes, ...faultsOfKind(field, seen)];
}

function faultsOfKind(field: FormField, seen: ReadonlySet<string>): readonly FormFaultCode[] {
  const codes: FormFaultCode[] = [];
  const [least, most] = boundsOf(field);
  if (least > most) codes.push('form.impossible-bounds');
  if ('pattern' in field && field.pattern && !isPattern(field.pattern.source)) codes.push('form.bad-pattern');
  if ('options' in field && new Set(field.options.map(({ value }) => value)).size < field.options.length) {
    codes.push('form.repeated-option');
  }
  if (field.kind === 'date' && field.notBefore !== undefined && !seen.has(field.notBefore)) {
    codes.push('form.condition-looks-ahead');
  }
  return codes;
}

function boundsOf(field: FormField): readonly [number, number] {
  if (field.kind === 'number') return [field.min, field.max];
  if (field.kind === 'date') return [field.earliestInDays ?? -Infinity, field.latestInDays ?? Infinity];
  return 'maxLength' in field ? [field.minLength ?? 0, field.maxLength] : [0, 0];
}

/** A condition may ask only for fields that come before it. */
function looksAhead(condition: Condition | undefined, seen: ReadonlySet<string>): boolean {
  if (!condition) return false;
  return 'all' in condition ? condition.all.some((each) => looksAhead(each, seen)) : !seen.has(condition.field);
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(`^(?:${source})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
