import { hashLinkToken, linkToken, type FieldCrypto } from '../../../platform/crypto/index.ts';
import type { Case } from '../case.entity.ts';

type Crypto = Pick<FieldCrypto, 'blindIndex'>;

const tokenOf = (crypto: Crypto, caseId: string): string => linkToken(crypto, 'case', caseId);

/** What the row of a new case keeps of the secret in its address. */
export const trackHashOf = (crypto: Crypto, caseId: string): string => hashLinkToken(tokenOf(crypto, caseId));

/** The address as the receipt prints it; null for a case of before there were such. */
export function trackPathOf(crypto: Crypto, { id, trackHash }: Pick<Case, 'id' | 'trackHash'>): string | null {
  return typeof trackHash === 'string' ? `/track/${tokenOf(crypto, id)}` : null;
}
