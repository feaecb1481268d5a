import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { Audience, Channel, CivilDate, Id, Instant, LifeEvent, LocalText, plainText } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';

export const Department = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    campusId: z.string().nullable(),
  })
  .meta({ id: 'Department' });

/** What a card shows. A button exists only where its flag is true. */
export const MatterCard = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.object({ id: z.string(), name: z.string() }),
    category: z.string(),
    audiences: z.array(Audience),
    channels: z.array(Channel),
    visitsOnSite: z.number().int().nullable(),
    promisedDays: z.number().int().nullable(),
    statutoryDays: z.number().int().nullable(),
    /** In what `statutoryDays` is counted; absent: working days. */
    statutoryUnit: z.enum(words.limitUnits).optional(),
    onlineDepth: z.number().int().nullable(),
    isOnline: z.boolean(),
    isInstant: z.boolean(),
    hasFullGuide: z.boolean(),
    /** Share of levels 1 to 3 in per mille, from five ratings on. */
    satisfaction: z.object({ goodPerMille: z.number().int(), ratings: z.number().int() }).nullable(),
    /** Closed or paused: why and until when; such a matter stays findable. */
    paused: z.object({ reason: z.string(), until: CivilDate.nullable() }).nullable(),
  })
  .meta({ id: 'MatterCard' });

const Material = z.object({
  key: z.string(),
  name: LocalText,
  sourceMode: z.enum(words.sourceModes),
  necessity: z.enum(words.necessities),
  neededWhen: LocalText.optional(),
  sharedFrom: LocalText.optional(),
  sourceNote: LocalText.optional(),
  reusableLicence: z.string().optional(),
  form: z.enum(['electronic', 'paper', 'either']),
  originals: z.number().int(),
  copies: z.number().int(),
  pageFormat: z.string().optional(),
  isFilledOnSite: z.boolean().optional(),
  why: LocalText,
  basis: z.string().optional(),
  accepts: z.array(z.enum(['pdf', 'jpg', 'png'])),
  maxBytes: z.number().int(),
  maxFiles: z.number().int(),
  issuer: z.string().optional(),
  validity: LocalText.optional(),
  standard: LocalText.optional(),
  instructions: LocalText.optional(),
  handling: LocalText.optional(),
  /** Public files: a blank form and a filled-in sample. */
  blankFileId: z.string().optional(),
  sampleFileId: z.string().optional(),
  /** In the chosen situations; `depends`: on what is not chosen yet. */
  isNeeded: z.enum(['yes', 'no', 'depends']),
});

const Step = z.object({
  name: LocalText,
  by: LocalText,
  days: z.number().int().nullable(),
  standard: LocalText.optional(),
  result: LocalText.optional(),
  /** `depends`: on a situation that is not chosen yet. Steps of another situation are left out. */
  isNeeded: z.enum(['yes', 'depends']),
});

export const MatterGuide = MatterCard.extend({
  lifeEvents: z.array(LifeEvent),
  /** Of the audiences only these. */
  audienceGroups: z.array(z.enum(words.audienceGroups)).readonly().optional(),
  keywords: z.array(z.string()),
  version: z.number().int(),
  effectiveFrom: CivilDate,
  /** The version in force today; older ones stay readable by their number. */
  latestVersion: z.number().int(),
  isSample: z.boolean(),
  summary: LocalText,
  visitReason: LocalText.nullable(),
  conditions: z.array(LocalText),
  preconditions: z.array(z.object({ key: z.string(), label: LocalText })),
  basis: z.array(
    z.object({
      title: z.string(),
      docNo: z.string().optional(),
      article: z.string().optional(),
      text: z.string().optional(),
    }),
  ),
  /** 小微权力 that it exercises. */
  powers: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Questions whose answers select materials and steps, with what was chosen. `leaf`: the two digits of a 业务办理项. */
  situations: z.array(
    z.object({
      key: z.string(),
      question: LocalText,
      options: z.array(z.object({ value: z.string(), label: LocalText, leaf: z.string().optional() })),
      chosen: z.string().nullable(),
    }),
  ),
  /** 业务办理项 of the chosen situation. */
  handlingItem: z.object({ code: z.string(), name: LocalText }).nullable(),
  materials: z.array(Material),
  steps: z.array(Step),
  stepsOffline: z.array(Step),
  specialProcedures: z.array(z.object({ name: LocalText, basis: z.string(), limitDays: z.number().int() })),
  windows: z.array(z.object({ from: CivilDate, until: CivilDate, note: LocalText.optional() })),
  booking: z.object({ perDay: z.number().int().optional(), rules: LocalText.optional() }).optional(),
  postedParts: z.array(z.enum(words.postedParts)).readonly().optional(),
  quota: LocalText.nullable(),
  intermediary: LocalText.nullable(),
  fees: z.array(
    z.object({
      name: LocalText,
      amountFen: z.number().int(),
      standard: LocalText.optional(),
      basis: z.string(),
      reduction: LocalText.optional(),
    }),
  ),
  result: z
    .object({ name: LocalText, kind: z.enum(words.resultKinds), sampleFileId: z.string().optional() })
    .nullable(),

  resultDelivery: z.array(z.enum(words.resultDeliveries)),
  /** `counter` is the code of the counter that it is, under which `getOpenings` says whether it is open. */
  places: z.array(z.object({ name: LocalText, address: LocalText, hours: LocalText, counter: z.string().nullable() })),
  consultPhone: z.string().nullable(),
  complaintPhone: z.string().nullable(),
  consultAddress: LocalText.nullable(),
  complaintAddress: LocalText.nullable(),
  handlingOffice: z.string().nullable(),
  /** AB 岗: who answers for it, A before B; a name or a post, as the catalog has it. */
  owners: z.array(z.object({ duty: z.enum(['A', 'B']), name: z.string(), phone: z.string().nullable() })),
  /** A time can be agreed on before one comes. */
  isBookable: z.boolean(),
  jointDepartments: z.array(z.string()),
  /** Of a 一件事: the matters in force that it settles in one go. */
  components: z.array(z.object({ code: z.string(), name: z.string() })),
  /** It is no longer offered: since when, and what took over. */
  retired: z
    .object({ on: CivilDate, successor: z.object({ code: z.string(), name: z.string() }).nullable() })
    .nullable(),
  remedy: LocalText.nullable(),
  faqs: z.array(z.object({ question: LocalText, answer: LocalText })),
}).meta({ id: 'MatterGuide' });

export const MatterFilter = z.strictObject({
  q: z.string().max(100).optional(),
  audience: Audience.optional(),
  department: z.string().max(40).optional(),
  category: z.string().max(40).optional(),
  life: LifeEvent.optional(),
  channel: Channel.optional(),
  /** 0 or 1: at most so many visits. */
  trips: z.coerce.number().int().min(0).max(1).optional(),
  online: z.enum(['1']).optional(),
  after: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }));

export const MatterList = z
  .object({
    items: z.array(MatterCard),
    next: z.string().optional(),
    total: z.number().int(),
    catalogVersion: z.number().int(),
    facets: z.object({ department: Facet, category: Facet, audience: Facet, channel: Facet, life: Facet }),
    /** The number in the words, where they are a 办件编号 and no question. */
    caseNumber: z.string().nullable(),
    /** What the reform office answers to these words. */
    answers: z.array(
      z.object({
        word: z.string(),
        answer: z.string(),
        matter: z.object({ code: z.string(), name: z.string() }).nullable(),
      }),
    ),
    /** With `q` and no hit: the nearest and the most used matters instead. */
    nearest: z.array(MatterCard),
    popular: z.array(MatterCard),
  })
  .meta({ id: 'MatterList' });

export const Suggestion = z
  .object({ code: z.string(), name: z.string(), department: z.string(), isOnline: z.boolean() })
  .meta({ id: 'Suggestion' });

export const HallHome = z
  .object({
    popular: z.array(MatterCard),
    totals: z.object({
      matters: z.number().int(),
      online: z.number().int(),
      instant: z.number().int(),
      atMostOneVisit: z.number().int(),
    }),
    categories: Facet,
    lifeEvents: Facet,
    departments: Facet,
    catalogVersion: z.number().int(),
  })
  .meta({ id: 'HallHome' });

const Synonym = z.object({ id: Id, word: z.string(), means: z.string(), createdAt: Instant });
const SearchAnswer = z.object({
  id: Id,
  word: z.string(),
  answer: z.string(),
  code: z.string().nullable(),
  createdAt: Instant,
});

/** Whether people are received now; times are `HH:MM` of the university's zone. */
export const Opening = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('open'), until: z.string().nullable() }),
    z.object({
      kind: z.literal('closed'),
      why: z.enum(words.closedReasons),
      opens: z.object({ on: CivilDate, inDays: z.number().int(), at: z.string() }).nullable(),
      waitsForYear: z.number().int().nullable(),
    }),
    z.object({ kind: z.literal('unknown'), waitsForYear: z.number().int() }),
  ])
  .meta({ id: 'Opening' });

/** `reason:lost,kind:paper`: the answers to questions of a guide. */
export const SituationQuery = z
  .string()
  .max(300)
  .regex(/^[\w.-]+:[\w.-]+(,[\w.-]+:[\w.-]+)*$/);

/** How a guide is printed: all of it, or with `notice` what a chosen situation needs. */
export const GuidePaperQuery = z.strictObject({
  kind: z.enum(['guide', 'notice']).default('guide'),
  situation: SituationQuery.optional(),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
});

export const catalogEndpoints = {
  getHallHome: endpoint({
    method: 'get',
    path: '/api/hall',
    summary: 'What the hall opens with: the matters most used in the last 90 days, totals, themes',
    access: 'public',
    query: z.strictObject({ audience: Audience.optional() }),
    output: HallHome,
    isCatalogPage: true,
  }),
  listMatters: endpoint({
    method: 'get',
    path: '/api/matters',
    summary: 'Matters by filter and search, with what each filter would leave',
    access: 'public',
    query: MatterFilter,
    output: MatterList,
    isCatalogPage: true,
  }),
  getMatter: endpoint({
    method: 'get',
    path: '/api/matters/{code}',
    summary: 'The guide of a matter; `version` for an older one, `situation` for what somebody in it needs',
    access: 'public',
    params: z.strictObject({ code: z.string().max(40) }),
    query: z.strictObject({ version: z.coerce.number().int().min(1).optional(), situation: SituationQuery.optional() }),
    output: MatterGuide,
    isCatalogPage: true,
  }),
  printGuide: endpoint({
    method: 'get',
    path: '/api/matters/{code}/guide.pdf',
    summary: 'The guide as A4, or with `kind=notice` the one-time notice (一次性告知单) for a chosen situation',
    access: 'public',
    params: z.strictObject({ code: z.string().max(40) }),
    query: GuidePaperQuery,
    file: 'application/pdf',
    output: z.unknown(),
  }),
  drawMatterCode: endpoint({
    method: 'get',
    path: '/api/matters/{code}/qr.svg',
    summary: 'The address of a guide, or of its checklist for a situation, as a QR code',
    access: 'public',
    params: z.strictObject({ code: z.string().max(40) }),
    query: z.strictObject({
      to: z.enum(['guide', 'checklist']).default('guide'),
      situation: SituationQuery.optional(),
    }),
    file: 'image/svg+xml',
    output: z.unknown(),
    isCatalogPage: true,
  }),
  getOpenings: endpoint({
    method: 'get',
    path: '/api/openings',
    summary: 'Whether counters are open at this moment, by the working calendar; `counters` are codes, with commas',
    access: 'public',
    query: z.strictObject({
      counters: z
        .string()
        .max(1_300)
        .transform((text) => text.split(',')),
    }),
    output: z.object({ items: z.array(z.object({ counter: z.string(), opening: Opening })) }),
  }),
  searchMatters: endpoint({
    method: 'get',
    path: '/api/search',
    summary: 'Suggestions while typing: Chinese, full pinyin, initials, synonyms, a typo',
    access: 'public',
    query: z.strictObject({
      q: z.string().max(100),
      audience: Audience.optional(),
      limit: z.coerce.number().int().min(1).max(20).default(8),
    }),
    output: z.object({ items: z.array(Suggestion) }),
    isCatalogPage: true,
  }),
  listDepartments: endpoint({
    method: 'get',
    path: '/api/departments',
    summary: 'Departments with their phones',
    access: 'public',
    output: z.object({ items: z.array(Department) }),
    isCatalogPage: true,
  }),
  listSearchMisses: endpoint({
    method: 'get',
    path: '/api/reform/search-misses',
    summary: 'What people searched for and did not find, most frequent first',
    access: ['reform-officer', 'administrator'],
    output: z.object({ items: z.array(z.object({ query: z.string(), times: z.number().int(), lastAt: Instant })) }),
  }),
  beginMissedMatter: endpoint({
    method: 'post',
    path: '/api/reform/search-misses/matter',
    summary: 'Begin the draft of a new matter for a search that found nothing; answers the one that is open already',
    access: ['reform-officer'],
    body: z.strictObject({
      query: z.string().min(1).max(40),
      name: plainText(200, 2),
      departmentId: z.string().max(40),
    }),
    status: 201,
    output: z.object({ id: Id, code: z.string() }),
  }),
  addSynonym: endpoint({
    method: 'post',
    path: '/api/reform/synonyms',
    summary: 'Make a word find what another word finds; live within a minute',
    access: ['reform-officer'],
    body: z.strictObject({ word: plainText(40), means: plainText(40) }),
    status: 201,
    output: z.object({ word: z.string(), means: z.string() }),
  }),
  listSynonyms: endpoint({
    method: 'get',
    path: '/api/reform/synonyms',
    summary: 'Words that the reform office made find what others find, newest first',
    access: ['reform-officer', 'administrator'],
    output: z.object({ items: z.array(Synonym) }),
  }),
  removeSynonym: endpoint({
    method: 'delete',
    path: '/api/reform/synonyms/{id}',
    summary: 'Take a synonym back; gone within a minute',
    access: ['reform-officer'],
    params: z.strictObject({ id: Id }),
    status: 204,
    output: noContent,
  }),
  listSearchAnswers: endpoint({
    method: 'get',
    path: '/api/reform/search-answers',
    summary: 'Words that are answered with a sentence, newest first',
    access: ['reform-officer', 'administrator'],
    output: z.object({ items: z.array(SearchAnswer) }),
  }),
  addSearchAnswer: endpoint({
    method: 'post',
    path: '/api/reform/search-answers',
    summary: 'Answer a word with a sentence, where no matter is what people look for; live within a minute',
    access: ['reform-officer'],
    body: z.strictObject({
      word: plainText(40),
      answer: plainText(300, 4),
      /** A published matter that the answer leads to. */
      code: z.string().max(40).nullable(),
    }),
    status: 201,
    output: SearchAnswer,
  }),
  removeSearchAnswer: endpoint({
    method: 'delete',
    path: '/api/reform/search-answers/{id}',
    summary: 'Take an answer back; gone within a minute',
    access: ['reform-officer'],
    params: z.strictObject({ id: Id }),
    status: 204,
    output: noContent,
  }),
  pauseMatter: endpoint({
    method: 'post',
    path: '/api/reform/matters/{code}/pause',
    summary: 'Pause a matter: it stays findable and says why and until when',
    access: ['reform-officer'],
    params: z.strictObject({ code: z.string().max(40) }),
    body: z.strictObject({ reason: plainText(300, 4), until: CivilDate.nullable() }),
    status: 204,
    output: noContent,
  }),
  resumeMatter: endpoint({
    method: 'post',
    path: '/api/reform/matters/{code}/resume',
    summary: 'Open a paused matter again',
    access: ['reform-officer'],
    params: z.strictObject({ code: z.string().max(40) }),
    status: 204,
    output: noContent,
  }),
};
