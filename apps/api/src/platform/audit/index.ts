export { createAudit, type Audit } from './audit.ts';
export { anchorKey, writeAnchor, type AnchorKey } from './anchor.ts';
export type { AuditInput, AuditRead, Json } from './audit-input.ts';
export { listAuditEntries, type AuditFilter, type AuditRecord } from './list-audit-entries.ts';
export { verifyAudit, type AuditReport } from './verify-audit.ts';
