import type { LocalText } from '@yitang/domain/vocabulary';
import type { FieldCrypto } from '../../../platform/crypto/index.ts';
import type { LoadedCase } from '../record/load-case.ts';

/** One thing that the applicant mended. */
export interface Change {
  label: LocalText;
  before: string;
  after: string;
}

const purpose = 'correction.changes';

export const sealChanges = (crypto: FieldCrypto, changes: readonly Change[]): string =>
  crypto.encryptField(JSON.stringify(changes), purpose);

/** On return: what the applicant changed in the last round. */
export function lastChanges({ corrections }: Pick<LoadedCase, 'corrections'>, crypto: FieldCrypto): Change[] {
  const sealed = corrections.findLast(({ state }) => state === 'supplied')?.changes;
  return typeof sealed === 'string' ? (JSON.parse(crypto.decryptField(sealed, purpose)) as Change[]) : [];
}
