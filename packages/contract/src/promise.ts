import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Id, Instant, PageQuery, page, plainText } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';

const readers = ['head', 'reform-officer'] as const;
const officers = ['reform-officer'] as const;
const int = z.number().int();
const code = z.strictObject({ code: z.string().max(40) });
const id = z.strictObject({ id: Id });

export const HealthState = z.enum(words.healthStates).meta({ id: 'HealthState' });
export const PromiseReason = z.enum(words.promiseReasons).meta({ id: 'PromiseReason' });

/** So many of so many cases. */
export const HealthReason = z.object({
  reason: PromiseReason,
  state: z.enum(['attention', 'broken']),
  cases: int,
  of: int,
});

export const HealthRow = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    state: HealthState,
    /** State of the audit before; null: there was none. */
    previous: HealthState.nullable(),
    reasons: z.array(HealthReason),
    received: int,
    decided: int,
    /** Working days; null: not stated, or no case was decided. */
    promisedDays: int.nullable(),
    ninthDecile: int.nullable(),
  })
  .meta({ id: 'HealthRow' });

export const AuditRun = z
  .object({
    id: Id,
    state: z.enum(['running', 'done', 'cancelled', 'failed']),
    onDay: CivilDate,
    startedAt: Instant,
    endedAt: Instant.nullable(),
    startedBy: z.string(),
    done: int,
    total: int,
    cases: int,
  })
  .meta({ id: 'AuditRun' });

export const HealthView = z
  .object({
    /** The last audit that was finished; null: none was. */
    audited: AuditRun.nullable(),
    /** The latest one, also while it runs. */
    latest: AuditRun.nullable(),
    isDemo: z.boolean(),
    mayManage: z.boolean(),
    states: z.array(z.object({ state: HealthState, matters: int })),
    reasons: z.array(z.object({ reason: PromiseReason, matters: int, broken: int })),
    departments: z.array(z.object({ id: Id, name: z.string(), broken: int, attention: int, unknown: int, good: int })),
    openProposals: int,
    items: z.array(HealthRow),
    next: z.string().optional(),
  })
  .meta({ id: 'HealthView' });

export const GuideProposal = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    department: z.string(),
    kind: z.enum(words.proposalKinds),
    /** What is asked for again and again, as the guide or the form calls it. */
    itemName: z.string(),
    /** As the list of its cases names it. */
    item: z.string(),
    state: z.enum(words.proposalStates),
    /** Cases of a year that were sent back for it, of all received. */
    cases: int,
    of: int,
    savedTrips: int,
    /** false: 估算. */
    isMeasured: z.boolean(),
    proposedOn: CivilDate,
    decidedOn: CivilDate.nullable(),
    decidedBy: z.string().nullable(),
    reason: z.string().nullable(),
    draftId: Id.nullable(),
    publishedOn: CivilDate.nullable(),
    /** Before and since publication; null: not published yet. */
    rates: z
      .object({
        before: z.object({ cases: int, of: int }),
        after: z.object({ cases: int, of: int }),
        effect: z.enum(['too-few-cases', 'better', 'same', 'worse']),
        measuredOn: CivilDate,
      })
      .nullable(),
    revision: int,
  })
  .meta({ id: 'GuideProposal' });

export const HealthDetail = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    mayManage: z.boolean(),
    /** null: it was never audited. */
    current: HealthRow.extend({
      onDay: CivilDate,
      firstDay: CivilDate,
      corrected: int,
      extended: int,
      timed: int,
      trips: z.object({ known: int, trips: int }),
      visitsOnSite: int.nullable(),
      steps: int.nullable(),
      begun: int,
      abandoned: int,
      days: z.array(z.object({ days: int, cases: int })),
      items: z.array(
        z.object({
          item: z.string(),
          name: z.string(),
          cases: int,
          listed: z.enum(['applicant', 'shared', 'own', 'none', 'answer']),
        }),
      ),
    }).nullable(),
    /** Oldest first. */
    history: z.array(z.object({ onDay: CivilDate, state: HealthState })),
    proposals: z.array(GuideProposal),
  })
  .meta({ id: 'HealthDetail' });

const caseColumns = { id: Id, number: z.string(), onDay: CivilDate };

export const promiseEndpoints = {
  getPromiseHealth: endpoint({
    method: 'get',
    path: '/api/reform/promises',
    summary: '承诺体检: how every matter in reach keeps what its guide promises, the worst first',
    access: readers,
    query: PageQuery.extend({
      state: HealthState.optional(),
      reason: PromiseReason.optional(),
      department: z.string().max(40).optional(),
    }),
    output: HealthView,
  }),
  getMatterHealth: endpoint({
    method: 'get',
    path: '/api/reform/promises/{code}',
    summary:
      'One matter against its guide: every reason, the days that cases really took, what was asked for, its history',
    access: readers,
    params: code,
    output: HealthDetail,
  }),
  listPromiseCases: endpoint({
    method: 'get',
    path: '/api/reform/promises/{code}/cases',
    summary: 'The cases behind a reason, without names',
    access: readers,
    params: code,
    query: PageQuery.extend({ reason: PromiseReason }),
    output: page(z.object({ ...caseColumns, detail: z.string().nullable() })).extend({
      name: z.string(),
    }),
  }),
  listAuditedCases: endpoint({
    method: 'get',
    path: '/api/reform/promises/{code}/audited-cases',
    summary: 'The cases behind a figure of a matter, of the year that was audited and as they are now, without names',
    access: readers,
    params: code,
    query: PageQuery.extend({
      show: z.enum(words.healthShows).default('received'),
      /** Decided after so many working days. */
      days: z.coerce.number().int().min(0).max(10_000).optional(),
      /** In which this was asked for: `material/photo`. */
      item: z.string().max(100).optional(),
    }),
    output: page(z.object({ ...caseColumns, usedDays: int.nullable() })),
  }),
  startPromiseAudit: endpoint({
    method: 'post',
    path: '/api/reform/promise-audits',
    summary: 'Audit the promises now, instead of tonight',
    access: officers,
    status: 202,
    output: z.object({ id: Id }),
  }),
  cancelPromiseAudit: endpoint({
    method: 'post',
    path: '/api/reform/promise-audits/{id}/cancel',
    summary: 'Stop an audit; what it has found so far is not shown',
    access: officers,
    params: id,
    status: 204,
    output: noContent,
  }),
  listGuideProposals: endpoint({
    method: 'get',
    path: '/api/reform/guide-proposals',
    summary: 'Changes of guides that corrections ask for again and again',
    access: readers,
    query: PageQuery.extend({ state: z.enum(words.proposalStates).optional() }),
    output: page(GuideProposal).extend({
      mayManage: z.boolean(),
      states: z.array(z.object({ state: z.enum(words.proposalStates), proposals: int })),
    }),
  }),
  acceptGuideProposal: endpoint({
    method: 'post',
    path: '/api/reform/guide-proposals/{id}/accept',
    summary: 'Accept a proposed change: opens the draft of the matter with it',
    access: officers,
    params: id,
    body: z.strictObject({ revision: int, note: plainText(500).nullable() }),
    output: z.object({ draftId: Id }),
  }),
  rejectGuideProposal: endpoint({
    method: 'post',
    path: '/api/reform/guide-proposals/{id}/reject',
    summary: 'Reject a proposed change, with the reason',
    access: officers,
    params: id,
    body: z.strictObject({ revision: int, reason: plainText(500, 0) }),
    status: 204,
    output: noContent,
  }),
};
