import { defineEntity, p } from '@mikro-orm/sql';

/**
 * Append-only: the production database account has no UPDATE or DELETE on it. `hash` covers every other column and the
 * hash of the entry before it in the same chain.
 */
const AuditEntrySchema = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entries',
  uniques: [{ name: 'audit_entries_chain_seq', properties: ['chain', 'seq'] }],
  indexes: [
    { name: 'audit_entries_actor', properties: ['actor', 'id'] },
    { name: 'audit_entries_target', properties: ['target', 'id'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    chain: p.string().length(120),
    seq: p.integer(),
    previousHash: p.string().length(64),
    hash: p.string().length(64),
    at: p.datetime(3),
    kind: p.string().length(8),
    actor: p.string().length(80),
    role: p.string().length(32),
    action: p.string().length(80),
    target: p.string().length(120),
    outcome: p.string().length(8),
    address: p.string().length(64),
    requestId: p.string().length(64),
    before: p.text().nullable(),
    after: p.text().nullable(),
    /** `personId:` and values sealed under that person's key, which can be destroyed without breaking the chain. */
    sealed: p.text().nullable(),
  },
});
export class AuditEntry extends AuditEntrySchema.class {}
AuditEntrySchema.setClass(AuditEntry);

/** A signature over the heads of all chains that grew since the anchor before it. */
const AuditAnchorSchema = defineEntity({
  name: 'AuditAnchor',
  tableName: 'audit_anchors',
  properties: {
    id: p.string().length(36).primary(),
    day: p.string().length(10).unique(),
    at: p.datetime(3),
    heads: p.integer(),
    headsDigest: p.string().length(64),
    previousDigest: p.string().length(64),
    digest: p.string().length(64),
    keyId: p.string().length(40),
    signature: p.string().length(100),
  },
});
export class AuditAnchor extends AuditAnchorSchema.class {}
AuditAnchorSchema.setClass(AuditAnchor);

const AuditAnchorHeadSchema = defineEntity({
  name: 'AuditAnchorHead',
  tableName: 'audit_anchor_heads',
  properties: {
    anchorId: p.string().length(36).primary(),
    chain: p.string().length(120).primary(),
    seq: p.integer(),
    hash: p.string().length(64),
  },
});
export class AuditAnchorHead extends AuditAnchorHeadSchema.class {}
AuditAnchorHeadSchema.setClass(AuditAnchorHead);
