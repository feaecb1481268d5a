import type { Condition } from '../form/index.ts';
import type { LocalText } from '../vocabulary/index.ts';

/** The layout of an issued certificate, versioned data for one engine. `{name}` in a line stands for a value. */
export interface CertificateLayout {
  readonly title: LocalText;
  readonly lines: readonly LocalText[];
  readonly table?: readonly { readonly label: LocalText; readonly value: CertificateName }[] | undefined;
  readonly issuer: LocalText;
  /** Both languages on one sheet, or Chinese alone. */
  readonly isBilingual: boolean;
  /** With `isBilingual`: only where the applicant's answers meet this, otherwise Chinese alone. Absent: always. */
  readonly bilingualWhen?: Condition | undefined;
  /** Months from issue for which a verifier sees "valid"; absent: without end. */
  readonly validMonths?: number | undefined;
  /** Absent: beside the issuer. */
  readonly sealPosition?: SealPosition | undefined;
}

/** Where the seal stands: at the left of the issuer, or over the issuer and the day, as on letters. */
export const sealPositions = ['beside', 'over'] as const;
export type SealPosition = (typeof sealPositions)[number];

export const certificateValues = [
  'name',
  'number',
  'department',
  'programme',
  'grade',
  'since',
  'expectedEnd',
  'position',
  'purpose',
  'issuedOn',
  'certificateNumber',
] as const;
export type CertificateValue = (typeof certificateValues)[number];

/** What a layout can state: a value that every certificate may have, or the answer to a question of the form by its key. */
export type CertificateName = CertificateValue | `answer.${string}`;
