import { z } from 'zod';
import { columnKinds, fieldKindNames, questionChanges } from '@yitang/domain/form';
import * as words from '@yitang/domain/vocabulary';
import {
  CaseAction,
  CaseStatus,
  CivilDate,
  Id,
  Instant,
  LocalText,
  PageQuery,
  page,
  plainText,
  TripCause,
  VisitReason,
} from './common.ts';
import { SituationQuery } from './catalog.ts';
import { endpoint, noContent } from './endpoint.ts';
import { LinkToken } from './question.ts';
import { UploadedMaterial } from './material.ts';
import { Issue } from './problem.ts';

/** An answer in parts, or a row of a table: what was typed, or the figure that was kept of it. */
const AnswerParts = z.record(z.string().max(60), z.union([z.string().max(500), z.number()]));
export const AnswerValue = z.union([
  z.string().max(5000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(60),
  AnswerParts,
  z.array(AnswerParts).max(60),
]);
export const Answers = z.record(z.string().max(60), AnswerValue).meta({ id: 'Answers' });

export const Precheck = z
  .object({
    matter: z.object({
      code: z.string(),
      name: z.string(),
      isInstant: z.boolean(),
      promisedDays: z.number().int().nullable(),
    }),
    preconditions: z.array(
      z.object({
        key: z.string(),
        label: LocalText,
        isMet: z.boolean(),
        /** What can be done about it, and where. */
        remedy: LocalText.optional(),
        remedyLink: z.string().optional(),
      }),
    ),
    isReady: z.boolean(),
    /** A draft of this matter that is already there. */
    draftId: Id.nullable(),
  })
  .meta({ id: 'Precheck' });

const FieldOptions = z.array(z.object({ value: z.string(), label: LocalText }));
const ColumnView = z.object({
  key: z.string(),
  kind: z.enum(columnKinds),
  label: LocalText,
  isOptional: z.boolean(),
  unit: LocalText.optional(),
  options: FieldOptions.optional(),
});

/** One field as the page shows it; `kind` and the rest as in the form definition. */
export const FieldView = z
  .object({
    key: z.string(),
    kind: z.enum(fieldKindNames),
    label: LocalText,
    help: LocalText.optional(),
    purpose: LocalText.optional(),
    statement: LocalText.optional(),
    isOptional: z.boolean(),
    maxLength: z.number().int().optional(),
    min: z.number().int().optional(),
    max: z.number().int().optional(),
    unit: LocalText.optional(),
    /** A day, a month (YYYY-MM) or a time (HH:MM), as the kind is. */
    earliest: z.string().optional(),
    latest: z.string().optional(),
    /** Of a person: the kinds of documents. */
    options: FieldOptions.optional(),
    columns: z.array(ColumnView).optional(),
    minRows: z.number().int().optional(),
    maxRows: z.number().int().optional(),
    /** What an answer in parts is made of; each is typed and told of by itself. */
    parts: z.array(z.object({ key: z.string(), label: LocalText, isOptional: z.boolean() })).optional(),
    /** Of a file: the material that is uploaded here. */
    requirement: z.string().optional(),
    value: AnswerValue.optional(),
    /** The value in words, line by line, in the language of the caller. */
    printed: z.array(z.string()),
    /** Known data: shown read-only with where it comes from. */
    known: z.object({ source: LocalText, isLocked: z.boolean() }).optional(),
  })
  .meta({ id: 'FieldView' });

export const PageView = z
  .object({
    key: z.string(),
    title: LocalText,
    help: LocalText.optional(),
    fields: z.array(FieldView),
    number: z.number().int(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: 'PageView' });

export const RequirementView = z
  .object({
    key: z.string(),
    name: LocalText,
    why: LocalText,
    necessity: z.enum(words.necessities),
    accepts: z.array(z.enum(['pdf', 'jpg', 'png'])),
    maxBytes: z.number().int(),
    maxFiles: z.number().int(),
    /** 'applicant' is uploaded; the others are shown as 无需提交 with their source. */
    sourceMode: z.enum(words.sourceModes),
    sharedFrom: LocalText.optional(),
    /** Of a draft: the page on which it is uploaded, `materials` or one of the form. */
    page: z.string().optional(),
    files: z.array(UploadedMaterial),
  })
  .meta({ id: 'RequirementView' });

export const DraftSummary = z
  .object({
    id: Id,
    matter: z.object({ code: z.string(), name: z.string() }),
    updatedAt: Instant,
    keptUntil: CivilDate,
    currentPage: z.string(),
  })
  .meta({ id: 'DraftSummary' });

const Application = z.object({ number: z.string(), submittedAt: Instant });

/** Pages in order are: the form's pages, `materials` (where there is something to upload), `check`. */
export const DraftView = z
  .object({
    id: Id,
    version: z.number().int(),
    matter: z.object({ code: z.string(), name: z.string(), isInstant: z.boolean() }),
    pages: z.array(z.object({ key: z.string(), title: LocalText, isComplete: z.boolean(), isOpen: z.boolean() })),
    page: PageView.nullable(),
    materials: z.array(RequirementView),
    /** For the check page: every page with its answers. */
    answers: z.array(PageView),
    issues: z.array(Issue),
    isReady: z.boolean(),
    /** Said on the check page: what submitting does. */
    consequence: LocalText,
    /** While nothing is filled in: the last application of this matter, to copy. */
    previous: Application.nullable(),
    /** The one that was copied, and what is asked otherwise since. */
    copied: Application.extend({
      changes: z.array(z.object({ key: z.string(), label: LocalText, change: z.enum(questionChanges) })),
    }).nullable(),
    updatedAt: Instant,
  })
  .meta({ id: 'DraftView' });

export const Station = z
  .object({
    key: z.string(),
    name: LocalText,
    state: z.enum(['done', 'current', 'ahead']),
    holder: z.object({ department: z.string(), post: z.string(), phone: z.string().nullable() }).nullable(),
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    usedMinutes: z.number().int().nullable(),
    limitDays: z.number().int().nullable(),
    /** The clock stands: why. */
    stopped: z.string().nullable(),
    outcome: z.string().nullable(),
  })
  .meta({ id: 'Station' });

export const CaseSummary = z
  .object({
    id: Id,
    number: z.string(),
    matter: z.object({ code: z.string(), name: z.string() }),
    status: CaseStatus,
    submittedAt: Instant,
    dueDate: CivilDate.nullable(),
    /** 待校历公布: the due date waits for an unpublished calendar year. */
    isWaitingForCalendar: z.boolean(),
    holder: z.string().nullable(),
    needs: z.enum(['correction', 'rating']).nullable(),
    hasCertificate: z.boolean(),
  })
  .meta({ id: 'CaseSummary' });

/** 特别程序: since when the clock stands, on what ground and basis, and when that is expected to end. */
const Suspension = z.object({ since: Instant, ground: z.string(), basis: z.string(), expectedOn: CivilDate });

/** 延长审批 that was approved: by so many working days, why, and until when the promise runs now. */
const Extension = z.object({
  at: Instant,
  days: z.number().int(),
  reason: z.string(),
  basis: z.string(),
  /** null: waits for an unpublished year of the calendar. */
  dueDate: CivilDate.nullable(),
});

const CorrectionItem = z.object({
  field: z.string(),
  label: LocalText,
  kind: z.enum(['answer', 'material']),
  reason: z.string(),
});
const AnswerLine = z.object({
  key: z.string(),
  label: LocalText,
  value: z.string(),
  source: LocalText.optional(),
  isSensitive: z.boolean(),
});

/** The applicant's own case. */
export const CaseView = CaseSummary.extend({
  stations: z.array(Station),
  answers: z.array(z.object({ title: LocalText, lines: z.array(AnswerLine) })),
  materials: z.array(UploadedMaterial.extend({ requirement: LocalText })),
  correction: z
    .object({
      round: z.number().int(),
      items: z.array(CorrectionItem),
      message: z.string().nullable(),
      dueDate: CivilDate.nullable(),
      page: PageView,
      requirements: z.array(RequirementView),
    })
    .nullable(),
  suspension: Suspension.nullable(),
  /** Oldest first. */
  extensions: z.array(Extension),
  decision: z
    .object({
      outcome: z.enum(['approved', 'declined', 'refused']),
      reason: z.string().nullable(),
      basis: z.string().nullable(),
      remedy: LocalText.nullable(),
      at: Instant,
    })
    .nullable(),
  certificate: z
    .object({ number: z.string(), verifyPath: z.string(), issuedAt: Instant, isRevoked: z.boolean() })
    .nullable(),
  /** Decided in favour; the certificate is being made, usually within seconds. */
  isCertificatePending: z.boolean(),
  availableActions: z.array(CaseAction.or(z.enum(['rate']))),
  version: z.number().int(),
  /** Where anybody who holds the address sees how far it is, and no more; null: a case of before there were such. */
  trackPath: z.string().nullable(),
  rating: z
    .object({
      level: z.number().int(),
      tags: z.array(z.string()),
      text: z.string().nullable(),
      trips: z.number().int().nullable(),
      tripCause: TripCause.nullable(),
    })
    .nullable(),
}).meta({ id: 'CaseView' });

export const InboxLight = z.enum(['green', 'yellow', 'orange', 'red', 'paused', 'waiting']);
export const InboxRow = z
  .object({
    id: Id,
    number: z.string(),
    matterName: z.string(),
    applicantName: z.string(),
    applicantDepartment: z.string().nullable(),
    status: CaseStatus,
    stage: LocalText.nullable(),
    submittedAt: Instant,
    dueDate: CivilDate.nullable(),
    light: InboxLight,
    /** Working days by which the promise was lengthened; 0: it was not. */
    extendedDays: z.number().int(),
    /** Working days that the head is asked for; null: none. */
    askedDays: z.number().int().nullable(),
  })
  .meta({ id: 'InboxRow' });

/** The case as the post that holds it sees it; sensitive values are masked until revealed. */
export const OfficeCaseView = z
  .object({
    id: Id,
    number: z.string(),
    version: z.number().int(),
    matter: z.object({ code: z.string(), name: z.string(), version: z.number().int() }),
    status: CaseStatus,
    applicant: z.object({
      name: z.string(),
      number: z.string().nullable(),
      department: z.string().nullable(),
      phoneMasked: z.string().nullable(),
      idNumberMasked: z.string().nullable(),
    }),
    submittedAt: Instant,
    dueDate: CivilDate.nullable(),
    isWaitingForCalendar: z.boolean(),
    light: InboxLight,
    suspension: Suspension.nullable(),
    /** Grounds on which the guide lets the clock stand, in working days at most; none: in words. */
    suspensionGrounds: z.array(z.object({ name: z.string(), basis: z.string(), limitDays: z.number().int() })),
    /** Oldest first. */
    extensions: z.array(Extension),
    /** What waits for the head, with the last day that it would make; null: nothing. */
    openExtension: Extension.extend({ by: z.string(), procedure: z.string().nullable() }).nullable(),
    /** Working days by which it may still be lengthened, all together. */
    extensionDaysLeft: z.number().int(),
    /** 延长审批 of the guide, with the days that are left of each; none: in words. */
    extensionProcedures: z.array(z.object({ name: z.string(), basis: z.string(), daysLeft: z.number().int() })),
    stations: z.array(Station),
    answers: z.array(z.object({ title: LocalText, lines: z.array(AnswerLine) })),
    materials: z.array(UploadedMaterial.extend({ requirement: LocalText })),
    correctable: z.array(z.object({ field: z.string(), label: LocalText, kind: z.enum(['answer', 'material']) })),
    correctionRounds: z.number().int(),
    /** On return: what the applicant changed. */
    changes: z.array(
      z.object({
        field: z.string(),
        label: LocalText,
        before: z.string(),
        after: z.string(),
        isSensitive: z.boolean(),
      }),
    ),
    timeline: z.array(z.object({ at: Instant, what: LocalText, by: z.string(), note: z.string().nullable() })),
    /** When, where and why the applicant came, as far as it was recorded. */
    visits: z.array(
      z.object({
        at: Instant,
        kind: z.enum(words.visitKinds),
        place: z.string().nullable(),
        reason: VisitReason.nullable(),
        /** Arrivals within the same visit have one number: a visit counts once. */
        visit: z.number().int(),
        isBeforeCase: z.boolean(),
      }),
    ),
    trips: z.object({
      /** 到办事现场次数 of the guide that it was submitted under; null: not stated. */
      declared: z.number().int().nullable(),
      /** By each definition; null: unknown. */
      actual2017: z.number().int().nullable(),
      actual2019: z.number().int().nullable(),
      /** What the applicant said; null: nothing. */
      answer: z.object({ trips: z.number().int(), cause: TripCause.nullable(), at: Instant }).nullable(),
      isDisputed: z.boolean(),
    }),
    availableActions: z.array(CaseAction),
    nextId: Id.nullable(),
  })
  .meta({ id: 'OfficeCaseView' });

const id = z.strictObject({ id: Id });
const draftId = z.strictObject({ draftId: Id });
const handlers = ['clerk', 'head', 'counter-clerk'] as const;
/** Every act names the version that was looked at: of two at once, one wins and the other is told. */
const version = z.number().int().min(1);
const note = plainText(1000).optional();
/** `correction`: the last list of what was missing; `decision`: a refusal, with reason and basis. */
const NoticeKind = z.enum(['correction', 'decision']);

const act = <const P extends string, B extends z.ZodType>(path: P, summary: string, body: B) =>
  endpoint({ method: 'post', path, summary, access: handlers, params: id, body, output: OfficeCaseView });
const actOfHead = <const P extends string, B extends z.ZodType>(path: P, summary: string, body: B) =>
  endpoint({ method: 'post', path, summary, access: ['head'], params: id, body, output: OfficeCaseView });

/** As it was typed: the rules name all that is missing or wrong at once. */
const wantedExtension = z.strictObject({
  version,
  days: z.number(),
  reason: plainText(1000, 0),
  basis: plainText(300, 0),
  /** Of those that the guide names, where it names any. */
  procedure: plainText(200, 0).optional(),
});

export const caseEndpoints = {
  precheckMatter: endpoint({
    method: 'get',
    path: '/api/matters/{code}/precheck',
    summary: 'Every precondition with its live result, before the first question',
    access: 'applicant',
    params: z.strictObject({ code: z.string().max(40) }),
    output: Precheck,
  }),
  openDraft: endpoint({
    method: 'post',
    path: '/api/drafts',
    summary: 'Begin (or find again) the draft of a matter',
    access: 'applicant',
    body: z.strictObject({
      matterCode: z.string().max(40),
      /** What was chosen in the guide: filled in where nothing is answered yet. */
      situation: SituationQuery.optional(),
    }),
    status: 201,
    output: DraftView,
  }),
  listDrafts: endpoint({
    method: 'get',
    path: '/api/drafts',
    summary: 'Own drafts, kept for 30 days',
    access: 'applicant',
    output: z.object({ items: z.array(DraftSummary) }),
  }),
  getDraft: endpoint({
    method: 'get',
    path: '/api/drafts/{draftId}',
    summary: 'A draft at one of its pages',
    access: 'applicant',
    params: draftId,
    query: z.strictObject({ page: z.string().max(60).optional() }),
    output: DraftView,
  }),
  copyLastApplication: endpoint({
    method: 'post',
    path: '/api/drafts/{draftId}/copy',
    summary: 'Fill an empty draft with the answers of the last application of the matter that still hold',
    access: 'applicant',
    params: draftId,
    output: DraftView,
  }),
  savePage: endpoint({
    method: 'put',
    path: '/api/drafts/{draftId}/pages/{page}',
    summary: 'Save the answers of a page; with `isPartial` they are kept even while they have faults',
    access: 'applicant',
    params: z.strictObject({ draftId: Id, page: z.string().max(60) }),
    body: z.strictObject({ answers: Answers, isPartial: z.boolean().default(false) }),
    output: DraftView,
  }),
  deleteDraft: endpoint({
    method: 'delete',
    path: '/api/drafts/{draftId}',
    summary: 'Throw a draft away with its files',
    access: 'applicant',
    params: draftId,
    status: 204,
    output: noContent,
  }),
  submitDraft: endpoint({
    method: 'post',
    path: '/api/drafts/{draftId}/submit',
    summary: 'Submit: one case however often it is sent with one key',
    access: 'applicant',
    params: draftId,
    body: z.strictObject({}),
    status: 201,
    isIdempotent: true,
    output: z.object({ caseId: Id, number: z.string(), status: CaseStatus, dueDate: CivilDate.nullable() }),
  }),
  listMyCases: endpoint({
    method: 'get',
    path: '/api/cases',
    summary: 'Own cases, newest first; a page of those that ask for a rating may be short and still have a next one',
    access: 'applicant',
    query: PageQuery.extend({
      matter: z.string().max(40).optional(),
      /** What waits for the applicant, or what is decided. */
      show: z.enum(['correction', 'rating', 'finished']).optional(),
    }),
    output: page(CaseSummary),
  }),
  trackCase: endpoint({
    method: 'get',
    path: '/api/track/{token}',
    summary: 'How far a case is, for whoever holds the address on its receipt; of nobody and with no content',
    access: 'public',
    params: z.strictObject({ token: LinkToken }),
    output: z.object({
      status: CaseStatus,
      submittedOn: CivilDate,
      dueDate: CivilDate.nullable(),
      isWaitingForCalendar: z.boolean(),
      /** The department that holds it now; null once it is finished. */
      office: z.string().nullable(),
    }),
  }),
  drawTrackCode: endpoint({
    method: 'get',
    path: '/api/cases/{id}/track.svg',
    summary: 'The address under which anybody can see how far an own case is, as a QR code',
    access: 'applicant',
    params: id,
    file: 'image/svg+xml',
    output: z.unknown(),
  }),
  findCaseByNumber: endpoint({
    method: 'get',
    path: '/api/cases/by-number/{number}',
    summary: 'Where the caller may look at the case of this number: among their own, or in the office that handles it',
    access: 'signed-in',
    params: z.strictObject({ number: z.string().max(40) }),
    output: z.object({ id: Id, place: z.enum(['mine', 'office']) }),
  }),
  getMyCase: endpoint({
    method: 'get',
    path: '/api/cases/{id}',
    summary: 'An own case: where it is, who holds it, until when',
    access: 'applicant',
    params: id,
    output: CaseView,
  }),
  supplyCorrection: endpoint({
    method: 'post',
    path: '/api/cases/{id}/correction',
    summary: 'Answer the one list of corrections',
    access: 'applicant',
    params: id,
    body: z.strictObject({ version, answers: Answers }),
    output: CaseView,
  }),
  uploadCorrection: endpoint({
    method: 'post',
    path: '/api/cases/{id}/materials/{requirementKey}',
    summary: 'A corrected file (multipart field `file`)',
    access: 'applicant',
    params: z.strictObject({ id: Id, requirementKey: z.string().max(60) }),
    upload: true,
    status: 201,
    output: UploadedMaterial,
  }),
  withdrawCase: endpoint({
    method: 'post',
    path: '/api/cases/{id}/withdraw',
    summary: 'Withdraw an own case while it is undecided',
    access: 'applicant',
    params: id,
    body: z.strictObject({ version, reason: note }),
    output: CaseView,
  }),
  readReceipt: endpoint({
    method: 'get',
    path: '/api/cases/{id}/receipt.pdf',
    summary: '受理单: the receipt of an own case as A4',
    access: 'applicant',
    params: id,
    file: 'application/pdf',
    output: z.unknown(),
  }),
  printMyNotice: endpoint({
    method: 'get',
    path: '/api/cases/{id}/notice.pdf',
    summary: 'What an own case was told, as A4: 补正告知书, or the decision against it with its remedies',
    access: 'applicant',
    params: id,
    query: z.strictObject({ kind: NoticeKind }),
    file: 'application/pdf',
    output: z.unknown(),
  }),
  printOfficeNotice: endpoint({
    method: 'get',
    path: '/api/office/cases/{id}/notice.pdf',
    summary: 'The same paper for the office that handles the case; the read is logged',
    access: handlers,
    isPersonal: true,
    params: id,
    query: z.strictObject({ kind: NoticeKind }),
    file: 'application/pdf',
    output: z.unknown(),
  }),

  listInbox: endpoint({
    method: 'get',
    path: '/api/office/inbox',
    summary: 'Cases that the posts of the caller hold, by due date',
    access: handlers,
    isPersonal: true,
    query: PageQuery.extend({
      /** `extension`: what the head is asked to lengthen. */
      view: z.enum(['open', 'correcting', 'finished', 'extension']).default('open'),
      matter: z.string().max(40).optional(),
      /** Only what waits for one person of the head's own department; `none`: for nobody. */
      holder: z.union([Id, z.literal('none')]).optional(),
      /** Only what is late. */
      late: z.literal('yes').optional(),
    }),
    output: page(InboxRow).extend({
      counts: z.object({
        open: z.number().int(),
        correcting: z.number().int(),
        /** null: not a head. */
        extension: z.number().int().nullable(),
      }),
    }),
  }),
  getOfficeCase: endpoint({
    method: 'get',
    path: '/api/office/cases/{id}',
    summary: 'A case that the caller may handle; the read is logged',
    access: handlers,
    isPersonal: true,
    params: id,
    output: OfficeCaseView,
  }),
  acceptCase: act(
    '/api/office/cases/{id}/accept',
    'Accept (受理): the promised clock starts',
    z.strictObject({ version, note }),
  ),
  requestCorrection: act(
    '/api/office/cases/{id}/request-correction',
    'Ask for corrections: one list of all that is missing',
    z.strictObject({
      version,
      items: z
        .array(z.strictObject({ field: z.string().max(80), reason: plainText(300) }))
        .min(1)
        .max(50),
      message: note,
      secondRoundReason: plainText(500).optional(),
    }),
  ),
  refuseCase: act(
    '/api/office/cases/{id}/refuse',
    'Refuse to accept (不予受理) with reason and basis',
    z.strictObject({ version, reason: plainText(1000), basis: plainText(300) }),
  ),
  passCase: act('/api/office/cases/{id}/pass', 'This stage agrees: on to the next', z.strictObject({ version, note })),
  approveCase: act(
    '/api/office/cases/{id}/approve',
    'Decide in favour; a certificate is made where the matter has one',
    z.strictObject({ version, note }),
  ),
  declineCase: act(
    '/api/office/cases/{id}/decline',
    'Decide against (不予批准) with reason and basis',
    z.strictObject({ version, reason: plainText(1000), basis: plainText(300) }),
  ),
  suspendCase: act(
    '/api/office/cases/{id}/suspend',
    'Begin a special procedure (特别程序): the clock stands on a named ground, and the applicant is told until when',
    // The rules name all that is missing or wrong at once: a ground of the guide brings its own basis.
    z.strictObject({
      version,
      ground: plainText(1000, 0),
      basis: plainText(300, 0),
      expectedOn: plainText(10, 0),
    }),
  ),
  resumeCase: act(
    '/api/office/cases/{id}/resume',
    'The special procedure is over: the clock runs again',
    z.strictObject({ version, note }),
  ),
  requestExtension: act(
    '/api/office/cases/{id}/request-extension',
    'Ask the head of the department for more time (延长审批); the promise holds until it is approved',
    wantedExtension,
  ),
  extendCase: actOfHead(
    '/api/office/cases/{id}/extend',
    'Lengthen the promise as the head; the applicant is told why and until when',
    wantedExtension,
  ),
  approveExtension: actOfHead(
    '/api/office/cases/{id}/extension/approve',
    'Approve the extension that was asked for; the applicant is told why and until when',
    z.strictObject({ version, note }),
  ),
  declineExtension: actOfHead(
    '/api/office/cases/{id}/extension/decline',
    'Decline the extension that was asked for, with a reason for whoever asked',
    z.strictObject({ version, reason: plainText(1000, 0) }),
  ),
  recordVisit: endpoint({
    ...act(
      '/api/office/cases/{id}/visits',
      'Note that the applicant came in person',
      z.strictObject({
        kind: z.enum(['counter', 'office', 'collection']),
        reason: z.enum([
          'submit',
          'missing-material',
          'system',
          'office-closed',
          'several-stamps',
          'collection',
          'other',
        ]),
      }),
    ),
    isIdempotent: true,
  }),
  revealFields: endpoint({
    method: 'post',
    path: '/api/office/cases/{id}/reveal',
    summary: 'Show masked values, those that are named; logged with their purpose',
    access: handlers,
    params: id,
    body: z.strictObject({ fields: z.array(z.string().max(80)).min(1).max(200), purpose: plainText(200, 4) }),
    /** `before`: of a change, what it was. */
    output: z.object({
      values: z.array(z.object({ field: z.string(), value: z.string(), before: z.string().optional() })),
    }),
  }),
};
