import type { Answers } from '@yitang/domain/form';
import type { FieldCrypto, Sealed } from '../../platform/crypto/index.ts';

const purpose = 'case.answers';

/** Answers hold whatever a form asks for, so they are encrypted as a whole. */
export function sealAnswers(crypto: FieldCrypto, answers: Answers): Sealed {
  return crypto.encryptField(JSON.stringify(answers), purpose);
}

/** Cases from before the platform have none. */
export function openAnswers(crypto: FieldCrypto, sealed: Sealed): Answers {
  return String(sealed) === '' ? {} : (JSON.parse(crypto.decryptField(sealed, purpose)) as Answers);
}
