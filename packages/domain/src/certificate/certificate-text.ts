import { addMonths, addDays } from '../calendar/index.ts';
import { type CivilDate, type Locale, textIn } from '../vocabulary/index.ts';
import { type CertificateLayout, type CertificateName, certificateValues } from './layout-definition.ts';

export type CertificateValues = Readonly<Partial<Record<CertificateName, string | null>>>;

/** The words of a certificate, ready to be set. */
export interface CertificateText {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table: readonly { readonly label: string; readonly value: string }[];
  readonly issuer: string;
}

export type CertificateTextResult =
  | { readonly ok: true; readonly text: CertificateText }
  /** Values that the layout names and nobody knows: no certificate is issued with a gap. */
  | { readonly ok: false; readonly missing: readonly CertificateName[] };

const placeholder = /\{([^{}]+)\}/g;

/** Sets the values into the layout. A value is never read as layout itself, whatever it holds. */
export function certificateText(
  layout: CertificateLayout,
  values: CertificateValues,
  locale: Locale,
): CertificateTextResult {
  const missing = missingValues(layout, values, locale);
  if (missing.length > 0) return { ok: false, missing };
  const fill = (line: string): string =>
    line.replace(placeholder, (whole, name: string) => valueOf(values, name) ?? whole);
  return {
    ok: true,
    text: {
      title: textIn(locale, layout.title),
      lines: layout.lines.map((line) => fill(textIn(locale, line))),
      table: (layout.table ?? []).map(({ label, value }) => ({
        label: textIn(locale, label),
        value: values[value] ?? '',
      })),
      issuer: textIn(locale, layout.issuer),
    },
  };
}

/** Names in `{…}` that are no value of a certificate: a fault of the layout, to be found before it is published. */
export function unknownPlaceholders(layout: CertificateLayout): readonly string[] {
  const names = (['zh-CN', 'en'] as const).flatMap((locale) => placeholdersIn(layout, locale));
  return [...new Set(names.filter((name) => !isCertificateName(name)))];
}

/** Last day of validity; null: without end. */
export function validUntil(
  { validMonths }: Pick<CertificateLayout, 'validMonths'>,
  issuedOn: CivilDate,
): CivilDate | null {
  return validMonths === undefined ? null : addDays(addMonths(issuedOn, validMonths), -1);
}

export const certificateStates = ['valid', 'expired', 'revoked'] as const;
export type CertificateState = (typeof certificateStates)[number];

export interface IssuedCertificate {
  readonly validUntil: CivilDate | null;
  readonly revokedOn: CivilDate | null;
}

/** What a verifier is told on the day. Revoked is said even of one that has expired since. */
export function certificateStateOn(certificate: IssuedCertificate, day: CivilDate): CertificateState {
  if (certificate.revokedOn !== null && certificate.revokedOn <= day) return 'revoked';
  return certificate.validUntil !== null && certificate.validUntil < day ? 'expired' : 'valid';
}

function missingValues(
  layout: CertificateLayout,
  values: CertificateValues,
  locale: Locale,
): readonly CertificateName[] {
  return namesInLocale(layout, locale).filter((name) => !valueOf(values, name));
}

/** Everything that a layout states, in either language, each once. */
export function certificateNames(layout: CertificateLayout): readonly CertificateName[] {
  return [...new Set((['zh-CN', 'en'] as const).flatMap((locale) => namesInLocale(layout, locale)))];
}

function namesInLocale(layout: CertificateLayout, locale: Locale): readonly CertificateName[] {
  const inTable = (layout.table ?? []).map(({ value }) => value);
  return [...new Set([...placeholdersIn(layout, locale).filter(isCertificateName), ...inTable])];
}

function placeholdersIn(layout: CertificateLayout, locale: Locale): readonly string[] {
  return layout.lines.flatMap((line) => [...textIn(locale, line).matchAll(placeholder)].map(([, name = '']) => name));
}

function valueOf(values: CertificateValues, name: string): string | undefined {
  return isCertificateName(name) ? (values[name] ?? undefined) : undefined;
}

function isCertificateName(name: string): name is CertificateName {
  return (certificateValues as readonly string[]).includes(name) || /^answer\.[A-Za-z][\w.-]*$/.test(name);
}
