import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { Audience, CivilDate, Id, Instant, page, PageQuery, plainText } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';
import { Issue } from './problem.ts';

/** Offices enter their own entries, the reform office combs all. */
const editors = ['clerk', 'head', 'reform-officer'] as const;
const reform = ['reform-officer'] as const;
const id = z.strictObject({ id: Id });
export const PowerCode = z.string().regex(/^QL-\d{3}-\d{4,6}$/, { error: '权力编码形如 QL-105-0003。' });
const revision = z.number().int().min(0);
const code = z.strictObject({ code: PowerCode });
const departmentId = z.string().max(40);
const documents = plainText(500).nullable();

export const PowerStatus = z.enum(words.powerStatuses).meta({ id: 'PowerStatus' });
export const CombingAction = z.enum(words.combingActions).meta({ id: 'CombingAction' });
export const FilingStatus = z.enum(words.filingStatuses).meta({ id: 'FilingStatus' });

/** What an entry says, as it is typed; without a basis it can be entered, but not kept. */
export const PowerContent = z
  .strictObject({
    name: plainText(200, 2),
    basis: z
      .array(
        z.strictObject({
          title: plainText(200, 2),
          docNo: plainText(100).optional(),
          article: plainText(200).optional(),
        }),
      )
      .max(20),
    office: plainText(80).nullable(),
    post: plainText(80).nullable(),
    exercise: plainText(2_000, 2),
    audiences: z.array(Audience).min(1, { error: '请至少选择一类行使对象。' }).max(5),
    source: z.enum(words.powerSources),
    risks: plainText(1_000).nullable(),
  })
  .meta({ id: 'PowerContent' });

const DepartmentName = z.object({ id: z.string(), name: z.string() });
const Named = z.object({ code: z.string(), name: z.string() });

export const PowerRow = z
  .object({
    code: PowerCode,
    name: z.string(),
    department: DepartmentName,
    office: z.string().nullable(),
    status: PowerStatus,
    hasBasis: z.boolean(),
    /** It stands, or stood, in an edition. */
    isPublic: z.boolean(),
    matters: z.number().int(),
    revision: z.number().int(),
    updatedAt: Instant,
    updatedBy: z.string(),
  })
  .meta({ id: 'PowerRow' });

export const PowerDecision = z
  .object({
    id: Id,
    action: CombingAction,
    reason: z.string(),
    documents: z.string().nullable(),
    file: z.object({ id: Id, name: z.string(), size: z.number().int() }).nullable(),
    sources: z.array(Named),
    made: z.array(Named),
    at: Instant,
    by: z.string(),
    undoneAt: Instant.nullable(),
    edition: z.number().int().nullable(),
    isUndoable: z.boolean(),
  })
  .meta({ id: 'PowerDecision' });

export const PowerEntry = PowerRow.extend({
  content: PowerContent,
  predecessors: z.array(Named),
  successors: z.array(Named),
  linked: z.array(Named),
  decisions: z.array(PowerDecision),
  isEditable: z.boolean(),
  isWithdrawable: z.boolean(),
}).meta({ id: 'PowerEntry' });

export const PowerFiling = z
  .object({
    id: Id,
    department: DepartmentName,
    status: FilingStatus,
    entries: z.number().int(),
    firstFiledOn: CivilDate.nullable(),
    isLate: z.boolean(),
    note: z.string().nullable(),
    revision: z.number().int(),
    availableActions: z.array(z.enum(words.filingActions)),
    isEnterable: z.boolean(),
  })
  .meta({ id: 'PowerFiling' });

export const PowerRound = z
  .object({
    id: Id,
    title: z.string(),
    opensOn: CivilDate,
    dueOn: CivilDate,
    status: z.enum(words.roundStatuses),
    departments: z.number().int(),
    filed: z.number().int(),
    accepted: z.number().int(),
    late: z.number().int(),
  })
  .meta({ id: 'PowerRound' });

export const PowerRoundView = PowerRound.extend({ filings: z.array(PowerFiling), isClosable: z.boolean() });

export const PowerImportReport = z
  .object({
    isDryRun: z.boolean(),
    rows: z.number().int(),
    created: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    /** `field` is `rows.12.权力名称`: the row as numbered in the file. */
    issues: z.array(Issue),
  })
  .meta({ id: 'PowerImportReport' });

const Chosen = z
  .array(z.strictObject({ code: PowerCode, revision }))
  .min(1, { error: '请先选择条目。' })
  .max(100);
const reason = plainText(500, 2);

export const powerEndpoints = {
  listPowerRounds: endpoint({
    method: 'get',
    path: '/api/console/power-rounds',
    summary: 'Rounds of filing, latest first; an office sees those that ask it',
    access: editors,
    output: z.object({ items: z.array(PowerRound), mayOpen: z.boolean() }),
  }),
  openPowerRound: endpoint({
    method: 'post',
    path: '/api/console/power-rounds',
    summary: 'Open a round of filing and tell the heads of its departments',
    access: reform,
    isIdempotent: true,
    body: z.strictObject({
      title: plainText(100, 2),
      opensOn: CivilDate,
      dueOn: CivilDate,
      departmentIds: z.array(departmentId).min(1, { error: '请至少选择一个部门。' }).max(200),
    }),
    status: 201,
    output: z.object({ id: Id }),
  }),
  getPowerRound: endpoint({
    method: 'get',
    path: '/api/console/power-rounds/{id}',
    summary: 'A round with the filings that the caller may see: who has filed, how much, who is late',
    access: editors,
    params: id,
    output: PowerRoundView,
  }),
  closePowerRound: endpoint({
    method: 'post',
    path: '/api/console/power-rounds/{id}/close',
    summary: 'Close a round: nothing is filed in it any more',
    access: reform,
    params: id,
    status: 204,
    output: noContent,
  }),
  actOnPowerFiling: endpoint({
    method: 'post',
    path: '/api/console/power-filings/{id}/actions',
    summary: 'File the entries of a department, return a filing with a reason, or accept it',
    access: editors,
    params: id,
    body: z.strictObject({ action: z.enum(words.filingActions), revision, note: plainText(500).nullable() }),
    output: z.object({ status: FilingStatus, revision: z.number().int() }),
  }),
  listPowerEntries: endpoint({
    method: 'get',
    path: '/api/console/powers',
    summary: 'Entries within the reach of the caller, by code',
    access: editors,
    query: PageQuery.extend({
      status: PowerStatus.optional(),
      department: departmentId.optional(),
      q: z.string().max(50).optional(),
    }),
    output: page(PowerRow).extend({ mayEnter: z.boolean() }),
  }),
  getPowerEntry: endpoint({
    method: 'get',
    path: '/api/console/powers/{code}',
    summary: 'An entry with its line both ways, its decisions and its matters',
    access: editors,
    params: code,
    output: PowerEntry,
  }),
  createPowerEntry: endpoint({
    method: 'post',
    path: '/api/console/powers',
    summary: 'Enter a power of a department; it gets a code that is its own for ever',
    access: editors,
    isIdempotent: true,
    body: z.strictObject({ departmentId, content: PowerContent }),
    status: 201,
    output: z.object({ code: PowerCode }),
  }),
  savePowerEntry: endpoint({
    method: 'put',
    path: '/api/console/powers/{code}',
    summary: 'Change an entry; what an office changes is combed again',
    access: editors,
    params: code,
    body: z.strictObject({ revision, content: PowerContent }),
    output: z.object({ revision: z.number().int(), status: PowerStatus }),
  }),
  withdrawPowerEntry: endpoint({
    method: 'post',
    path: '/api/console/powers/{code}/withdraw',
    summary: 'Withdraw an entry that was never public; its code is not used again',
    access: editors,
    params: code,
    body: z.strictObject({ revision }),
    status: 204,
    output: noContent,
  }),
  importPowerEntries: endpoint({
    method: 'post',
    path: '/api/console/power-imports',
    summary: 'Import entries from CSV or Excel, again if need be; `dryRun=1` only checks',
    access: editors,
    query: z.strictObject({ dryRun: z.enum(['0', '1']).default('1') }),
    upload: true,
    output: PowerImportReport,
  }),
  markPowerEntries: endpoint({
    method: 'post',
    path: '/api/console/power-imports/marked',
    summary: 'The sheet that is sent, with what is wrong beside each row; nothing is imported',
    access: editors,
    upload: true,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    output: z.unknown(),
  }),
  combPowers: endpoint({
    method: 'post',
    path: '/api/console/power-decisions',
    summary: 'Keep, merge, split, hand down or cancel entries, with the reason and, but for keeping, the documents',
    access: reform,
    body: z.discriminatedUnion('action', [
      z.strictObject({ action: z.enum(['keep', 'cancel']), powers: Chosen, reason, documents }),
      z.strictObject({
        action: z.literal('hand-down'),
        powers: Chosen,
        reason,
        documents,
        to: z.strictObject({ departmentId, office: plainText(80).nullable(), post: plainText(80).nullable() }),
      }),
      z.strictObject({ action: z.literal('merge'), powers: Chosen, reason, documents, name: plainText(200, 2) }),
      z.strictObject({
        action: z.literal('split'),
        powers: Chosen,
        reason,
        documents,
        names: z.array(plainText(200, 2)).max(20),
      }),
    ]),
    status: 201,
    output: z.object({ id: Id, made: z.array(PowerCode) }),
  }),
  listPowerDecisions: endpoint({
    method: 'get',
    path: '/api/console/power-decisions',
    summary: 'Decisions about entries, latest first',
    access: reform,
    query: PageQuery,
    output: page(PowerDecision),
  }),
  undoPowerDecision: endpoint({
    method: 'post',
    path: '/api/console/power-decisions/{id}/undo',
    summary: 'Take a decision back that no edition has made public',
    access: reform,
    params: id,
    status: 204,
    output: noContent,
  }),
  attachPowerFile: endpoint({
    method: 'post',
    path: '/api/console/power-decisions/{id}/file',
    summary: 'Keep the document of a decision with it',
    access: reform,
    params: id,
    upload: true,
    status: 201,
    output: z.object({ id: Id, name: z.string() }),
  }),
  readPowerFile: endpoint({
    method: 'get',
    path: '/api/console/power-decisions/{id}/file',
    summary: 'The document of a decision',
    access: editors,
    params: id,
    file: 'application/octet-stream',
    output: z.unknown(),
  }),
  linkPowers: endpoint({
    method: 'post',
    path: '/api/console/power-links',
    summary: 'Link entries to a matter, in its draft; begins the draft where there is none',
    access: reform,
    body: z.strictObject({
      codes: z.array(PowerCode).min(1, { error: '请先选择条目。' }).max(100),
      matter: z.string().regex(/^[A-Za-z0-9._-]{1,40}$/, { error: '请填写事项编码。' }),
    }),
    status: 201,
    output: z.object({ draftId: Id, name: z.string() }),
  }),
};
