import { formatCaseNumber, type NumberParts, parseCaseNumber } from './case-number.ts';

/** Number of an issued certificate: made like a case number and told apart by its own prefix. */
export function formatCertificateNumber(parts: NumberParts): string {
  return formatCaseNumber(parts);
}

/** The parts of a number as somebody typed it; undefined when it is none with this prefix. */
export function parseCertificateNumber(
  text: string,
  prefix: string,
): (NumberParts & { readonly number: string }) | undefined {
  const parts = parseCaseNumber(text);
  return parts?.prefix === prefix ? parts : undefined;
}
