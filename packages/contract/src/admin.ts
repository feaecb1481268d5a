import { z } from 'zod';
import { givenRoles } from '@yitang/domain/vocabulary';
import { AffiliationKind, CivilDate, Id, Instant, PageQuery, Role, ScopeKind, page, plainText } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';
import { GrantSummary } from './identity.ts';
import { Issue } from './problem.ts';

export const importKinds = ['departments', 'people', 'posts', 'grants', 'calendar'] as const;

export const ImportReport = z
  .object({
    kind: z.enum(importKinds),
    isDryRun: z.boolean(),
    rows: z.number().int(),
    created: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    /** `field` is `rows.12.学工号`: the row as numbered in the file. */
    issues: z.array(Issue),
    expectedColumns: z.array(z.string()),
  })
  .meta({ id: 'ImportReport' });

export const PersonRow = z.object({
  id: Id,
  name: z.string(),
  affiliations: z.array(
    z.object({ kind: AffiliationKind, number: z.string().nullable(), department: z.string().nullable() }),
  ),
  isDisabled: z.boolean(),
  grants: z.array(GrantSummary),
});

export const DeadLetter = z.object({
  id: Id,
  kind: z.string(),
  attempts: z.number().int(),
  lastError: z.string(),
  createdAt: Instant,
});
export const MachineClient = z.object({
  id: Id,
  name: z.string(),
  /** null: nobody whom the directory still knows. */
  createdBy: z.string().nullable(),
  createdAt: Instant,
  /** To within some minutes; null: never. */
  lastUsedAt: Instant.nullable(),
  /** null: it may call. */
  revokedAt: Instant.nullable(),
});
const administrator = ['administrator'] as const;
const id = z.strictObject({ id: Id });

export const adminEndpoints = {
  importFile: endpoint({
    method: 'post',
    path: '/api/admin/imports/{kind}',
    summary: 'Import people, departments, posts, grants or a calendar year from CSV or Excel; `dryRun=1` only checks',
    access: administrator,
    params: z.strictObject({ kind: z.enum(importKinds) }),
    query: z.strictObject({ dryRun: z.enum(['0', '1']).default('1') }),
    upload: true,
    output: ImportReport,
  }),
  listPeople: endpoint({
    method: 'get',
    path: '/api/admin/people',
    summary: 'People by name or number, with their grants; ID and phone numbers are not in it',
    access: administrator,
    isPersonal: true,
    query: PageQuery.extend({
      q: z.string().max(50).optional(),
      /** Who holds it now or from a later day on; `any`: whatever role. */
      role: z.enum(['any', ...givenRoles]).optional(),
    }),
    output: page(PersonRow),
  }),
  listScopes: endpoint({
    method: 'get',
    path: '/api/admin/scopes',
    summary: 'Where a grant can reach below the whole university: campuses, departments, offices, counters',
    access: administrator,
    output: z.object({
      items: z.array(z.object({ kind: ScopeKind.exclude(['self', 'university']), id: z.string(), name: z.string() })),
    }),
  }),
  giveGrant: endpoint({
    method: 'post',
    path: '/api/admin/grants',
    summary: 'Give a person a role in a scope from a date on',
    access: administrator,
    isIdempotent: true,
    body: z.strictObject({
      personId: Id,
      role: Role.exclude(['applicant', 'machine-client']),
      scopeKind: ScopeKind.exclude(['self']),
      scopeId: z.string().max(40).nullable(),
      from: CivilDate,
      until: CivilDate.nullable(),
    }),
    status: 201,
    output: GrantSummary,
  }),
  revokeGrant: endpoint({
    method: 'delete',
    path: '/api/admin/grants/{id}',
    summary: 'Take a grant back; it ends at the next request',
    access: administrator,
    params: id,
    status: 204,
    output: noContent,
  }),
  setAccountState: endpoint({
    method: 'post',
    path: '/api/admin/people/{id}/state',
    summary: 'Disable or enable a person’s accounts',
    access: administrator,
    params: id,
    body: z.strictObject({ isDisabled: z.boolean(), reason: plainText(200) }),
    status: 204,
    output: noContent,
  }),
  createMachineClient: endpoint({
    method: 'post',
    path: '/api/admin/machine-clients',
    summary: 'A program that may call; its key is shown once',
    access: administrator,
    isIdempotent: true,
    body: z.strictObject({ name: plainText(80) }),
    status: 201,
    output: z.object({ id: Id, name: z.string(), key: z.string() }),
  }),
  listMachineClients: endpoint({
    method: 'get',
    path: '/api/admin/machine-clients',
    summary: 'Programs that have a key, newest first, and which are revoked; no key is in it',
    access: administrator,
    query: PageQuery,
    output: page(MachineClient),
  }),
  revokeMachineClient: endpoint({
    method: 'delete',
    path: '/api/admin/machine-clients/{id}',
    summary: 'Revoke a program’s key; it ends at the next request',
    access: administrator,
    params: id,
    status: 204,
    output: noContent,
  }),
  listDeadLetters: endpoint({
    method: 'get',
    path: '/api/admin/dead-letters',
    summary: 'Jobs and messages that were given up',
    access: administrator,
    query: PageQuery,
    output: page(DeadLetter),
  }),
  retryDeadLetter: endpoint({
    method: 'post',
    path: '/api/admin/dead-letters/{id}/retry',
    summary: 'Try a job again',
    access: administrator,
    params: id,
    status: 204,
    output: noContent,
  }),
  listCalendarYears: endpoint({
    method: 'get',
    path: '/api/admin/calendar',
    summary: 'Which years of the working calendar are published and how many cases wait for one',
    access: ['administrator', 'reform-officer'],
    output: z.object({
      items: z.array(
        z.object({
          year: z.number().int(),
          version: z.number().int(),
          isPublished: z.boolean(),
          holidays: z.number().int(),
          extraWorkdays: z.number().int(),
          importedAt: Instant.nullable(),
        }),
      ),
      waitingCases: z.number().int(),
    }),
  }),
};
