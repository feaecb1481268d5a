import { normalisePhone } from '@yitang/domain/person';
import type { Em } from '../../database/index.ts';
import type { FieldCrypto, Sealed } from '../../platform/crypto/index.ts';
import { Person } from './person.entity.ts';

/** What each encrypted column is sealed for; a value moved into another column does not open there. */
export const purposes = { idNumber: 'person.id-number', phone: 'person.phone', email: 'person.email' } as const;

export interface PersonalValues {
  readonly idNumber?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** The columns of a person for these values; a value that is not given leaves its columns alone. */
export function sealPersonalValues(crypto: FieldCrypto, values: PersonalValues) {
  const { idNumber, phone, email } = values;
  return {
    ...(idNumber !== undefined && {
      idNumberSealed: idNumber === null ? null : crypto.encryptField(idNumber, purposes.idNumber),
      idNumberIndex: idNumber === null ? null : crypto.blindIndex(idNumber, purposes.idNumber),
    }),
    ...(phone !== undefined && {
      phoneSealed: phone === null ? null : crypto.encryptField(phone, purposes.phone),
      phoneIndex: phone === null ? null : phoneIndex(crypto, phone),
    }),
    ...(email !== undefined && { emailSealed: email === null ? null : crypto.encryptField(email, purposes.email) }),
  };
}

/** Equal for one number however it is written. */
export const phoneIndex = (crypto: FieldCrypto, phone: string): string =>
  crypto.blindIndex(normalisePhone(phone) ?? phone, purposes.phone);

export interface OpenValues {
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The values in clear. Whoever hands them out to somebody else records the read first. */
export async function findPersonalValues(em: Em, personId: string, crypto: FieldCrypto): Promise<OpenValues> {
  const person = await em.findOne(Person, { id: personId }, { disableIdentityMap: true });
  return {
    idNumber: openValue(crypto, person?.idNumberSealed, purposes.idNumber),
    phone: openValue(crypto, person?.phoneSealed, purposes.phone),
    email: openValue(crypto, person?.emailSealed, purposes.email),
  };
}

export const openValue = (crypto: FieldCrypto, sealed: Sealed | null | undefined, purpose: string): string | null =>
  sealed === null || sealed === undefined ? null : crypto.decryptField(sealed, purpose);
