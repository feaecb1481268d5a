import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Id, Instant, PageQuery, page, plainText, VisitReason } from './common.ts';
import { OfficeCaseView } from './case.ts';
import { endpoint } from './endpoint.ts';

const receivers = ['clerk', 'head', 'counter-clerk'] as const;
/** What became of somebody who came before there was a case. */
export const ArrivalOutcome = z.enum(['asked', 'turned-away', 'office-closed']);
const code = z.string().trim().min(1).max(40);

export const ArrivalNotice = z
  .object({
    id: Id,
    /** 到场回执编号, to hand over. */
    noticeNumber: z.string(),
    at: Instant,
    matter: z.object({ code: z.string(), name: z.string() }),
    outcome: ArrivalOutcome,
    /** Whether a person is known, or the notice alone. */
    hasPerson: z.boolean(),
    /** The case that it was counted for; null: none yet. */
    caseNumber: z.string().nullable(),
  })
  .meta({ id: 'ArrivalNotice' });

export const arrivalEndpoints = {
  noteArrival: endpoint({
    method: 'post',
    path: '/api/office/arrivals',
    summary: 'Note that somebody came before there was a case; answers the number to hand over',
    access: receivers,
    isIdempotent: true,
    body: z.strictObject({
      /** 学工号; left out for people who have none. */
      personNumber: z.string().trim().min(1).max(40).optional(),
      /** Code or full name. */
      matter: z.string().trim().min(1, { error: '请选择想办的事项。' }).max(200),
      outcome: ArrivalOutcome,
      /** When it was, where it is noted afterwards; both or neither. */
      on: CivilDate.optional(),
      time: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '请按 24 小时制填写，例如 09:30。' })
        .optional(),
    }),
    status: 201,
    output: ArrivalNotice,
  }),
  listArrivals: endpoint({
    method: 'get',
    path: '/api/office/arrivals',
    summary: 'Arrivals noted at the place of the caller, the last noted first',
    access: receivers,
    query: PageQuery,
    output: page(ArrivalNotice),
  }),
  listArrivalMatters: endpoint({
    method: 'get',
    path: '/api/office/arrival-matters',
    summary: 'What people may have come for: every published matter by name',
    access: receivers,
    output: z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) }),
  }),
  linkArrival: endpoint({
    method: 'post',
    path: '/api/office/cases/{id}/arrivals',
    summary: 'Count an arrival from before the case by its notice number',
    access: receivers,
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ noticeNumber: plainText(24) }),
    output: OfficeCaseView,
  }),
  reportArrival: endpoint({
    method: 'post',
    path: '/api/visits',
    summary: 'Queue, appointment, kiosk and locker systems report that a person came; said twice it is counted once',
    access: ['machine-client'],
    body: z.strictObject({
      /** What the reporting system calls this arrival: a repeat with the same reference is the same arrival. */
      reference: z.string().regex(/^[\w.:-]{1,80}$/),
      personNumber: z.string().trim().min(1).max(40),
      place: z.strictObject({ kind: z.enum(['counter', 'department']), code }),
      at: Instant,
      kind: z.enum(words.visitKinds),
      reason: VisitReason.optional(),
      matterCode: code.optional(),
      /** 办件编号 of the cases that it was for; none: before there is one. */
      caseNumbers: z.array(z.string().max(40)).max(20).default([]),
    }),
    output: z.object({
      /** false: it was known already. */
      isNew: z.boolean(),
      cases: z.number().int(),
    }),
  }),
};
