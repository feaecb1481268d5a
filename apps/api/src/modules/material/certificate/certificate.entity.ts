import { defineEntity, p } from '@mikro-orm/sql';

/** An issued certificate: what a verifier is told, and where the signed file is. The full name stands only in the file. */
const CertificateSchema = defineEntity({
  name: 'Certificate',
  tableName: 'certificates',
  uniques: [
    { name: 'certificates_case', properties: ['caseId'] },
    { name: 'certificates_number', properties: ['number'] },
    { name: 'certificates_code', properties: ['code'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    caseId: p.string().length(36),
    number: p.string().length(40),
    /** 80 bits of chance: what the QR code leads to. */
    code: p.string().length(16),
    title: p.json<{ zh: string; en?: string }>(),
    holderMasked: p.string().length(120),
    issuer: p.json<{ zh: string; en?: string }>(),
    issuedOn: p.string().length(10),
    /** Last day; null: without end. */
    validUntil: p.string().length(10).nullable(),
    isDemo: p.boolean(),
    blobId: p.string().length(36),
    size: p.integer(),
    sha256: p.string().length(64),
    issuedAt: p.datetime(3),
    revokedOn: p.string().length(10).nullable(),
    revokedAt: p.datetime(3).nullable(),
    revokedBy: p.string().length(36).nullable(),
    revokedReason: p.text().nullable(),
  },
});
export class Certificate extends CertificateSchema.class {}
CertificateSchema.setClass(Certificate);
