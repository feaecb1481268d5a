import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { contentSections, fieldPaths } from '@yitang/domain/catalog';
import { Id, Instant, page, PageQuery, plainText } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Breach } from './consistency.ts';
import { ContentFields, FieldValues } from './matter-content.ts';

/** Who writes the catalog: offices for their own matters, the reform office for all. */
const editors = ['clerk', 'head', 'reform-officer'] as const;
const code = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/);
const FieldPath = z.enum(fieldPaths);
const id = z.strictObject({ id: Id });

export const DraftStatus = z.enum(words.draftStatuses).meta({ id: 'DraftStatus' });
export const DraftAction = z.enum(words.draftActions).meta({ id: 'DraftAction' });

export const DraftRow = z
  .object({
    id: Id,
    code,
    name: z.string(),
    operation: z.enum(words.draftOperations),
    department: z.object({ id: z.string(), name: z.string() }),
    status: DraftStatus,
    /** Filled in of the fields that must or should be, in per cent. */
    completeness: z.number().int(),
    revision: z.number().int(),
    updatedAt: Instant,
    updatedBy: z.string(),
  })
  .meta({ id: 'DraftRow' });

/** How far each section has come. */
const Sections = z.array(
  z.object({
    section: z.enum(contentSections),
    filled: z.number().int(),
    wanted: z.number().int(),
    missing: z.array(FieldPath),
  }),
);

export const MatterDraft = DraftRow.extend({
  /** The published version that it changes; null: a new matter. */
  baseVersion: z.number().int().nullable(),
  batchId: Id.nullable(),
  /** Of a retirement: the matter that takes over. */
  successorCode: code.nullable(),
  fields: ContentFields,
  sections: Sections,
  isEditable: z.boolean(),
  availableActions: z.array(DraftAction),
  history: z.array(
    z.object({
      at: Instant,
      by: z.string(),
      action: DraftAction,
      to: DraftStatus,
      note: z.string().nullable(),
    }),
  ),
}).meta({ id: 'MatterDraft' });

/** What came of a save. `merged` are fields of somebody else that came in meanwhile. */
export const SavedDraft = z.object({
  revision: z.number().int(),
  savedAt: Instant,
  completeness: z.number().int(),
  sections: Sections,
  merged: z.array(z.object({ path: FieldPath, by: z.string(), value: z.unknown() })),
});

export const consoleEndpoints = {
  listMatterDrafts: endpoint({
    method: 'get',
    path: '/api/console/drafts',
    summary: 'Drafts of the catalog that the caller may see, last changed first',
    access: editors,
    query: PageQuery.extend({
      status: DraftStatus.optional(),
      department: z.string().max(40).optional(),
      q: z.string().max(50).optional(),
    }),
    output: page(DraftRow),
  }),
  createMatterDraft: endpoint({
    method: 'post',
    path: '/api/console/drafts',
    summary: 'Begin a new matter, a change of a published one, or its retirement; answers the one that is open already',
    access: editors,
    isIdempotent: true,
    body: z.discriminatedUnion('operation', [
      z.strictObject({
        operation: z.literal('add'),
        name: plainText(200, 2),
        departmentId: z.string().max(40),
        /** Published matter whose fields are taken over, all but name and department. */
        copyFrom: code.optional(),
      }),
      z.strictObject({ operation: z.literal('change'), code }),
      z.strictObject({ operation: z.literal('retire'), code, successorCode: code.nullable() }),
    ]),
    status: 201,
    output: z.object({ id: Id, code }),
  }),
  getMatterDraft: endpoint({
    method: 'get',
    path: '/api/console/drafts/{id}',
    summary: 'A draft with all its fields, how far each section has come, and what the caller may do',
    access: editors,
    params: id,
    output: MatterDraft,
  }),
  saveMatterDraft: endpoint({
    method: 'put',
    path: '/api/console/drafts/{id}/fields',
    summary: 'Save some fields; refused with `record.changed` only where somebody else has changed the same ones',
    access: editors,
    params: id,
    body: z.strictObject({ revision: z.number().int().min(0), values: FieldValues }),
    output: SavedDraft,
  }),
  actOnMatterDraft: endpoint({
    method: 'post',
    path: '/api/console/drafts/{id}/actions',
    summary: 'Submit, confirm, approve, return, reopen or abandon a draft; approval is refused while a rule blocks it',
    access: editors,
    params: id,
    body: z.strictObject({
      action: DraftAction.exclude(['schedule', 'unschedule', 'publish']),
      revision: z.number().int().min(0),
      /** Why it is returned or abandoned; the opinion of the legal review with who gave it. */
      note: plainText(500).nullable(),
    }),
    output: z.object({
      status: DraftStatus,
      revision: z.number().int(),
      /** Of a draft that is handed on: what would still block or warn. */
      breaches: z.array(Breach),
    }),
  }),
};
