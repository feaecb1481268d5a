import { defineEntity, p } from '@mikro-orm/sql';
import { sealedFor, type Sealed } from '../../platform/crypto/index.ts';
import type { CalendarPins } from '@yitang/domain/calendar';
import type { OpenExtension } from '@yitang/domain/case';
import { acceptanceKinds, caseStatuses } from '@yitang/domain/vocabulary';
import type { HeldInterval } from './held-interval.ts';

export const inboxViews = ['open', 'correcting', 'finished'] as const;
export type InboxView = (typeof inboxViews)[number];

/**
 * A case (办件). It keeps the versions that it was submitted under, and beside what the rules need the few columns that
 * lists sort by, written anew by each command, so that no list joins or counts.
 */
const CaseSchema = defineEntity({
  name: 'Case',
  tableName: 'cases',
  uniques: [
    { name: 'cases_number', properties: ['number'] },
    { name: 'cases_track', properties: ['trackHash'] },
  ],
  indexes: [
    { name: 'cases_person', properties: ['personId', 'submittedAt', 'id'] },
    { name: 'cases_inbox', properties: ['inboxPost', 'inboxView', 'inboxOrder', 'id'] },
    { name: 'cases_inbox_matter', properties: ['inboxPost', 'inboxView', 'matterCode', 'inboxOrder', 'id'] },
    { name: 'cases_act_by', properties: ['status', 'actBy'] },
    { name: 'cases_waiting', properties: ['waitsForYear'] },
    { name: 'cases_extension_asked', properties: ['extensionAskedOf', 'inboxOrder', 'id'] },
    { name: 'cases_matter_accepted', properties: ['matterId', 'acceptedOn', 'id'] },
  ],
  properties: {
    /** That of the draft which it grew from: so a draft becomes at most one case, whatever keys it is sent with. */
    id: p.string().length(36).primary(),
    number: p.string().length(40),
    /** Of the secret in the address of its status, see `track-link.ts`; cases of older sites have none. */
    trackHash: p.string().length(43).nullable(),
    version: p.integer(),

    personId: p.string().length(36),
    /** As they stood on the day of submission. */
    applicantName: p.string().length(120),
    applicantNumber: p.string().length(40).nullable(),
    applicantDepartment: p.string().length(120).nullable(),
    applicantDepartmentId: p.string().length(36).nullable(),

    matterId: p.string().length(36),
    matterCode: p.string().length(40),
    matterName: p.string().length(200),
    matterVersionId: p.string().length(36),
    matterVersion: p.integer(),
    departmentId: p.string().length(36),
    formVersionId: p.string().length(36).nullable(),
    routeVersionId: p.string().length(36).nullable(),
    layoutVersionId: p.string().length(36).nullable(),
    /** Working days, as the matter version promised them. */
    promisedDays: p.integer(),
    acceptanceDays: p.integer(),
    correctionDays: p.integer(),
    extensionDays: p.integer(),

    /** Answers as JSON, encrypted. */
    answers: p.text().$type<Sealed>().groups(sealedFor('case.answers')).lazy(),
    status: p.enum(caseStatuses).length(12),
    stageIndex: p.integer(),
    acceptanceKind: p.enum(acceptanceKinds).length(10).nullable(),
    acceptedOn: p.string().length(10).nullable(),
    correctionRounds: p.integer(),
    owedMaterials: p.json<readonly string[]>(),
    /** 延长审批 that waits to be decided on, and the department whose head decides. */
    openExtension: p.json<OpenExtension>().nullable(),
    extensionAskedOf: p.string().length(36).nullable(),
    /** Who holds it now, since when, on what ground; what has ended is in `case_intervals`. */
    heldIntervals: p.json<readonly HeldInterval[]>(),
    /** Version of each calendar year that it was accepted under. */
    calendarPins: p.json<CalendarPins>(),

    submittedAt: p.datetime(3),
    acceptedAt: p.datetime(3).nullable(),
    decidedAt: p.datetime(3).nullable(),
    finishedAt: p.datetime(3).nullable(),
    /** Last day of the promise. */
    dueOn: p.string().length(10).nullable(),
    /** Last day of the next thing that somebody must do: decide on acceptance, supply corrections, resume, finish. */
    actBy: p.string().length(10).nullable(),
    /** The calendar year that must be published before both dates are known (待校历公布). */
    waitsForYear: p.integer().nullable(),

    /** The post in whose inbox it lies, or last lay. */
    inboxPost: p.string().length(60).nullable(),
    inboxView: p.enum(inboxViews).length(12),
    /** Sorts the view: the due date (`9999` while unknown) or, of finished ones, the instant of the end. */
    inboxOrder: p.string().length(30),
    updatedAt: p.datetime(3),
  },
});
export class Case extends CaseSchema.class {}
CaseSchema.setClass(Case);
