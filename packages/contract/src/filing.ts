import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Id, Instant, page, PageQuery, plainText } from './common.ts';
import { endpoint } from './endpoint.ts';

/** The reform office makes and sends packages, the supervisor reads them. */
const office = ['reform-officer'] as const;
const readers = ['reform-officer', 'supervisor'] as const;
const id = z.strictObject({ id: Id });
const revision = z.number().int().min(0);
const note = plainText(500).nullable();

export const PackageStatus = z.enum(words.packageStatuses).meta({ id: 'PackageStatus' });

/** A sealed package in which something was filed, as it is told beside that thing. */
export const FiledIn = z
  .object({
    id: Id,
    /** 备案号. */
    number: z.string(),
    status: PackageStatus,
    asOf: CivilDate,
    sentOn: CivilDate.nullable(),
    /** The receipt, or why it came back; null: nothing has come yet. */
    answer: z.object({ on: CivilDate, number: z.string().nullable(), note: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'FiledIn' });

const FileFacts = z.object({ name: z.string(), size: z.number().int(), sha256: z.string() });

export const FilingDecree = z
  .object({
    id: Id,
    number: z.string(),
    title: z.string(),
    issuedOn: CivilDate,
    file: FileFacts.nullable(),
    addedAt: Instant,
    addedBy: z.string(),
  })
  .meta({ id: 'FilingDecree' });

export const PackageGap = z
  .object({
    code: z.enum(words.packageGapCodes),
    isBlocking: z.boolean(),
    count: z.number().int(),
    examples: z.array(z.string()),
  })
  .meta({ id: 'PackageGap' });

export const FilingRow = z
  .object({
    id: Id,
    /** 备案号; null until it is frozen. */
    number: z.string().nullable(),
    status: PackageStatus,
    version: z.number().int(),
    asOf: CivilDate,
    plannedAt: Instant,
    plannedBy: z.string(),
    blockingGaps: z.number().int(),
    warnings: z.number().int(),
    matters: z.number().int(),
    /** null: no set, or none that could be computed. */
    setSize: z.number().int().nullable(),
    isDemo: z.boolean(),
  })
  .meta({ id: 'FilingRow' });

export const FilingFile = z
  .object({
    id: Id,
    path: z.string(),
    part: z.enum(words.packageParts),
    title: z.string(),
    size: z.number().int(),
    sha256: z.string(),
  })
  .meta({ id: 'FilingFile' });

export const FilingStep = z
  .object({
    action: z.enum(['plan', ...words.packageActions]),
    at: Instant,
    by: z.string(),
    /** The day on which it happened, where somebody says so. */
    on: CivilDate.nullable(),
    way: z.enum(words.sendingWays).nullable(),
    /** To whom it was sent; of a receipt its number. */
    reference: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'FilingStep' });

export const Filing = FilingRow.extend({
  revision,
  /** Of the snapshot that the papers are made of. */
  digest: z.string(),
  snapshotSize: z.number().int(),
  assembledAt: z.string(),
  decree: z
    .object({ number: z.string(), title: z.string(), issuedOn: CivilDate, file: FileFacts.nullable() })
    .nullable(),
  set: z
    .object({
      number: z.number().int().nullable(),
      year: z.number().int().nullable(),
      firstMonth: z.string(),
      lastMonth: z.string(),
      recordedUntil: z.string(),
      rules: z.array(z.string()),
      total: z.number().int(),
    })
    .nullable(),
  targets: z.object({ total: z.number().int(), reached: z.number().int(), notComputable: z.number().int() }),
  exclusions: z.object({ total: z.number().int(), approved: z.number().int() }),
  gaps: z.array(PackageGap),
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  failure: z.string().nullable(),
  files: z.array(FilingFile),
  /** The sealed package; null until it is frozen. */
  archive: z.object({ size: z.number().int(), sha256: z.string(), keyId: z.string() }).nullable(),
  receipt: FileFacts.nullable(),
  replaces: z.object({ id: Id, number: z.string() }).nullable(),
  replacedBy: z.object({ id: Id, number: z.string().nullable() }).nullable(),
  planned: z.object({ decreeId: Id.nullable(), setNumber: z.number().int().nullable() }),
  steps: z.array(FilingStep),
  availableActions: z.array(z.enum([...words.packageActions, 'renew', 'attach-receipt'])),
}).meta({ id: 'Filing' });

export const FilingChoices = z
  .object({
    today: CivilDate,
    decrees: z.array(FilingDecree),
    sets: z.array(
      z.object({
        number: z.number().int(),
        year: z.number().int(),
        frozenAt: Instant,
        setSize: z.number().int(),
        total: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'FilingChoices' });

const step = <const S extends z.ZodRawShape>(path: string, summary: string, shape: S) =>
  endpoint({
    method: 'post',
    path: `/api/reform/filings/{id}/${path}`,
    summary,
    access: office,
    params: id,
    body: z.strictObject({ revision, ...shape }),
    output: z.object({ status: PackageStatus, revision: z.number().int() }),
  });

export const filingEndpoints = {
  getFilingChoices: endpoint({
    method: 'get',
    path: '/api/reform/filing-choices',
    summary: 'What a package can be planned with: decrees, and frozen sets of years, latest first',
    access: readers,
    output: FilingChoices,
  }),
  addFilingDecree: endpoint({
    method: 'post',
    path: '/api/reform/filing-decrees',
    summary: 'Enter the document that set up the team (工作专班成立文件)',
    access: office,
    isIdempotent: true,
    body: z.strictObject({ number: plainText(80, 2), title: plainText(200, 2), issuedOn: CivilDate }),
    status: 201,
    output: z.object({ id: Id }),
  }),
  attachFilingDecree: endpoint({
    method: 'post',
    path: '/api/reform/filing-decrees/{id}/file',
    summary: 'Keep the document itself, a PDF, once',
    access: office,
    params: id,
    upload: true,
    status: 201,
    output: FileFacts,
  }),
  readFilingDecree: endpoint({
    method: 'get',
    path: '/api/reform/filing-decrees/{id}/file',
    summary: 'The document that set up the team',
    access: readers,
    params: id,
    file: 'application/pdf',
    output: z.unknown(),
  }),
  listFilings: endpoint({
    method: 'get',
    path: '/api/reform/filings',
    summary: 'Packages, last planned first',
    access: readers,
    query: PageQuery,
    output: page(FilingRow).extend({ mayPlan: z.boolean() }),
  }),
  planFiling: endpoint({
    method: 'post',
    path: '/api/reform/filings',
    summary: 'Take a snapshot of everything that is filed, and begin to make the papers of it',
    access: office,
    isIdempotent: true,
    body: z.strictObject({
      /** Not a day to come. */
      asOf: CivilDate,
      decreeId: Id.nullable(),
      /** Number of the frozen set; null: the set is counted as of the day, which is good for a draft only. */
      setNumber: z.number().int().min(1).nullable(),
      /** A draft that this one takes the place of, or a package that came back. */
      replaces: Id.nullable(),
    }),
    status: 201,
    output: z.object({ id: Id }),
  }),
  getFiling: endpoint({
    method: 'get',
    path: '/api/reform/filings/{id}',
    summary: 'A package with its papers, what is missing, and what happened to it',
    access: readers,
    params: id,
    output: Filing,
  }),
  cancelFiling: step('cancel', 'Give up a package that is not frozen; its papers are destroyed', {}),
  freezeFiling: step('freeze', 'Number, seal and sign a package in which nothing is missing', {}),
  sendFiling: step('send', 'Record when, how and to whom a package was sent', {
    on: CivilDate,
    way: z.enum(words.sendingWays),
    recipient: plainText(100, 2),
    note,
  }),
  recordFilingReceipt: step('receipt', 'Record the receipt (回执) of a package', {
    on: CivilDate,
    number: plainText(80, 2),
    note,
  }),
  returnFiling: step('return', 'Record that a package came back, and why', {
    on: CivilDate,
    reason: plainText(500, 2),
  }),
  attachFilingReceipt: endpoint({
    method: 'post',
    path: '/api/reform/filings/{id}/receipt/file',
    summary: 'Keep the receipt itself, a PDF or a picture, once',
    access: office,
    params: id,
    upload: true,
    status: 201,
    output: FileFacts,
  }),
  readFilingReceipt: endpoint({
    method: 'get',
    path: '/api/reform/filings/{id}/receipt/file',
    summary: 'The receipt of a package',
    access: readers,
    params: id,
    file: 'application/octet-stream',
    output: z.unknown(),
  }),
  readFilingFile: endpoint({
    method: 'get',
    path: '/api/reform/filings/{id}/files/{fileId}',
    summary: 'One paper of a package',
    access: readers,
    params: z.strictObject({ id: Id, fileId: Id }),
    file: 'application/octet-stream',
    output: z.unknown(),
  }),
  readFilingArchive: endpoint({
    method: 'get',
    path: '/api/reform/filings/{id}/archive.zip',
    summary: 'The sealed package: papers, manifest, SHA256SUMS and its signature',
    access: readers,
    params: id,
    file: 'application/zip',
    output: z.unknown(),
  }),
  readFilingKey: endpoint({
    method: 'get',
    path: '/api/open/filing-key.pem',
    summary: 'The public key that packages are signed with; an earlier one by its id',
    access: 'public',
    query: z.strictObject({
      id: z
        .string()
        .regex(/^[0-9a-f]{16}$/, { error: '密钥编号是 16 位十六进制数字。' })
        .optional(),
    }),
    file: 'application/x-pem-file',
    output: z.unknown(),
  }),
};
