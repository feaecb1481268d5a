export { asSealed, markOf, sealedFor, wrappedFor, type Sealed } from './sealed.ts';
export { keyIdOf, signingKeyFor, type SigningKey } from './signing-key.ts';
export { createFieldCrypto, type FieldCrypto } from './field-crypto.ts';
export { hashLinkToken, linkToken } from './link-token.ts';
export { createKeyRing, openBytes, sealBytes, type KeyEntry, type KeyRing } from './key-ring.ts';
export { createPersonKeys, type PersonKeys } from './person-keys.ts';
