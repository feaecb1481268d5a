import { z } from 'zod';
import { Audience, CivilDate, Instant, plainText } from './common.ts';
import { endpoint } from './endpoint.ts';
import { FiledIn } from './filing.ts';
import { HighFrequencyRow, LeftOutMatter, PeriodQuery, SetQuery } from './reform.ts';

const readers = ['reform-officer', 'machine-client'] as const;
const reform = ['reform-officer'] as const;
const count = z.number().int();
const code = z.strictObject({ code: z.string().max(40) });
const number = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) });
const Named = z.object({ code: z.string(), name: z.string() });

export const FrequencyRuleView = z
  .object({
    joint: z.enum(['components', 'as-one']),
    withInstant: z.boolean(),
    audiences: z.array(Audience),
    /** null: nobody has set one, these are the platform's. */
    set: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
  })
  .meta({ id: 'FrequencyRule' });

export const FrequencyMoves = z
  .object({
    asOf: CivilDate,
    earlier: z.object({ firstMonth: z.string(), lastMonth: z.string() }),
    later: z.object({ firstMonth: z.string(), lastMonth: z.string() }),
    /** null: of one of the two periods there is no set. */
    moves: z
      .object({
        cameIn: z.array(HighFrequencyRow),
        wentOut: z.array(HighFrequencyRow),
        /** Matters that are no longer published. */
        gone: z.array(Named),
        near: z.array(HighFrequencyRow),
      })
      .nullable(),
    countedAt: Instant,
  })
  .meta({ id: 'FrequencyMoves' });

export const FrequencyExplanation = z
  .object({
    asOf: CivilDate,
    firstMonth: z.string(),
    lastMonth: z.string(),
    total: count,
    matters: count,
    countedAt: Instant,
    isComputable: z.boolean(),
    /** null: the matter is not among those of the day. */
    row: HighFrequencyRow.nullable(),
    reason: z.enum(['reaches', 'tied', 'beyond', 'no-cases']).nullable(),
    before: count,
    after: count,
    fiveBefore: count,
    fiveAfter: count,
    fourTotal: count,
  })
  .meta({ id: 'FrequencyExplanation' });

export const FrozenSetRow = z
  .object({
    number: count,
    year: count,
    replaces: count.nullable(),
    reason: z.string().nullable(),
    firstMonth: z.string(),
    lastMonth: z.string(),
    total: count,
    setSize: count,
    matters: count,
    digest: z.string(),
    frozenBy: z.string(),
    frozenAt: Instant,
    filings: z.array(FiledIn),
  })
  .meta({ id: 'FrozenSetRow' });

export const FrozenSetView = FrozenSetRow.extend({
  keyId: z.string(),
  publicKey: z.string(),
  signature: z.string(),
  /** The signature belongs to the document and the key. */
  isGenuine: z.boolean(),
  rules: z.object({ joint: z.string(), withInstant: z.boolean(), audiences: z.array(z.string()) }),
  retired: count,
  openMonths: count,
  isDemo: z.boolean(),
  rows: z.array(
    z.object({
      rank: count,
      code: z.string(),
      name: z.string(),
      department: z.string(),
      volume: count,
      own: count,
      reported: count,
      cumulative: count,
      share: count,
      cumulativeShare: count,
      isHighFrequency: z.boolean(),
      isBoundary: z.boolean(),
      isTied: z.boolean(),
      openMonths: count,
    }),
  ),
  /** null: a set of before, which holds the sum alone. */
  leftOut: z.array(LeftOutMatter).nullable(),
  /** Against the twelve complete months until today. */
  current: z
    .object({
      firstMonth: z.string(),
      lastMonth: z.string(),
      isComputable: z.boolean(),
      cameIn: z.array(Named),
      wentOut: z.array(Named),
    })
    .nullable(),
}).meta({ id: 'FrozenSet' });

export const frequencyEndpoints = {
  getFrequencyMoves: endpoint({
    method: 'get',
    path: '/api/reform/high-frequency/moves',
    summary: 'Who came into 高频事项 and who went out against the period one month earlier, and who is near the line',
    access: readers,
    query: PeriodQuery,
    output: FrequencyMoves,
  }),
  exportHighFrequencyXlsx: endpoint({
    method: 'get',
    path: '/api/reform/high-frequency/export',
    summary: '高频事项 of a period as an .xlsx file',
    access: readers,
    query: SetQuery,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    output: z.unknown(),
  }),
  explainFrequency: endpoint({
    method: 'get',
    path: '/api/reform/matters/{code}/frequency',
    summary: 'Why a matter is in 高频事项 or not, with the integers that were compared',
    access: readers,
    params: code,
    query: PeriodQuery,
    output: FrequencyExplanation,
  }),
  getFrequencyRule: endpoint({
    method: 'get',
    path: '/api/reform/frequency-rule',
    summary: 'How 高频事项 are counted for the sets that are frozen',
    access: reform,
    output: FrequencyRuleView,
  }),
  setFrequencyRule: endpoint({
    method: 'post',
    path: '/api/reform/frequency-rule',
    summary: 'Set how 高频事项 are counted from now on, with the reason; earlier rules are kept',
    access: reform,
    body: z.strictObject({
      joint: z.enum(['components', 'as-one'], { error: '请选择一件事的计数方式。' }),
      withInstant: z.boolean(),
      audiences: z.array(Audience).max(5),
      reason: plainText(500, 4),
    }),
    status: 201,
    output: FrequencyRuleView,
  }),
  freezeFrequencySet: endpoint({
    method: 'post',
    path: '/api/reform/frozen-sets',
    summary:
      'Freeze the set of a calendar year: numbered, signed, never changed; another one of the year needs a reason',
    access: reform,
    body: z.strictObject({
      year: z.number({ error: '请填写年份。' }).int().min(1990).max(9998),
      reason: plainText(500, 0).optional(),
    }),
    status: 201,
    output: z.object({ number: count, setSize: count }),
  }),
  listFrozenSets: endpoint({
    method: 'get',
    path: '/api/reform/frozen-sets',
    summary: 'The sets that were frozen, latest first',
    access: readers,
    output: z.object({ items: z.array(FrozenSetRow), years: z.array(count) }),
  }),
  getFrozenSet: endpoint({
    method: 'get',
    path: '/api/reform/frozen-sets/{number}',
    summary: 'A frozen set with its rows, its signature and what has changed since',
    access: readers,
    params: number,
    output: FrozenSetView,
  }),
  readFrozenDocument: endpoint({
    method: 'get',
    path: '/api/reform/frozen-sets/{number}/document',
    summary: 'The document of a frozen set, to the byte as it was signed',
    access: readers,
    params: number,
    file: 'application/json',
    output: z.unknown(),
  }),
  readFrozenSignature: endpoint({
    method: 'get',
    path: '/api/reform/frozen-sets/{number}/signature',
    summary: 'The Ed25519 signature of the document, 64 bytes',
    access: readers,
    params: number,
    file: 'application/octet-stream',
    output: z.unknown(),
  }),
  readFrozenKey: endpoint({
    method: 'get',
    path: '/api/reform/frozen-sets/{number}/key',
    summary: 'The public key of the signature, PEM',
    access: readers,
    params: number,
    file: 'application/x-pem-file',
    output: z.unknown(),
  }),
};
