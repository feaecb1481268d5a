import { z } from 'zod';
import { Id, Instant, PageQuery, page } from './common.ts';
import { endpoint } from './endpoint.ts';

export const AuditLine = z
  .object({
    id: Id,
    at: Instant,
    actor: z.string(),
    /** Of a person; null for programs and visitors. */
    actorId: Id.nullable(),
    role: z.string(),
    action: z.string(),
    target: z.string(),
    outcome: z.enum(['done', 'refused']),
    address: z.string(),
    /** By field as recorded; long values are cut. null: it was not there before, or is not any more. */
    changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  })
  .meta({ id: 'AuditLine' });

export const supervisionEndpoints = {
  listAudit: endpoint({
    method: 'get',
    path: '/api/supervision/audit',
    summary: 'Who did what when and from where; no one can change it',
    access: ['supervisor'],
    isPersonal: true,
    query: PageQuery.extend({
      target: z.string().max(120).optional(),
      actor: Id.optional(),
      action: z.string().max(60).optional(),
    }),
    output: page(AuditLine),
  }),
  verifyAudit: endpoint({
    method: 'post',
    path: '/api/supervision/audit/verify',
    summary: 'Recompute every chain and the signed daily anchors',
    access: ['supervisor'],
    output: z.object({
      isIntact: z.boolean(),
      entries: z.number().int(),
      chains: z.number().int(),
      anchors: z.number().int(),
      firstFault: z.string().nullable(),
    }),
  }),
};
