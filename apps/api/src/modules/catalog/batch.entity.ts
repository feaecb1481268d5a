import { defineEntity, p } from '@mikro-orm/sql';

/** A batch (批次): catalog changes published together. */
const BatchSchema = defineEntity({
  name: 'Batch',
  tableName: 'batches',
  properties: {
    id: p.string().length(36).primary(),
    number: p.integer().unique(),
    title: p.string().length(200),
    publishedAt: p.datetime(3),
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
