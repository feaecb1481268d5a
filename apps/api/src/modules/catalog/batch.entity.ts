import type { BatchStatus } from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';

/** A batch (批次): catalog changes published together, or not at all. */
const BatchSchema = defineEntity({
  name: 'Batch',
  tableName: 'batches',
  properties: {
    id: p.string().length(36).primary(),
    /** Given when it is scheduled or published; never used again. */
    number: p.integer().nullable().unique(),
    title: p.string().length(200),
    note: p.string().length(1_000).nullable(),
    status: p.string().$type<BatchStatus>().length(10),
    /** When a scheduled one is due. */
    effectiveAt: p.datetime(3).nullable(),
    /** First day on which what it published is in force. */
    effectiveFrom: p.string().length(10).nullable(),
    publishedAt: p.datetime(3).nullable(),
    publishedBy: p.string().length(120).nullable(),
    withdrawnReason: p.string().length(500).nullable(),
    /** Why it was not published when it was due. */
    heldReason: p.string().length(2_000).nullable(),
    /** Raised by every change. */
    revision: p.integer(),
    createdAt: p.datetime(3),
    createdBy: p.string().length(120),
  },
});
export class Batch extends BatchSchema.class {}
BatchSchema.setClass(Batch);

/** One row, raised by every change of the published catalog; instances watch it to swap their snapshot. */
const CatalogRevisionSchema = defineEntity({
  name: 'CatalogRevision',
  tableName: 'catalog_revisions',
  properties: {
    id: p.integer().primary().autoincrement(false),
    revision: p.integer(),
  },
});
export class CatalogRevision extends CatalogRevisionSchema.class {}
CatalogRevisionSchema.setClass(CatalogRevision);
