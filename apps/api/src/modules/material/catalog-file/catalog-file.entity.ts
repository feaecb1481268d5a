import { defineEntity, p } from '@mikro-orm/sql';
import { uploadTypes } from '@yitang/domain/catalog';

/** A file that guides show or offer (空白表格, 示例样表): public under its id. The bytes are a blob and never change. */
const CatalogFileSchema = defineEntity({
  name: 'CatalogFile',
  tableName: 'catalog_files',
  properties: {
    id: p.string().length(36).primary(),
    name: p.string().length(130),
    type: p.enum(uploadTypes).length(3),
    size: p.integer(),
    sha256: p.string().length(64),
    blobId: p.string().length(36),
    createdAt: p.datetime(3),
    createdBy: p.string().length(80),
    /** The first night on which no draft and no version used it. */
    unusedSince: p.datetime(3).nullable(),
  },
});
export class CatalogFile extends CatalogFileSchema.class {}
CatalogFileSchema.setClass(CatalogFile);
