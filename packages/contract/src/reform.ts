import { z } from 'zod';
import { CivilDate, Instant, PageQuery, page, Id, CaseStatus } from './common.ts';
import { endpoint } from './endpoint.ts';

const readers = ['reform-officer', 'machine-client'] as const;
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const HighFrequencyRow = z.object({
  rank: z.number().int(),
  code: z.string(),
  name: z.string(),
  department: z.string(),
  volume: z.number().int(),
  /** Per ten thousand of the total. */
  share: z.number().int(),
  cumulative: z.number().int(),
  cumulativeShare: z.number().int(),
  isHighFrequency: z.boolean(),
  isBoundary: z.boolean(),
  isTied: z.boolean(),
  visitsOnSite: z.number().int().nullable(),
  isOnline: z.boolean(),
});

export const HighFrequencySet = z
  .object({
    asOf: CivilDate,
    firstMonth: month,
    lastMonth: month,
    total: z.number().int(),
    setSize: z.number().int(),
    matters: z.number().int(),
    /** Nothing can be computed from no cases. */
    isComputable: z.boolean(),
    countedAt: Instant,
    isDemo: z.boolean(),
    rows: z.array(HighFrequencyRow),
  })
  .meta({ id: 'HighFrequencySet' });

export const reformEndpoints = {
  getHighFrequencySet: endpoint({
    method: 'get',
    path: '/api/reform/high-frequency',
    summary: '高频事项: the smallest set of matters that reaches 80 % of the accepted cases of 12 full months',
    access: readers,
    query: z.strictObject({ asOf: CivilDate.optional(), months: z.coerce.number().int().min(1).max(36).default(12) }),
    output: HighFrequencySet,
  }),
  getMatterVolume: endpoint({
    method: 'get',
    path: '/api/reform/matters/{code}/volume',
    summary: 'Accepted cases of a matter month by month',
    access: readers,
    params: z.strictObject({ code: z.string().max(40) }),
    query: z.strictObject({ asOf: CivilDate.optional(), months: z.coerce.number().int().min(1).max(36).default(12) }),
    output: z.object({
      code: z.string(),
      name: z.string(),
      months: z.array(z.object({ month, volume: z.number().int() })),
    }),
  }),
  listMatterCases: endpoint({
    method: 'get',
    path: '/api/reform/matters/{code}/cases',
    summary: 'The cases behind a figure, without names',
    access: readers,
    params: z.strictObject({ code: z.string().max(40) }),
    query: PageQuery.extend({ month }),
    output: page(z.object({ id: Id, number: z.string(), status: CaseStatus, acceptedAt: Instant.nullable() })),
  }),
};
