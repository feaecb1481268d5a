import { defineEntity, p } from '@mikro-orm/sql';
import { tripCauses, visitKinds } from '@yitang/domain/vocabulary';

/** One arrival of one person at one place (跑动), as somebody recorded it. */
const VisitSchema = defineEntity({
  name: 'Visit',
  tableName: 'visits',
  indexes: [
    { name: 'visits_person_place', properties: ['personId', 'placeId', 'startedAt'] },
    { name: 'visits_slot', properties: ['slot', 'placeId', 'startedAt', 'id'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    personId: p.string().length(36),
    /** Department, counter or office. */
    placeId: p.string().length(36),
    startedAt: p.datetime(3),
    lastSeenAt: p.datetime(3),
    recordedBy: p.string().length(36).nullable(),
    /** Month, weekday and hour under which its beginning is counted; null until a recount finds it. */
    slot: p.string().length(12).nullable(),
  },
});
export class Visit extends VisitSchema.class {}
VisitSchema.setClass(Visit);

/** A visit counts once for each case that it served, in however many kinds. */
const VisitCaseSchema = defineEntity({
  name: 'VisitCase',
  tableName: 'visit_cases',
  indexes: [{ name: 'visit_cases_case', properties: ['caseId'] }],
  properties: {
    visitId: p.string().length(36).primary(),
    caseId: p.string().length(36).primary(),
    kind: p.enum(visitKinds).length(12).primary(),
    at: p.datetime(3),
    /** Why the trip was needed. */
    reason: p.string().length(24).nullable(),
  },
});
export class VisitCase extends VisitCaseSchema.class {}
VisitCaseSchema.setClass(VisitCase);

/** The applicant's own word on how many trips a case really took. No row means unknown, never none. */
const VisitAnswerSchema = defineEntity({
  name: 'VisitAnswer',
  tableName: 'visit_answers',
  properties: {
    caseId: p.string().length(36).primary(),
    personId: p.string().length(36),
    trips: p.integer(),
    /** Why it took more than one. */
    cause: p.enum(tripCauses).length(24).nullable(),
    at: p.datetime(3),
  },
});
export class VisitAnswer extends VisitAnswerSchema.class {}
VisitAnswerSchema.setClass(VisitAnswer);
