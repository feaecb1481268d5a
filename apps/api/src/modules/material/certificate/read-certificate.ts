import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { casesForMaterialKey } from '../cases-for-material.ts';
import { findCertificate } from './find-certificate.ts';

/** The signed file, byte for byte as it was issued. */
export async function readCertificate(call: Call, caseId: string): Promise<FileAnswer> {
  await call.deps.services.get(casesForMaterialKey).requireCertificateReader(call, caseId);
  const certificate = await findCertificate(call.em, caseId);
  if (certificate === undefined) throw problem('record.not-found');
  await call.deps.audit.read(call, { action: 'certificate.read', target: { type: 'certificate', id: certificate.id } });
  return new FileAnswer({
    content: await call.deps.blobs.open(certificate.blobId),
    mediaType: 'application/pdf',
    fileName: `${certificate.number}.pdf`,
    size: certificate.size,
  });
}
