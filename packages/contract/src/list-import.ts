import { z } from 'zod';
import { fieldPaths } from '@yitang/domain/catalog';
import { Id, Instant, plainText } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';

/** Who brings lists in: the reform office for all departments, a head for their own. */
const importers = ['head', 'reform-officer'] as const;
const id = z.strictObject({ id: Id });
const count = z.number().int();

export const ImportOutcome = z.object({
  created: count,
  changed: count,
  unchanged: count,
  /** Rows that were left out because something in them is wrong. */
  leftOut: count,
  batchId: Id.nullable(),
});

export const ImportRow = z
  .object({
    id: Id,
    fileName: z.string(),
    rowCount: count,
    isMapped: z.boolean(),
    uploadedAt: Instant,
    /** It is forgotten then. */
    expiresAt: Instant,
    /** null: not applied yet. */
    outcome: ImportOutcome.nullable(),
  })
  .meta({ id: 'ImportRow' });

export const ImportView = ImportRow.extend({
  /** The lists that were found in the file: sheets with the same header are one. */
  tables: z.array(z.object({ sheets: z.array(z.string()), rowCount: count })),
  table: count,
  columns: z.array(z.object({ label: z.string(), samples: z.array(z.string()), target: z.string().nullable() })),
  /** What a column can hold, in the order of a guide. */
  targets: z.array(z.object({ key: z.string(), label: z.string(), isNeeded: z.boolean() })),
  /** The header was mapped before, and is mapped so again. */
  isRemembered: z.boolean(),
  mayPlanBatch: z.boolean(),
}).meta({ id: 'ImportView' });

export const importRowKinds = ['new', 'changed', 'unchanged', 'missing'] as const;

export const ImportFault = z.object({
  sheet: z.string(),
  row: count,
  /** Heading of the column; empty: the whole row. */
  column: z.string(),
  read: z.string(),
  message: z.string(),
});

export const ImportCheck = z
  .object({
    rows: count,
    faultyRows: count,
    counts: z.object({ new: count, changed: count, unchanged: count, missing: count }),
    /** The first of them. */
    faults: z.array(ImportFault),
    faultCount: count,
  })
  .meta({ id: 'ImportCheck' });

export const ComparedRow = z
  .object({
    /** As the file counts; null: a published matter that the file lacks. */
    row: count.nullable(),
    sheet: z.string().nullable(),
    code: z.string().nullable(),
    name: z.string(),
    department: z.string(),
    /** The open draft that the row changes. */
    draftId: Id.nullable(),
    changes: z.array(z.object({ path: z.enum(fieldPaths), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'ComparedRow' });

export const listImportEndpoints = {
  listCatalogImports: endpoint({
    method: 'get',
    path: '/api/console/imports',
    summary: "The caller's own imports that are not forgotten yet, last uploaded first",
    access: importers,
    output: z.object({ items: z.array(ImportRow) }),
  }),
  uploadCatalogImport: endpoint({
    method: 'post',
    path: '/api/console/imports',
    summary: 'Upload a list of matters (.xlsx, .csv; multipart field `file`); nothing is changed yet',
    access: importers,
    upload: true,
    status: 201,
    output: z.object({ id: Id, isMapped: z.boolean() }),
  }),
  getImportTemplate: endpoint({
    method: 'get',
    path: '/api/console/import-template',
    summary: 'A list to begin with: the header and one row',
    access: importers,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    output: z.unknown(),
  }),
  getCatalogImport: endpoint({
    method: 'get',
    path: '/api/console/imports/{id}',
    summary: 'The columns of the list and what each holds',
    access: importers,
    params: id,
    query: z.strictObject({ table: z.coerce.number().int().min(0).max(100).optional() }),
    output: ImportView,
  }),
  mapCatalogImport: endpoint({
    method: 'put',
    path: '/api/console/imports/{id}/mapping',
    summary: 'Say what each column holds; remembered for the next file with this header',
    access: importers,
    params: id,
    body: z.strictObject({
      table: z.number().int().min(0).max(100),
      /** For each column the key of a target; null: left out. */
      mapping: z.array(z.string().max(40).nullable()).max(200),
    }),
    status: 204,
    output: noContent,
  }),
  checkCatalogImport: endpoint({
    method: 'get',
    path: '/api/console/imports/{id}/check',
    summary: 'Dry run: what is wrong in which row, and what would become of the others',
    access: importers,
    params: id,
    output: ImportCheck,
  }),
  compareCatalogImport: endpoint({
    method: 'get',
    path: '/api/console/imports/{id}/comparison',
    summary: 'Rows of one kind with the fields that they change; `missing` are published matters that the list lacks',
    access: importers,
    params: id,
    query: z.strictObject({
      kind: z.enum(importRowKinds).default('new'),
      after: z.coerce.number().int().min(0).max(20_000).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    output: z.object({ items: z.array(ComparedRow), total: count, next: count.optional() }),
  }),
  getMarkedImport: endpoint({
    method: 'get',
    path: '/api/console/imports/{id}/marked',
    summary: 'The same rows with a column that says what is wrong',
    access: importers,
    params: id,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    output: z.unknown(),
  }),
  applyCatalogImport: endpoint({
    method: 'post',
    path: '/api/console/imports/{id}/apply',
    summary: 'Make drafts of the new and changed rows; drafts that are open already are changed',
    access: importers,
    params: id,
    body: z.strictObject({
      /** Leave out the rows with faults; otherwise one of them refuses all. */
      withoutFaulty: z.boolean(),
      /** Puts the drafts into a new planned batch. */
      batchTitle: plainText(200, 2).nullable(),
    }),
    output: ImportOutcome,
  }),
  discardCatalogImport: endpoint({
    method: 'delete',
    path: '/api/console/imports/{id}',
    summary: 'Forget a file; drafts that were made of it stay',
    access: importers,
    params: id,
    status: 204,
    output: noContent,
  }),
};
