import type {
  ContactOutcome,
  TripCause,
  RatingLevel,
  SurveyRefusalCode,
  SurveyStatus,
} from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';

/** A 第三方评估调查 with all that its draw can be done again from. */
const SurveySchema = defineEntity({
  name: 'Survey',
  tableName: 'surveys',
  uniques: [{ name: 'surveys_number', properties: ['number'] }],
  indexes: [{ name: 'surveys_status', properties: ['status'] }],
  properties: {
    id: p.string().length(36).primary(),
    number: p.string().length(20),
    title: p.string().length(100),
    /** The third party that calls. */
    agency: p.string().length(100),
    firstDay: p.string().length(10),
    lastDay: p.string().length(10),
    size: p.integer(),
    minimum: p.integer(),
    seed: p.string().length(60),
    /** Days after the close for which contact rows are kept. */
    retentionDays: p.integer(),
    status: p.string().$type<SurveyStatus>().length(12),
    failure: p.string().$type<SurveyRefusalCode>().length(40).nullable(),
    failureSubject: p.string().length(40).nullable(),
    frameSize: p.integer().nullable(),
    frameHash: p.string().length(64).nullable(),
    drawn: p.integer().nullable(),
    createdAt: p.datetime(3),
    createdBy: p.string().length(120),
    drawnAt: p.datetime(3).nullable(),
    closedAt: p.datetime(3).nullable(),
    purgedAt: p.datetime(3).nullable(),
  },
});
export class Survey extends SurveySchema.class {}
SurveySchema.setClass(Survey);

/** One matter at one place, with its cases of the period. */
const SurveyStratumSchema = defineEntity({
  name: 'SurveyStratum',
  tableName: 'survey_strata',
  properties: {
    surveyId: p.string().length(36).primary(),
    ordinal: p.integer().primary().autoincrement(false),
    /** As it stands in the frame: code of the matter, and the place or `-` where nobody was seen. */
    key: p.string().length(100),
    matterId: p.string().length(36),
    matterCode: p.string().length(40),
    matterName: p.string().length(200),
    departmentId: p.string().length(36),
    place: p.string().length(120),
    population: p.integer(),
    drawn: p.integer(),
  },
});
export class SurveyStratum extends SurveyStratumSchema.class {}
SurveyStratumSchema.setClass(SurveyStratum);

/** The frozen frame, as long as the contacts are kept; its fingerprint stays. */
const SurveyFrameCaseSchema = defineEntity({
  name: 'SurveyFrameCase',
  tableName: 'survey_frame_cases',
  properties: {
    surveyId: p.string().length(36).primary(),
    number: p.string().length(40).primary(),
    ordinal: p.integer(),
  },
});
export class SurveyFrameCase extends SurveyFrameCaseSchema.class {}
SurveyFrameCaseSchema.setClass(SurveyFrameCase);

/** Whom to call, by the number in the sample. Destroyed with the frame once the survey is closed and its time is over. */
const SurveyCallSchema = defineEntity({
  name: 'SurveyCall',
  tableName: 'survey_calls',
  properties: {
    surveyId: p.string().length(36).primary(),
    no: p.integer().primary().autoincrement(false),
    ordinal: p.integer(),
    caseNumber: p.string().length(40),
    personId: p.string().length(36),
    /** What the call brought, as long as the two may be told together. */
    answerId: p.string().length(36).nullable(),
    outcome: p.string().$type<ContactOutcome>().length(12).nullable(),
  },
});
export class SurveyCall extends SurveyCallSchema.class {}
SurveyCallSchema.setClass(SurveyCall);

/** What somebody said, without who it was or when. */
const SurveyAnswerSchema = defineEntity({
  name: 'SurveyAnswer',
  tableName: 'survey_answers',
  indexes: [{ name: 'survey_answers_survey', properties: ['surveyId', 'ordinal'] }],
  properties: {
    id: p.string().length(36).primary(),
    surveyId: p.string().length(36),
    ordinal: p.integer(),
    outcome: p.string().$type<ContactOutcome>().length(12),
    trips: p.integer().nullable(),
    level: p.integer().$type<RatingLevel>().nullable(),
    causes: p.json<readonly TripCause[]>(),
  },
});
export class SurveyAnswer extends SurveyAnswerSchema.class {}
SurveyAnswerSchema.setClass(SurveyAnswer);
