import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { batchActions, fieldPaths } from '@yitang/domain/catalog';
import { CivilDate, Id, Instant, page, PageQuery, plainText } from './common.ts';
import { DraftRow } from './console.ts';
import { endpoint, noContent } from './endpoint.ts';

const publishers = ['reform-officer'] as const;
const id = z.strictObject({ id: Id });
const drafts = z.array(Id).max(1_000).default([]);
const revision = z.number().int().min(0);
const title = plainText(200, 2);
const note = plainText(1_000).nullable();

export const BatchStatus = z.enum(words.batchStatuses).meta({ id: 'BatchStatus' });

/** How many matters a batch adds, changes and retires. */
const Changes = z.object({ add: z.number().int(), change: z.number().int(), retire: z.number().int() });

export const BatchRow = z
  .object({
    id: Id,
    /** Given when it is scheduled or published. */
    number: z.number().int().nullable(),
    title: z.string(),
    note: z.string().nullable(),
    status: BatchStatus,
    changes: Changes,
    /** The instant at which a scheduled one is published. */
    effectiveAt: Instant.nullable(),
    publishedAt: Instant.nullable(),
    createdAt: Instant,
    createdBy: z.string(),
  })
  .meta({ id: 'BatchRow' });

export const BatchView = BatchRow.extend({
  revision: z.number().int(),
  /** The number that it has, or will have if it is the next one. */
  nextNumber: z.number().int(),
  /** First day on which what it published is in force. */
  effectiveFrom: CivilDate.nullable(),
  publishedBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** Why it was not published when it was due; it is planned again. */
  heldReason: z.string().nullable(),
  /** What forbids its publication now. */
  breaches: z.array(z.object({ draftId: Id, message: z.string() })),
  availableActions: z.array(z.enum(batchActions).exclude(['hold'])),
}).meta({ id: 'BatchView' });

/** A draft of a batch, and the fields in which it differs from what is published. */
export const BatchDraft = DraftRow.extend({
  baseVersion: z.number().int().nullable(),
  successorCode: z.string().nullable(),
  changedFields: z.array(z.enum(fieldPaths)),
}).meta({ id: 'BatchDraft' });

export const BatchImpact = z
  .object({
    figures: z.array(
      z.object({
        figure: z.enum(words.batchFigures),
        total: z.number().int(),
        /** What it is made of; drafts that add nothing to it are left out. */
        drafts: z.array(z.object({ id: Id, name: z.string(), count: z.number().int() })),
      }),
    ),
  })
  .meta({ id: 'BatchImpact' });

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '请填写时间，例如 09:30。' });

/** A day of the university, at a time on its clock or at its beginning; or an instant. */
const moment = z.union([
  z.strictObject({ revision, day: CivilDate, time: clockTime.optional() }),
  z.strictObject({ revision, at: Instant }),
]);

export const batchEndpoints = {
  listBatches: endpoint({
    method: 'get',
    path: '/api/console/batches',
    summary: 'Batches of the catalog, last made first',
    access: publishers,
    query: PageQuery,
    output: page(BatchRow),
  }),
  planBatch: endpoint({
    method: 'post',
    path: '/api/console/batches',
    summary: 'Plan a batch',
    access: publishers,
    isIdempotent: true,
    body: z.strictObject({ title, note }),
    status: 201,
    output: z.object({ id: Id }),
  }),
  getBatch: endpoint({
    method: 'get',
    path: '/api/console/batches/{id}',
    summary: 'A batch, what forbids its publication, and what may be done with it',
    access: publishers,
    params: id,
    output: BatchView,
  }),
  editBatch: endpoint({
    method: 'put',
    path: '/api/console/batches/{id}',
    summary: 'Change the title and the note of a planned batch',
    access: publishers,
    params: id,
    body: z.strictObject({ revision, title, note }),
    status: 204,
    output: noContent,
  }),
  listBatchDrafts: endpoint({
    method: 'get',
    path: '/api/console/batches/{id}/drafts',
    summary: 'The drafts of a batch with what they change, by code',
    access: publishers,
    params: id,
    query: PageQuery,
    output: page(BatchDraft),
  }),
  getBatchImpact: endpoint({
    method: 'get',
    path: '/api/console/batches/{id}/impact',
    summary: 'What a batch changes for people: running cases, materials, trips and targets, each with its drafts',
    access: publishers,
    params: id,
    output: BatchImpact,
  }),
  listBatchCandidates: endpoint({
    method: 'get',
    path: '/api/console/batches/{id}/candidates',
    summary: 'Drafts that are ready and in no batch, by code',
    access: publishers,
    params: id,
    query: PageQuery.extend({ q: z.string().max(50).optional() }),
    output: page(DraftRow),
  }),
  fillBatch: endpoint({
    method: 'put',
    path: '/api/console/batches/{id}/drafts',
    summary: 'Put ready drafts into a planned batch, or take them out; `everything` puts in all that are ready',
    access: publishers,
    params: id,
    body: z.strictObject({ add: drafts, remove: drafts, everything: z.boolean().default(false) }),
    output: z.object({ added: z.number().int(), removed: z.number().int() }),
  }),
  scheduleBatch: endpoint({
    method: 'post',
    path: '/api/console/batches/{id}/schedule',
    summary: 'Have a batch published on a day of the university, at a time or at its beginning, or at an instant',
    access: publishers,
    params: id,
    body: moment,
    output: z.object({ number: z.number().int(), effectiveAt: Instant }),
  }),
  publishBatch: endpoint({
    method: 'post',
    path: '/api/console/batches/{id}/publish',
    summary: 'Publish a batch now; it can not be undone',
    access: publishers,
    params: id,
    /** `number` is typed by whoever publishes, to confirm. */
    body: z.strictObject({ revision, number: z.number().int() }),
    output: z.object({ number: z.number().int(), changes: Changes }),
  }),
  withdrawBatch: endpoint({
    method: 'post',
    path: '/api/console/batches/{id}/withdraw',
    summary: 'Withdraw a batch before it takes effect; its drafts are ready again',
    access: publishers,
    params: id,
    body: z.strictObject({ revision, reason: plainText(500, 4) }),
    status: 204,
    output: noContent,
  }),
};
