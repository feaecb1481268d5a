import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Id, Instant, page, PageQuery, plainText } from './common.ts';
import { endpoint } from './endpoint.ts';

const staff = ['clerk', 'head', 'reform-officer'] as const;

/** 特殊要求 of a matter, with its approval. */
export const MatterExclusion = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    department: z.string(),
    reason: z.enum(words.exclusionReasons),
    evidence: z.string(),
    status: z.enum(words.exclusionStatuses),
    requestedBy: z.string(),
    requestedAt: Instant,
    approver: z.string().nullable(),
    from: CivilDate.nullable(),
    reviewOn: CivilDate,
    endedOn: CivilDate.nullable(),
    note: z.string(),
    isOverdue: z.boolean(),
    revision: z.number().int(),
    availableActions: z.array(z.enum(words.exclusionActions)),
  })
  .meta({ id: 'MatterExclusion' });

export const exclusionEndpoints = {
  listExclusions: endpoint({
    method: 'get',
    path: '/api/reform/exclusions',
    summary: '特殊要求 within the reach of the caller, latest first, and matters that claim one without an approval',
    access: staff,
    query: PageQuery.extend({
      status: z.enum([...words.exclusionStatuses, 'overdue']).optional(),
      /** The day of which `overdue` is asked, today where it is left out; of another status only today is known. */
      asOf: CivilDate.optional(),
    }).refine(({ status, asOf }) => asOf === undefined || status === 'overdue', {
      path: ['asOf'],
      error: '只有“复核已过期”可以查过去某一天，请去掉日期，或选择“复核已过期”。',
    }),
    output: page(MatterExclusion).extend({
      unapproved: z.array(z.object({ code: z.string(), name: z.string(), department: z.string() })),
    }),
  }),
  requestExclusion: endpoint({
    method: 'post',
    path: '/api/reform/exclusions',
    summary: 'Ask that a matter be left out of the targets of 2019, with reason, evidence and day of review',
    access: staff,
    isIdempotent: true,
    body: z.strictObject({
      code: plainText(40),
      reason: z.enum(words.exclusionReasons, { error: '请选择理由。' }),
      evidence: plainText(1_000, 4),
      reviewOn: CivilDate,
    }),
    status: 201,
    output: z.object({ id: Id }),
  }),
  actOnExclusion: endpoint({
    method: 'post',
    path: '/api/reform/exclusions/{id}/actions',
    summary: 'Approve, refuse, review or end a 特殊要求',
    access: ['reform-officer'],
    params: z.strictObject({ id: Id }),
    body: z.strictObject({
      action: z.enum(words.exclusionActions),
      revision: z.number().int().min(0),
      note: plainText(500, 0),
      reviewOn: CivilDate.nullable(),
    }),
    output: z.object({ status: z.enum(words.exclusionStatuses), revision: z.number().int() }),
  }),
};
