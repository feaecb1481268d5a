import type { ImportTargetKey } from '@yitang/domain/list-import';
import { defineEntity, p } from '@mikro-orm/sql';

/** What came of an import. */
export interface ImportResult {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly leftOut: number;
  readonly batchId: string | null;
}

export type StoredMapping = readonly (ImportTargetKey | null)[];

/** A list that somebody uploaded and is still looking at; forgotten after some days. */
const CatalogImportSchema = defineEntity({
  name: 'CatalogImport',
  tableName: 'catalog_imports',
  indexes: [
    { name: 'catalog_imports_owner', properties: ['owner', 'createdAt'] },
    { name: 'catalog_imports_expiry', properties: ['expiresAt'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    owner: p.string().length(80),
    fileName: p.string().length(200),
    /** The cells of the file, encrypted like every file; null once it was applied. */
    blobId: p.string().length(36).nullable(),
    rowCount: p.integer(),
    /** Which of the lists of the file is meant. */
    chosenTable: p.integer(),
    /** null: nobody has said yet what the columns hold. */
    mapping: p.json<StoredMapping>().nullable(),
    result: p.json<ImportResult>().nullable(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
  },
});
export class CatalogImport extends CatalogImportSchema.class {}
CatalogImportSchema.setClass(CatalogImport);

/** What the columns of a header were said to hold, for the next file with the same header. */
const HeaderMappingSchema = defineEntity({
  name: 'HeaderMapping',
  tableName: 'catalog_header_mappings',
  properties: {
    /** Hash of the header. */
    id: p.string().length(64).primary(),
    mapping: p.json<StoredMapping>(),
    updatedAt: p.datetime(3),
  },
});
export class HeaderMapping extends HeaderMappingSchema.class {}
HeaderMappingSchema.setClass(HeaderMapping);
