import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Instant } from './common.ts';
import { endpoint } from './endpoint.ts';
import { PowerCode, PowerContent } from './power.ts';

const number = z.coerce.number().int().min(1).max(1_000_000);
const edition = z.strictObject({ edition: number.optional() });
const Named = z.object({ code: z.string(), name: z.string() });

export const PowerEdition = z
  .object({
    number: z.number().int(),
    title: z.string(),
    effectiveFrom: CivilDate,
    publishedAt: Instant,
    entries: z.number().int(),
  })
  .meta({ id: 'PowerEdition' });

export const ListedPower = z
  .object({
    code: z.string(),
    department: z.object({ id: z.string(), name: z.string() }),
    status: z.enum(words.powerStatuses).exclude(['entered', 'withdrawn']),
    content: PowerContent,
    predecessors: z.array(Named),
    successors: z.array(Named),
    /** Matters that exercise it: 校务服务事项. */
    matters: z.array(Named),
  })
  .meta({ id: 'ListedPower' });

const PowerChange = z.object({
  code: z.string(),
  name: z.string(),
  department: z.object({ id: z.string(), name: z.string() }),
  kind: z.enum(words.powerChangeKinds),
  fields: z.array(z.enum(words.powerFields)),
  others: z.array(Named),
});

/** The public list of 小微权力. Its latest edition is answered from memory. */
export const powerListEndpoints = {
  listPowers: endpoint({
    method: 'get',
    path: '/api/powers',
    summary: '小微权力清单: the entries of an edition, by department; without `edition` of the one in force',
    access: 'public',
    query: edition.extend({
      q: z.string().max(100).optional(),
      department: z.string().max(40).optional(),
      after: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    output: z.object({
      /** null: none is public yet. */
      edition: PowerEdition.nullable(),
      isCurrent: z.boolean(),
      items: z.array(ListedPower),
      total: z.number().int(),
      next: z.string().optional(),
      departments: z.array(z.object({ id: z.string(), name: z.string(), count: z.number().int() })),
    }),
    isCatalogPage: true,
  }),
  getPower: endpoint({
    method: 'get',
    path: '/api/powers/{code}',
    summary: 'One entry, also what became of one that has ended',
    access: 'public',
    params: z.strictObject({ code: PowerCode }),
    query: edition,
    output: ListedPower.extend({ edition: PowerEdition, isCurrent: z.boolean() }),
    isCatalogPage: true,
  }),
  listPowerEditions: endpoint({
    method: 'get',
    path: '/api/power-editions',
    summary: 'Editions that are or were in force, latest first',
    access: 'public',
    output: z.object({ items: z.array(PowerEdition) }),
    isCatalogPage: true,
  }),
  getPowerChanges: endpoint({
    method: 'get',
    path: '/api/power-editions/{number}/changes',
    summary: 'What an edition added, changed, merged, split and removed since another one, by default the one before',
    access: 'public',
    params: z.strictObject({ number }),
    query: z.strictObject({ since: number.optional() }),
    output: z.object({ edition: PowerEdition, since: PowerEdition.nullable(), items: z.array(PowerChange) }),
    isCatalogPage: true,
  }),
  exportPowersJson: endpoint({
    method: 'get',
    path: '/api/power-editions/{number}/powers.json',
    summary: 'A whole edition as JSON',
    access: 'public',
    params: z.strictObject({ number }),
    output: z.object({ edition: PowerEdition, items: z.array(ListedPower) }),
    isCatalogPage: true,
  }),
  exportPowersCsv: endpoint({
    method: 'get',
    path: '/api/power-editions/{number}/powers.csv',
    summary: 'A whole edition as CSV, for Excel in UTF-8',
    access: 'public',
    params: z.strictObject({ number }),
    file: 'text/csv',
    output: z.unknown(),
  }),
  exportPowersXlsx: endpoint({
    method: 'get',
    path: '/api/power-editions/{number}/powers.xlsx',
    summary: 'A whole edition as an Excel workbook',
    access: 'public',
    params: z.strictObject({ number }),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    output: z.unknown(),
  }),
};
