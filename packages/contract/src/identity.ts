import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { AffiliationKind, Audience, CivilDate, Id, Instant, Role, ScopeKind, plainText } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';

export const GrantSummary = z
  .object({
    id: Id,
    role: Role,
    scopeKind: ScopeKind,
    scopeId: z.string().nullable(),
    scopeName: z.string(),
    from: CivilDate,
    until: CivilDate.nullable(),
  })
  .meta({ id: 'Grant' });

export const Me = z
  .object({
    isSignedIn: z.boolean(),
    person: z
      .object({
        id: Id,
        name: z.string(),
        phoneMasked: z.string().nullable(),
        idNumberMasked: z.string().nullable(),
        affiliations: z.array(
          z.object({
            kind: AffiliationKind,
            number: z.string().nullable(),
            department: z.string().nullable(),
            from: CivilDate,
            until: CivilDate.nullable(),
          }),
        ),
      })
      .nullable(),
    audience: Audience.nullable(),
    assurance: z.enum(words.assuranceLevels),
    grants: z.array(GrantSummary),
    /** null: acting as applicant. */
    activeGrantId: Id.nullable(),
    activeRole: Role,
    sessionEndsAt: Instant.nullable(),
  })
  .meta({ id: 'Me' });

/** What a page has to know of whoever reads it, and no more: it goes into every page. */
export const Greeting = z
  .object({
    person: z.object({ id: Id, name: z.string() }),
    audience: Audience,
    grants: z.array(GrantSummary.pick({ id: true, role: true, scopeName: true })),
    /** null: acting as applicant. */
    activeGrantId: Id.nullable(),
    activeRole: Role,
    /** What waits for them as an applicant, whatever role they act in. */
    dues: z.object({
      unreadNotices: z.number().int(),
      corrections: z.number().int(),
      ratings: z.number().int(),
      /** Codes of the matters that they keep. */
      kept: z.array(z.string()),
    }),
  })
  .meta({ id: 'Greeting' });

export const SessionSummary = z.object({
  id: Id,
  startedAt: Instant,
  lastSeenAt: Instant,
  device: z.string(),
  address: z.string(),
  isCurrent: z.boolean(),
});

export const Invitation = z
  .object({
    id: Id,
    inviteeName: z.string(),
    relation: z.string(),
    matters: z.array(z.object({ code: z.string(), name: z.string() })),
    state: z.enum(['open', 'accepted', 'revoked', 'expired']),
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' });

const id = z.strictObject({ id: Id });

export const identityEndpoints = {
  getMe: endpoint({
    method: 'get',
    path: '/api/me',
    summary: 'Who is signed in and in which role',
    access: 'public',
    output: Me,
  }),
  getGreeting: endpoint({
    method: 'get',
    path: '/api/me/greeting',
    summary: 'Who is signed in, in which role, and what waits for them: for the header of every page',
    access: 'signed-in',
    output: Greeting,
  }),
  switchRole: endpoint({
    method: 'post',
    path: '/api/me/role',
    summary: 'Act in another granted role, or (null) as applicant, without signing in again',
    access: 'signed-in',
    body: z.strictObject({ grantId: Id.nullable() }),
    output: Me,
  }),
  listMySessions: endpoint({
    method: 'get',
    path: '/api/me/sessions',
    summary: 'Own sessions',
    access: 'signed-in',
    output: z.object({ items: z.array(SessionSummary) }),
  }),
  endMySession: endpoint({
    method: 'delete',
    path: '/api/me/sessions/{id}',
    summary: 'End one own session',
    access: 'signed-in',
    params: id,
    status: 204,
    output: noContent,
  }),
  endOtherSessions: endpoint({
    method: 'post',
    path: '/api/me/sessions/end-others',
    summary: 'Sign out everywhere else',
    access: 'signed-in',
    output: z.object({ ended: z.number().int() }),
  }),
  listInvitations: endpoint({
    method: 'get',
    path: '/api/invitations',
    summary: 'Invitations that I gave',
    access: 'applicant',
    output: z.object({
      items: z.array(Invitation),
      invitableMatters: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  }),
  createInvitation: endpoint({
    method: 'post',
    path: '/api/invitations',
    summary: 'A student invites a parent for named matters; the link is shown once',
    access: 'applicant',
    isIdempotent: true,
    body: z.strictObject({
      inviteeName: plainText(50, 2),
      relation: z.enum(['父亲', '母亲', '其他监护人']),
      matterCodes: z.array(z.string().max(40)).min(1).max(20),
      days: z.coerce.number().int().min(1).max(365).default(30),
    }),
    status: 201,
    output: z.object({ invitation: Invitation, link: z.string() }),
  }),
  revokeInvitation: endpoint({
    method: 'post',
    path: '/api/invitations/{id}/revoke',
    summary: 'Withdraw an invitation; it ends at once',
    access: 'applicant',
    params: id,
    output: Invitation,
  }),
  previewInvitation: endpoint({
    method: 'post',
    path: '/api/invitations/preview',
    summary: 'What an invitation link is for, before it is accepted',
    access: 'public',
    body: z.strictObject({ token: z.string().min(20).max(200) }),
    output: z.object({
      studentNameMasked: z.string(),
      inviteeName: z.string(),
      relation: z.string(),
      matters: z.array(z.object({ code: z.string(), name: z.string() })),
      expiresAt: Instant,
    }),
  }),
  acceptInvitation: endpoint({
    method: 'post',
    path: '/api/invitations/accept',
    summary: 'Accept an invitation: signs the parent in',
    access: 'public',
    body: z.strictObject({ token: z.string().min(20).max(200), name: plainText(50, 2), phone: z.string().max(20) }),
    output: z.object({ firstMatterCode: z.string() }),
  }),
};
