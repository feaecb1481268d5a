import { z } from 'zod';
import { draftOperations } from '@yitang/domain/vocabulary';
import { fieldPaths } from '@yitang/domain/catalog';
import { Audience, CivilDate, Instant, LifeEvent, page, PageQuery } from './common.ts';
import { endpoint } from './endpoint.ts';
import { PublicChange } from './reduction.ts';

const number = z.coerce.number().int().min(1);
const Named = z.object({ code: z.string(), name: z.string() });

/** A batch as the public sees it. */
export const PublishedBatch = z
  .object({
    number: z.number().int(),
    title: z.string(),
    note: z.string().nullable(),
    publishedAt: Instant,
    /** First day on which what it published is in force. */
    effectiveFrom: CivilDate,
    /** How many matters it adds, changes and retires. */
    changes: z.object({ add: z.number().int(), change: z.number().int(), retire: z.number().int() }),
  })
  .meta({ id: 'PublishedBatch' });

export const PublishedChange = z
  .object({
    operation: z.enum(draftOperations),
    code: z.string(),
    name: z.string(),
    department: z.string(),
    /** Of a retirement: the last one. */
    version: z.number().int(),
    /** In which fields a changed matter differs from the version before. */
    changedFields: z.array(z.enum(fieldPaths)),
    /** What that means for people; null: nothing that is counted. */
    forPeople: PublicChange.nullable(),
    /** Of a retirement: what took over. */
    successor: Named.nullable(),
  })
  .meta({ id: 'PublishedChange' });

/** One version of a guide and what it changed for people since the one before. */
export const MatterVersionLine = z
  .object({
    version: z.number().int(),
    from: CivilDate,
    until: CivilDate.nullable(),
    /** Number of the batch that published it. */
    batch: z.number().int().nullable(),
    changedFields: z.array(z.enum(fieldPaths)),
    forPeople: PublicChange.nullable(),
  })
  .meta({ id: 'MatterVersionLine' });

const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }));

export const CatalogIndex = z
  .object({
    on: CivilDate,
    today: CivilDate,
    /** Matters in force on that day. */
    total: z.number().int(),
    letters: Facet,
    departments: Facet,
    audiences: Facet,
    lifeEvents: Facet,
    /** All that fit are too many to be shown at once. */
    isByLetter: z.boolean(),
    /** The letter that is shown: chosen, or the first where all would be too many. */
    letter: z.string().nullable(),
    items: z.array(
      Named.extend({
        department: z.string(),
        letter: z.string(),
        version: z.number().int(),
        effectiveFrom: CivilDate,
      }),
    ),
  })
  .meta({ id: 'CatalogIndex' });

export const opennessEndpoints = {
  listPublishedBatches: endpoint({
    method: 'get',
    path: '/api/batches',
    summary: 'Published batches of the catalog, newest first',
    access: 'public',
    query: z.strictObject({ after: number.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
    output: z.object({ items: z.array(PublishedBatch), next: z.string().optional() }),
    isCatalogPage: true,
  }),
  getPublishedBatch: endpoint({
    method: 'get',
    path: '/api/batches/{number}',
    summary: 'A published batch with the matters that it added, changed and retired',
    access: 'public',
    params: z.strictObject({ number }),
    query: PageQuery,
    output: PublishedBatch.extend({ changed: page(PublishedChange) }),
    isCatalogPage: true,
  }),
  listMatterVersions: endpoint({
    method: 'get',
    path: '/api/matters/{code}/versions',
    summary: 'The versions of a guide, newest first, each with what it changed for people',
    access: 'public',
    params: z.strictObject({ code: z.string().max(40) }),
    output: Named.extend({ items: z.array(MatterVersionLine) }),
    isCatalogPage: true,
  }),
  getCatalogIndex: endpoint({
    method: 'get',
    path: '/api/catalog',
    summary: 'The catalog of today, or `on` an earlier day, by letter and department',
    access: 'public',
    query: z.strictObject({
      on: CivilDate.optional(),
      /** Initial of the pinyin of the name; `#` for all others. */
      letter: z
        .string()
        .regex(/^[A-Z#]$/)
        .optional(),
      department: z.string().max(40).optional(),
      audience: Audience.optional(),
      life: LifeEvent.optional(),
    }),
    output: CatalogIndex,
    isCatalogPage: true,
  }),
};
