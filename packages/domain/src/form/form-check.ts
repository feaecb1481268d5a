import type { FormDefinition, FormField, FormPage } from './form-definition.ts';
import type { FormFault, FormFaultCode } from './form-fault.ts';
import { couldHold, looksAhead } from './condition-check.ts';
import { isSensitive } from './answer-print.ts';
import { rulesOf } from './kinds/field-kinds.ts';

/** What stands beside the form in the guide and is named in it. */
export interface FormSurroundings {
  /** Keys of the materials that the applicant uploads; absent: not asked. */
  readonly requirements?: readonly string[] | undefined;
}

/** What would make a form impossible to fill in, or a part of it impossible to reach: asked before it is published. */
export function findFormFaults(
  { pages }: FormDefinition,
  { requirements }: FormSurroundings = {},
): readonly FormFault[] {
  const faults: FormFault[] = [];
  /** Every field so far, and of these the ones that somebody may come to see. */
  const seen = new Map<string, FormField>();
  const reachable = new Map<string, FormField>();
  for (const page of pages) {
    const at = { seen, reachable, requirements };
    const codes = faultsOfPage(page, at);
    faults.push(...codes.map((code): FormFault => ({ code, key: page.key })));
    for (const field of page.fields) {
      const own = faultsOfField(field, { ...at, page });
      faults.push(...own.map((code): FormFault => ({ code, key: field.key })));
      seen.set(field.key, field);
      if (![...codes, ...own].includes('form.condition-never')) reachable.set(field.key, field);
    }
  }
  const keys = pages.map(({ key }) => key);
  const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...faults, ...[...repeated].map((key): FormFault => ({ code: 'form.repeated-key', key }))];
}

interface Place {
  readonly seen: ReadonlyMap<string, FormField>;
  readonly reachable: ReadonlyMap<string, FormField>;
  readonly requirements: readonly string[] | undefined;
}

function faultsOfPage(page: FormPage, place: Place): readonly FormFaultCode[] {
  const codes: FormFaultCode[] = [];
  if (page.fields.length < 1 || page.fields.length > 5) codes.push('form.page-size');
  if (page.title.zh === '') codes.push('form.words-missing');
  return [...codes, ...conditionFaults(page, place)];
}

function conditionFaults(
  { showWhen }: Pick<FormPage, 'showWhen'>,
  { seen, reachable }: Place,
): readonly FormFaultCode[] {
  if (looksAhead(showWhen, seen)) return ['form.condition-looks-ahead'];
  return showWhen === undefined || couldHold(showWhen, reachable) ? [] : ['form.condition-never'];
}

function faultsOfField(field: FormField, place: Place & { readonly page: FormPage }): readonly FormFaultCode[] {
  const { seen } = place;
  const codes: FormFaultCode[] = [];
  if (seen.has(field.key)) codes.push('form.repeated-key');
  codes.push(...conditionFaults(field, place));
  if (field.label.zh === '') codes.push('form.words-missing');
  return [
    ...codes,
    ...(rulesOf(field).faults?.(field, seen) ?? []),
    ...knownFaults(field),
    ...fileFaults(field, place),
  ];
}

function knownFaults(field: FormField): readonly FormFaultCode[] {
  const { prefill, parts } = rulesOf(field);
  const codes: FormFaultCode[] = [];
  if (field.isLocked && !field.prefill) codes.push('form.locked-without-source');
  // A register knows a name; it doesn't know the rest of an answer in parts, so that must stay open.
  if (field.prefill && (!prefill || (field.isLocked && parts !== undefined))) codes.push('form.prefill-unfit');
  if (isSensitive(field) && rulesOf(field).isSensitive && !field.purpose?.zh) codes.push('form.purpose-missing');
  return codes;
}

/** An upload is sent by itself: what was typed beside it would be lost where there is no script. */
function fileFaults(field: FormField, { page, requirements }: Place & { page: FormPage }): readonly FormFaultCode[] {
  if (field.kind !== 'file') return [];
  const isAlone = page.fields.every(({ kind }) => kind === 'file' || kind === 'note');
  const isKnown = requirements === undefined || requirements.includes(field.requirement);
  return [
    ...(isAlone ? [] : ['form.file-beside-questions' as const]),
    ...(isKnown ? [] : ['form.unknown-requirement' as const]),
  ];
}
