import { createHash } from 'node:crypto';
import type { FieldCrypto } from './field-crypto.ts';

/**
 * The secret of an address under which anybody who holds it may look at one record: 22 characters, 132 bits. It is made
 * again from the record's id whenever it is printed, so that the database holds its hash alone.
 */
export const linkToken = (crypto: Pick<FieldCrypto, 'blindIndex'>, purpose: string, id: string): string =>
  crypto.blindIndex(id, `link.${purpose}`).slice(0, 22);

/** What is stored and looked up: 43 characters. */
export const hashLinkToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
