import { z } from 'zod';
import { MatterGuide } from './catalog.ts';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Instant, LocalText } from './common.ts';
import { endpoint } from './endpoint.ts';
import { ConditionShape } from './form-definition.ts';
import { exchangeTables } from './page-words.ts';

/** In which situation it is called for; absent: in all. */
const showWhen = ConditionShape.optional();
const OpenMaterial = MatterGuide.shape.materials.element.extend({
  sourceChannel: z.enum(words.materialSources).optional(),
  /** Code of the matter whose result it is. */
  issuedByMatter: z.string().optional(),
  isProof: z.boolean().optional(),
  showWhen,
});
const OpenStep = MatterGuide.shape.steps.element.extend({ showWhen });
const Owner = z.object({ name: z.string(), phone: z.string().optional() });

/** A matter in the open data: its whole guide with the codes and marks that other systems need. */
export const OpenMatter = MatterGuide.omit({
  satisfaction: true,
  latestVersion: true,
  retired: true,
  handlingItem: true,
  // As `ownerA` and `ownerB` here.
  owners: true,
})
  .extend({
    /** Permanent id of the row, the same in every format. */
    rowGuid: z.string(),
    /** Permanent address of the guide. */
    url: z.string(),
    /** Number of the batch that published this version. */
    batch: z.number().int().nullable(),
    nationalCodes: z.object({
      catalog: z.string().nullable(),
      task: z.string().nullable(),
      handlingItem: z.string().nullable(),
    }),
    taskType: z.string().nullable(),
    projectType: z.enum(words.projectTypes),
    reviewType: z.enum(words.reviewTypes).optional(),
    specialExclusion: z
      .object({
        reason: z.enum(words.exclusionReasons),
        evidence: z.string(),
        approver: z.string(),
        reviewOn: CivilDate,
      })
      .optional(),
    basis: z.array(MatterGuide.shape.basis.element.extend({ expiresOn: CivilDate.optional() })),
    powerCodes: z.array(z.string()).readonly().optional(),
    powerSource: z.enum(words.powerSources).optional(),
    useLevel: z.enum(words.useLevels).optional(),
    authorityDivision: LocalText.optional(),
    exerciseContent: LocalText.optional(),
    bodyCode: z.string().optional(),
    bodyNature: z.enum(words.bodyNatures).optional(),
    jointDepartmentIds: z.array(z.string()).readonly().optional(),
    componentCodes: z.array(z.string()).readonly().optional(),
    entrustedBy: z.string().optional(),
    preconditions: z.array(
      z.object({
        key: z.string(),
        label: LocalText,
        remedy: LocalText.optional(),
        remedyLink: z.string().optional(),
        basis: z.string().optional(),
      }),
    ),
    /** All questions, also those that only an earlier answer brings up. */
    situations: z.array(MatterGuide.shape.situations.element.omit({ chosen: true }).extend({ showWhen })),
    /** 业务办理项: options of the situations that have a code of their own. */
    handlingItems: z.array(z.object({ code: z.string(), name: LocalText })),
    materials: z.array(OpenMaterial),
    steps: z.array(OpenStep),
    stepsOffline: z.array(OpenStep),
    specialProcedures: z.array(
      MatterGuide.shape.specialProcedures.element.extend({ kind: z.enum(words.specialProcedureKinds) }),
    ),
    promiseNote: LocalText.optional(),
    statutoryNote: LocalText.optional(),
    doesVacationCount: z.boolean().optional(),
    /** The guide says that it is applied for on the net; `isOpenOnline`: here, and on this day. */
    isOnline: z.boolean(),
    isOpenOnline: z.boolean(),
    onlineUrl: z.string().nullable(),
    isMobile: z.boolean().optional(),
    mobileUrl: z.string().optional(),
    handleArea: z.enum(words.handleAreas).optional(),
    isInHall: z.boolean().optional(),
    counterCodes: z.array(z.string()).readonly().optional(),
    isBookable: z.boolean().optional(),
    isPaidOnline: z.boolean().optional(),
    isPosted: z.boolean().optional(),
    isOnKiosk: z.boolean().optional(),
    runSystem: z.string().optional(),
    ssoUrl: z.string().optional(),
    ownerA: Owner.optional(),
    ownerB: Owner.optional(),
  })
  .meta({ id: 'OpenMatter' });

export const OpenCatalog = z
  .object({
    /** Address of the JSON Schema of this document. */
    $schema: z.string(),
    university: z.string(),
    on: CivilDate,
    /**
     * The day of which the names of departments, the counters with their places and hours, and the powers are: that of the
     * answer, also where the matters are those of an earlier day.
     */
    organizationOn: CivilDate,
    /** Number of the latest batch in force. */
    batch: z.number().int().nullable(),
    publishedAt: Instant.nullable(),
    matters: z.array(OpenMatter),
    /** No longer offered on that day. */
    retired: z.array(
      z.object({
        rowGuid: z.string(),
        code: z.string(),
        name: z.string(),
        on: CivilDate,
        successorCode: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'OpenCatalog' });

const day = z.strictObject({ on: CivilDate.optional() });
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const open = { method: 'get', access: 'public', isCatalogPage: true } as const;

export const openDataEndpoints = {
  getOpenCatalog: endpoint({
    ...open,
    path: '/api/open/catalog.json',
    summary: 'The whole catalog as JSON, of today or `on` an earlier day',
    query: day,
    output: OpenCatalog,
  }),
  getOpenCatalogSchema: endpoint({
    ...open,
    path: '/api/open/catalog.schema.json',
    summary: 'The JSON Schema of the catalog',
    output: z.record(z.string(), z.unknown()),
  }),
  getOpenCatalogCsv: endpoint({
    ...open,
    path: '/api/open/catalog.csv',
    summary: 'The whole catalog as one table, CSV in UTF-8',
    query: day,
    file: 'text/csv; charset=utf-8',
    output: z.unknown(),
  }),
  getOpenCatalogXlsx: endpoint({
    ...open,
    path: '/api/open/catalog.xlsx',
    summary: 'The whole catalog as one table, for Excel',
    query: day,
    file: spreadsheet,
    output: z.unknown(),
  }),
  getOpenCatalogJsonld: endpoint({
    ...open,
    path: '/api/open/catalog.jsonld',
    summary: 'The whole catalog as schema.org GovernmentService, JSON-LD',
    query: day,
    file: 'application/ld+json; charset=utf-8',
    output: z.unknown(),
  }),
  getExchangeXlsx: endpoint({
    ...open,
    path: '/api/open/exchange.xlsx',
    summary: 'All exchange tables for a platform of the province, one sheet each',
    query: day,
    file: spreadsheet,
    output: z.unknown(),
  }),
  getExchangeCsv: endpoint({
    ...open,
    path: '/api/open/exchange/{table}.csv',
    summary: 'One exchange table with rowGuid, operation, time and batch of each row',
    params: z.strictObject({ table: z.enum(exchangeTables) }),
    query: day,
    file: 'text/csv; charset=utf-8',
    output: z.unknown(),
  }),
  getBatchFeed: endpoint({
    ...open,
    path: '/api/open/batches.atom',
    summary: 'The latest batches as an Atom feed',
    file: 'application/atom+xml; charset=utf-8',
    output: z.unknown(),
  }),
  getSitemap: endpoint({
    ...open,
    path: '/api/open/sitemap.xml',
    summary: 'Addresses of all public pages; /sitemap.xml shows the same',
    file: 'application/xml; charset=utf-8',
    output: z.unknown(),
  }),
};
