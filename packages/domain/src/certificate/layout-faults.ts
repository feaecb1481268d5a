import type { FormDefinition, FormField } from '../form/index.ts';
import type { LocalText } from '../vocabulary/index.ts';
import { certificateNames, unknownPlaceholders } from './certificate-text.ts';
import type { CertificateLayout } from './layout-definition.ts';

/** Why a certificate could not be issued, or not as it was meant. */
export const layoutFaultCodes = [
  'layout.says-nothing',
  'layout.unknown-value',
  'layout.unknown-question',
  'layout.maybe-unanswered',
  'layout.no-english',
] as const;
export type LayoutFaultCode = (typeof layoutFaultCodes)[number];

export interface LayoutFault {
  readonly code: LayoutFaultCode;
  /** The value or the text that it is about; empty where it is about the whole. */
  readonly name: string;
}

type Stated = { readonly field: FormField; readonly isAlwaysAnswered: boolean };

/** Kinds whose answers fit into a sentence. */
const unstatable: readonly FormField['kind'][] = ['file', 'note', 'table', 'consent'];

/** Questions whose answers a certificate can state, by key, and whether everybody answers them. */
export function statableFields(form: FormDefinition | null): ReadonlyMap<string, Stated> {
  return new Map(
    (form?.pages ?? []).flatMap((page) =>
      page.fields
        .filter(({ kind }) => !unstatable.includes(kind))
        .map((field) => {
          const isConditional = page.showWhen !== undefined || field.showWhen !== undefined;
          return [field.key, { field, isAlwaysAnswered: !isConditional && field.optional !== true }];
        }),
    ),
  );
}

/** What is wrong with a layout beside the form that feeds it: nothing is issued with a gap, so a gap stops publication. */
export function findLayoutFaults(layout: CertificateLayout, form: FormDefinition | null): readonly LayoutFault[] {
  const fields = statableFields(form);
  const answers = certificateNames(layout).filter((name) => name.startsWith('answer.'));
  const keys = answers.map((name) => name.slice('answer.'.length));
  const gone = keys.filter((key) => !fields.has(key));
  const doubtful = keys.flatMap((key) => {
    const known = fields.get(key);
    return known === undefined || known.isAlwaysAnswered ? [] : [known.field.label.zh];
  });
  return [
    ...faults('layout.says-nothing', layout.lines.length + (layout.table ?? []).length === 0 ? [''] : []),
    ...faults('layout.unknown-value', unknownPlaceholders(layout)),
    ...faults('layout.unknown-question', gone),
    ...faults('layout.maybe-unanswered', doubtful),
    ...faults('layout.no-english', layout.isBilingual ? withoutEnglish(layout) : []),
  ];
}

const faults = (code: LayoutFaultCode, names: readonly string[]): LayoutFault[] =>
  names.map((name) => ({ code, name }));

/** The Chinese of what both languages are promised for. */
function withoutEnglish({ title, lines, table = [], issuer }: CertificateLayout): string[] {
  const texts: readonly LocalText[] = [title, ...lines, ...table.map(({ label }) => label), issuer];
  return texts.flatMap(({ zh, en = '' }) => (en.trim() === '' && zh.trim() !== '' ? [zh] : []));
}
