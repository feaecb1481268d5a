import { z } from 'zod';
import { CivilDate, Id } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';

export const UploadedMaterial = z
  .object({
    id: Id,
    requirementKey: z.string(),
    name: z.string(),
    size: z.number().int(),
    type: z.enum(['pdf', 'jpg', 'png']),
    sha256: z.string(),
    /** `waiting`: the safety check has not answered yet; it can't be opened until it is clean. */
    state: z.enum(['clean', 'waiting']),
  })
  .meta({ id: 'UploadedMaterial' });

export const CertificateCheck = z
  .object({
    state: z.enum(['valid', 'expired', 'revoked']),
    title: z.string(),
    number: z.string(),
    holderMasked: z.string(),
    issuer: z.string(),
    issuedOn: CivilDate,
    validUntil: CivilDate.nullable(),
    revokedOn: CivilDate.nullable(),
    /** SHA-256 of the file in hexadecimal: the page compares a given file in the browser. */
    sha256: z.string(),
    isDemo: z.boolean(),
  })
  .meta({ id: 'CertificateCheck' });

const draftMaterial = z.strictObject({ draftId: Id, materialId: Id });

export const materialEndpoints = {
  uploadMaterial: endpoint({
    method: 'post',
    path: '/api/drafts/{draftId}/materials/{requirementKey}',
    summary: 'Upload one file (multipart field `file`) for a requirement of the guide',
    access: 'applicant',
    params: z.strictObject({ draftId: Id, requirementKey: z.string().max(60) }),
    upload: true,
    status: 201,
    output: UploadedMaterial,
  }),
  removeMaterial: endpoint({
    method: 'delete',
    path: '/api/drafts/{draftId}/materials/{materialId}',
    summary: 'Take an uploaded file out of a draft',
    access: 'applicant',
    params: draftMaterial,
    status: 204,
    output: noContent,
  }),
  readMaterial: endpoint({
    method: 'get',
    path: '/api/materials/{id}/file',
    summary: 'An uploaded file, for its owner and for who handles the case; the read is logged',
    access: 'signed-in',
    params: z.strictObject({ id: Id }),
    file: 'application/octet-stream',
    output: z.unknown(),
  }),
  readCertificate: endpoint({
    method: 'get',
    path: '/api/cases/{id}/certificate.pdf',
    summary: 'The signed certificate of an own case',
    access: 'signed-in',
    params: z.strictObject({ id: Id }),
    file: 'application/pdf',
    output: z.unknown(),
  }),
  checkCertificate: endpoint({
    method: 'get',
    path: '/api/certificates/{code}',
    summary: 'Is a certificate valid? What its QR code leads to',
    access: 'public',
    params: z.strictObject({ code: z.string().min(12).max(64) }),
    output: CertificateCheck,
  }),
  revokeCertificate: endpoint({
    method: 'post',
    path: '/api/office/cases/{id}/revoke-certificate',
    summary: 'Declare an issued certificate invalid',
    access: ['head'],
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ reason: z.string().trim().min(4).max(500) }),
    status: 204,
    output: noContent,
  }),
};
