import { z } from 'zod';
import { Instant, plainText } from './common.ts';
import { endpoint } from './endpoint.ts';

const readers = ['clerk', 'head', 'reform-officer'] as const;
const editors = ['head', 'reform-officer'] as const;
const code = z.strictObject({ code: z.string().max(40) });
const count = z.number().int();
const Result = z.object({ right: count, of: count, isPassed: z.boolean(), at: Instant, isCurrent: z.boolean() });

export const HandbookRow = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    questions: count,
    /** The best that the caller has done. */
    mine: Result.nullable(),
  })
  .meta({ id: 'HandbookRow' });

const Question = z.strictObject({
  text: plainText(300, 2),
  options: z.array(plainText(200)).max(8),
  right: count.min(0).max(7),
});

export const HandbookView = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    body: z.string(),
    passMark: count,
    revision: count,
    updatedAt: Instant.nullable(),
    updatedBy: z.string().nullable(),
    questions: z.array(z.object({ text: z.string(), options: z.array(z.string()) })),
    /** With the right answers: for those who edit it alone. */
    test: z.array(Question).nullable(),
    mine: Result.nullable(),
    isEditable: z.boolean(),
  })
  .meta({ id: 'HandbookView' });

export const handbookEndpoints = {
  listHandbooks: endpoint({
    method: 'get',
    path: '/api/office/handbooks',
    summary: 'Handbooks of matters for staff (经办手册) within the reach of the caller',
    access: readers,
    output: z.object({
      items: z.array(HandbookRow),
      /** Matters without one, for those who may write it. */
      missing: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  }),
  getHandbook: endpoint({
    method: 'get',
    path: '/api/office/handbooks/{code}',
    summary: 'The handbook of a matter with its short test',
    access: readers,
    params: code,
    output: HandbookView,
  }),
  saveHandbook: endpoint({
    method: 'put',
    path: '/api/office/handbooks/{code}',
    summary: 'Write the handbook of a matter; whoever passed an earlier version is asked again',
    access: editors,
    params: code,
    body: z.strictObject({
      revision: count.min(0),
      body: plainText(15_000, 2),
      passMark: count.min(0).max(20),
      questions: z.array(Question).max(20),
    }),
    output: z.object({ revision: count }),
  }),
  takeHandbookTest: endpoint({
    method: 'post',
    path: '/api/office/handbooks/{code}/tests',
    summary: 'Answer the test; the result is kept for the person',
    access: readers,
    params: code,
    body: z.strictObject({ revision: count.min(0), answers: z.array(count.min(0).max(7).nullable()).max(20) }),
    status: 201,
    output: z.object({ right: count, of: count, isPassed: z.boolean(), wrong: z.array(count) }),
  }),
  listTraining: endpoint({
    method: 'get',
    path: '/api/office/handbooks/{code}/training',
    summary: 'Who of the department has passed the test of a handbook; the read is audited',
    access: editors,
    isPersonal: true,
    params: code,
    output: z.object({
      items: z.array(z.object({ personId: z.string(), name: z.string(), result: Result.nullable() })),
    }),
  }),
};
