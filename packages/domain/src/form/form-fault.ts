export const formFaultCodes = [
  'form.repeated-key',
  'form.page-size',
  'form.condition-looks-ahead',
  'form.condition-never',
  'form.repeated-option',
  'form.no-options',
  'form.impossible-bounds',
  'form.bad-pattern',
  'form.locked-without-source',
  'form.prefill-unfit',
  'form.words-missing',
  'form.purpose-missing',
  'form.no-columns',
  'form.computed-source',
  'form.unknown-requirement',
  'form.file-beside-questions',
] as const;
export type FormFaultCode = (typeof formFaultCodes)[number];

export interface FormFault {
  readonly code: FormFaultCode;
  /** Key of the page or field. */
  readonly key: string;
}
