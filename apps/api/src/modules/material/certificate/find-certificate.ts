import type { Em } from '../../../database/index.ts';
import { Certificate } from './certificate.entity.ts';

export interface CertificateFacts {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly code: string;
  /** Path of the page behind the QR code. */
  readonly verifyPath: string;
  readonly issuedAt: Date;
  readonly isRevoked: boolean;
  readonly blobId: string;
  /** Bytes of the file. */
  readonly size: number;
}

export async function findCertificate(em: Em, caseId: string): Promise<CertificateFacts | undefined> {
  return (await findCertificates(em, [caseId])).get(caseId);
}

/** By the id of the case; a case without one is absent. */
export async function findCertificates(em: Em, caseIds: readonly string[]): Promise<Map<string, CertificateFacts>> {
  if (caseIds.length === 0) return new Map();
  const found = await em.find(Certificate, { caseId: { $in: [...caseIds] } }, { disableIdentityMap: true });
  return new Map(found.map((certificate) => [certificate.caseId, factsOf(certificate)]));
}

function factsOf({ id, caseId, number, code, issuedAt, revokedOn, blobId, size }: Certificate): CertificateFacts {
  return {
    id,
    caseId,
    number,
    code,
    verifyPath: `/verify/${code}`,
    issuedAt,
    isRevoked: typeof revokedOn === 'string',
    blobId,
    size,
  };
}
