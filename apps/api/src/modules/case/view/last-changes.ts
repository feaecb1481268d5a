import type { OfficeCaseData } from '@yitang/contract';
import type { LocalText } from '@yitang/domain/vocabulary';
import type { FieldCrypto, Sealed } from '../../../platform/crypto/index.ts';
import type { LoadedCase } from '../record/load-case.ts';

/** One thing that the applicant mended, in clear: kept sealed, and shown masked where it is sensitive. */
export interface Change {
  readonly field: string;
  readonly label: LocalText;
  readonly before: string;
  readonly after: string;
  /** How it reads while it is hidden; null where nothing is. */
  readonly masked: { readonly before: string; readonly after: string } | null;
}

const purpose = 'correction.changes';

export const sealChanges = (crypto: FieldCrypto, changes: readonly Change[]): Sealed =>
  crypto.encryptField(JSON.stringify(changes), purpose);

/** What the applicant changed in the last round. */
export function lastChanges({ corrections }: Pick<LoadedCase, 'corrections'>, crypto: FieldCrypto): Change[] {
  const sealed = corrections.findLast(({ state }) => state === 'supplied')?.changes;
  return sealed ? (JSON.parse(crypto.decryptField(sealed, purpose)) as Change[]) : [];
}

/** On return: sensitive answers are masked before and after, until somebody says what they compare them for. */
export function presentChanges(loaded: LoadedCase, crypto: FieldCrypto): OfficeCaseData['changes'] {
  return lastChanges(loaded, crypto).map(({ field, label, before, after, masked }) => ({
    field,
    label,
    ...(masked ?? { before, after }),
    isSensitive: masked !== null,
  }));
}
