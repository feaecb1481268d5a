import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Id, Instant, page, PageQuery, plainText, TripCause } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';
import { Issue } from './problem.ts';

const reform = ['reform-officer'] as const;
const readers = ['reform-officer', 'supervisor'] as const;
const id = z.strictObject({ id: Id });
const count = z.number().int();

export const SurveyStatus = z.enum(words.surveyStatuses).meta({ id: 'SurveyStatus' });
export const ContactOutcome = z.enum(words.contactOutcomes).meta({ id: 'ContactOutcome' });

export const SurveyRow = z
  .object({
    id: Id,
    number: z.string(),
    title: z.string(),
    agency: z.string(),
    firstDay: CivilDate,
    lastDay: CivilDate,
    status: SurveyStatus,
    /** Cases of the frame, and those drawn and called; null before the drawing. */
    frameSize: count.nullable(),
    drawn: count.nullable(),
    contacted: count,
    /** Since when its cases cannot be listed any more. */
    purgedAt: Instant.nullable(),
  })
  .meta({ id: 'SurveyRow' });

export const SurveyStratum = z
  .object({
    ordinal: count,
    matterCode: z.string(),
    matterName: z.string(),
    department: z.string(),
    place: z.string(),
    population: count,
    drawn: count,
    contacted: count,
  })
  .meta({ id: 'SurveyStratum' });

export const SurveyView = SurveyRow.extend({
  size: count,
  minimum: count,
  seed: z.string(),
  frameHash: z.string().nullable(),
  retentionDays: count,
  /** Why the last drawing drew nobody, as a sentence. */
  failure: z.string().nullable(),
  drawnAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  /** The day from which the contact rows are destroyed; null while the survey runs. */
  purgeFrom: CivilDate.nullable(),
  strata: z.array(SurveyStratum),
  availableActions: z.array(z.enum(['draw', 'close', 'discard', 'record', 'reveal'])),
}).meta({ id: 'SurveyView' });

const masked = z.string().nullable();
export const SurveyCall = z
  .object({
    no: count,
    caseNumber: z.string(),
    matterName: z.string(),
    place: z.string(),
    /** 张* */
    name: masked,
    /** 138****8000; null where none is known. */
    phone: masked,
    outcome: ContactOutcome.nullable(),
    trips: count.nullable(),
    level: count.nullable(),
    causes: z.array(TripCause),
  })
  .meta({ id: 'SurveyCall' });

export const SurveyCase = z
  .object({
    caseNumber: z.string(),
    matterName: z.string(),
    department: z.string(),
    place: z.string(),
    /** null: not called yet, or not drawn. */
    outcome: ContactOutcome.nullable(),
  })
  .meta({ id: 'SurveyCase' });

const Rate = z.object({
  yes: count,
  valid: count,
  /** Per ten thousand; null: not computable, which is neither 0 nor 100 %. */
  interval: z.object({ estimate: count, low: count, high: count }).nullable(),
});

export const SurveyFigures = z
  .object({
    population: count,
    drawn: count,
    contacted: count,
    outcomes: z.object({ answered: count, refused: count, invalid: count, unreached: count }),
    once: Rate,
    satisfied: Rate,
    uncovered: count,
    causes: z.array(z.object({ cause: TripCause, count })),
    isHidden: z.boolean(),
  })
  .meta({ id: 'SurveyFigures' });

const PartFigures = SurveyFigures.omit({ causes: true }).extend({ key: z.string(), name: z.string() });
const Share = z.object({ yes: count, of: count });

export const SurveyResults = z
  .object({
    survey: SurveyRow,
    all: SurveyFigures,
    byDepartment: z.array(PartFigures),
    byMatter: z.array(PartFigures),
    /** 名义: published matters of the period's last day that state at most one trip; 待梳理 ones state nothing. */
    nominal: Share.extend({ unknown: count, on: CivilDate }),
    /** 实测 from visits and applicants' answers in the months of the period; null: not counted yet. */
    measured: Share.extend({ finished: count, firstMonth: z.string(), lastMonth: z.string() }).nullable(),
  })
  .meta({ id: 'SurveyResults' });

export const SurveyImportReport = z
  .object({
    isDryRun: z.boolean(),
    rows: count,
    recorded: count,
    unchanged: count,
    /** Rows without an outcome: not called yet. */
    empty: count,
    issues: z.array(Issue),
  })
  .meta({ id: 'SurveyImportReport' });

export const surveyEndpoints = {
  listSurveys: endpoint({
    method: 'get',
    path: '/api/reform/surveys',
    summary: '第三方评估调查: surveys, latest first',
    access: readers,
    output: z.object({ items: z.array(SurveyRow), mayPlan: z.boolean() }),
  }),
  planSurvey: endpoint({
    method: 'post',
    path: '/api/reform/surveys',
    summary: 'Plan a survey: period, size, minimum of each stratum and the seed, before anything is drawn',
    access: reform,
    isIdempotent: true,
    body: z.strictObject({
      title: plainText(100, 2),
      agency: plainText(100, 2),
      firstDay: CivilDate,
      lastDay: CivilDate,
      size: count.min(1).max(20_000),
      minimum: count.min(0).max(50),
      seed: plainText(60),
      retentionDays: count.min(1).max(365),
    }),
    status: 201,
    output: z.object({ id: Id, number: z.string() }),
  }),
  getSurvey: endpoint({
    method: 'get',
    path: '/api/reform/surveys/{id}',
    summary: 'A survey with its strata',
    access: readers,
    params: id,
    output: SurveyView,
  }),
  drawSurvey: endpoint({
    method: 'post',
    path: '/api/reform/surveys/{id}/draw',
    summary: 'Freeze the frame and draw the sample; it is done in the background',
    access: reform,
    params: id,
    status: 202,
    output: noContent,
  }),
  discardSurvey: endpoint({
    method: 'post',
    path: '/api/reform/surveys/{id}/discard',
    summary: 'Give up a survey that was not drawn',
    access: reform,
    params: id,
    status: 204,
    output: noContent,
  }),
  closeSurvey: endpoint({
    method: 'post',
    path: '/api/reform/surveys/{id}/close',
    summary: 'End the calls: the figures stand, and the contact rows are destroyed after their time',
    access: reform,
    params: id,
    status: 204,
    output: noContent,
  }),
  listSurveyCalls: endpoint({
    method: 'get',
    path: '/api/reform/surveys/{id}/calls',
    summary: 'The drawn cases with masked contacts, in the order of the sample',
    access: reform,
    params: id,
    query: PageQuery.extend({ outcome: z.enum([...words.contactOutcomes, 'none']).optional() }),
    output: page(SurveyCall),
  }),
  listSurveyCases: endpoint({
    method: 'get',
    path: '/api/reform/surveys/{id}/cases',
    summary: 'The cases behind a figure of a survey, by number, while the frame is kept; the read is audited',
    access: readers,
    params: id,
    query: PageQuery.extend({
      of: z.enum(['frame', 'sample']).default('sample'),
      stratum: z.coerce.number().int().min(0).max(100_000).optional(),
      matter: z.string().max(40).optional(),
      department: z.string().max(40).optional(),
      /** Of the sample: `some` has an outcome, `none` has none. */
      outcome: z.enum([...words.contactOutcomes, 'some', 'none']).optional(),
      /** Of the sample: those who named it. Only for who conducts the survey: it is what somebody answered. */
      cause: TripCause.optional(),
    }),
    output: page(SurveyCase),
  }),
  exportSurveyCalls: endpoint({
    method: 'get',
    path: '/api/reform/surveys/{id}/call-list',
    summary: 'The call list for the third party with names and phones; the read is audited with its purpose',
    access: reform,
    params: id,
    query: z.strictObject({ purpose: plainText(200, 2), format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    file: 'application/octet-stream',
    output: z.unknown(),
  }),
  exportSurveyFrame: endpoint({
    method: 'get',
    path: '/api/reform/surveys/{id}/frame',
    summary: 'The frozen frame by case number and stratum, from which anyone can draw again',
    access: readers,
    params: id,
    file: 'text/csv; charset=utf-8',
    output: z.unknown(),
  }),
  recordSurveyOutcome: endpoint({
    method: 'post',
    path: '/api/reform/surveys/{id}/calls/{no}',
    summary: 'Note the outcome of one call; what stands is changed only with a reason',
    access: reform,
    params: z.strictObject({ id: Id, no: z.coerce.number().int().min(1).max(1_000_000) }),
    body: z.strictObject({
      outcome: ContactOutcome,
      trips: count.nullable(),
      level: count.nullable(),
      causes: z.array(TripCause).max(6),
      reason: plainText(200).nullable(),
    }),
    status: 204,
    output: noContent,
  }),
  importSurveyOutcomes: endpoint({
    method: 'post',
    path: '/api/reform/surveys/{id}/outcome-imports',
    summary:
      'Import outcomes from the returned call list; `dryRun=1` only checks; one wrong row and nothing is imported',
    access: reform,
    params: id,
    query: z.strictObject({ dryRun: z.enum(['0', '1']).default('1') }),
    upload: true,
    output: SurveyImportReport,
  }),
  getSurveyResults: endpoint({
    method: 'get',
    path: '/api/reform/surveys/{id}/results',
    summary: '实现率 and 满意率 with 95 % intervals, response, causes; beside the nominal and the measured rate',
    access: readers,
    params: id,
    output: SurveyResults,
  }),
};
