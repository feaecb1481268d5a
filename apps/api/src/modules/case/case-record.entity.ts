import { defineEntity, p } from '@mikro-orm/sql';
import { intervalKinds } from '@yitang/domain/vocabulary';

/**
 * What happened to a case. Append-only and chained: `hash` covers the other columns (of `details` their hash) and the
 * hash of the event before it.
 */
const CaseEventSchema = defineEntity({
  name: 'CaseEventRow',
  tableName: 'case_events',
  uniques: [{ name: 'case_events_case_seq', properties: ['caseId', 'seq'] }],
  indexes: [{ name: 'case_events_pending', properties: ['pending'] }],
  properties: {
    id: p.string().length(36).primary(),
    caseId: p.string().length(36),
    seq: p.integer(),
    type: p.string().length(24),
    at: p.datetime(3),
    /** `applicant`, `staff` or `system`. */
    actorKind: p.string().length(10),
    actorId: p.string().length(36).nullable(),
    /** Code of the post that acted. */
    actorPost: p.string().length(60).nullable(),
    /** Who acted, in words, as they stood then. */
    actorLabel: p.string().length(200),
    /** The day under which statistics count it; null: they don't. */
    countedOn: p.string().length(10).nullable(),
    /** As in `Counted`: where it was recorded after the month that it counts in. Follows from `at`, so it is not hashed. */
    recordedOn: p.string().length(10).nullable(),
    details: p.text(),
    detailsHash: p.string().length(64),
    previousHash: p.string().length(64),
    hash: p.string().length(64),
    /**
     * 1 until the counters have taken it in, then null: the only column that is ever written again, and none that is
     * hashed. Grant the application UPDATE on this column alone.
     */
    pending: p.integer().nullable(),
  },
});
export class CaseEventRow extends CaseEventSchema.class {}
CaseEventSchema.setClass(CaseEventRow);

/** A stretch of a case's time that has ended: who held it, whether the clock ran, on what ground. Append-only. */
const CaseIntervalSchema = defineEntity({
  name: 'CaseIntervalRow',
  tableName: 'case_intervals',
  indexes: [{ name: 'case_intervals_case', properties: ['caseId', 'startedAt'] }],
  properties: {
    id: p.string().length(36).primary(),
    caseId: p.string().length(36),
    kind: p.enum(intervalKinds).length(12),
    /** Code of a post, or `applicant`. */
    holder: p.string().length(60),
    stage: p.integer(),
    startedAt: p.datetime(3),
    endedAt: p.datetime(3),
    isRunning: p.boolean(),
    ground: p.text().nullable(),
  },
});
export class CaseIntervalRow extends CaseIntervalSchema.class {}
CaseIntervalSchema.setClass(CaseIntervalRow);
