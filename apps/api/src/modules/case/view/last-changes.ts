import type { OfficeCaseData } from '@yitang/contract';
import type { LocalText } from '@yitang/domain/vocabulary';
import type { FieldCrypto } from '../../../platform/crypto/index.ts';
import { maskAnswer } from '../form/answer-lines.ts';
import { findField } from '../form/find-field.ts';
import { noForm } from '../matter-rules.ts';
import type { LoadedCase } from '../record/load-case.ts';

/** One thing that the applicant mended, in clear: kept sealed, and shown masked where it is sensitive. */
export interface Change {
  readonly field: string;
  readonly label: LocalText;
  readonly before: string;
  readonly after: string;
}

const purpose = 'correction.changes';

export const sealChanges = (crypto: FieldCrypto, changes: readonly Change[]): string =>
  crypto.encryptField(JSON.stringify(changes), purpose);

/** What the applicant changed in the last round. */
export function lastChanges({ corrections }: Pick<LoadedCase, 'corrections'>, crypto: FieldCrypto): Change[] {
  const sealed = corrections.findLast(({ state }) => state === 'supplied')?.changes;
  return typeof sealed === 'string' ? (JSON.parse(crypto.decryptField(sealed, purpose)) as Change[]) : [];
}

/** On return: sensitive answers are masked before and after, until somebody says what they compare them for. */
export function presentChanges(loaded: LoadedCase, crypto: FieldCrypto): OfficeCaseData['changes'] {
  const form = loaded.matter.form?.definition ?? noForm;
  return lastChanges(loaded, crypto).map(({ field: key, label, before, after }) => {
    const field = findField(form, key);
    const isSensitive = field?.isSensitive === true;
    const shown = (words: string): string => (isSensitive && words !== '' ? maskAnswer(field, words) : words);
    return { field: key, label, before: shown(before), after: shown(after), isSensitive };
  });
}
