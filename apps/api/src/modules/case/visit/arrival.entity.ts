import { defineEntity, p } from '@mikro-orm/sql';
import { visitKinds } from '@yitang/domain/vocabulary';

export const arrivalSources = ['staff', 'system', 'notice'] as const;

/**
 * An arrival as it was recorded, for one case or for none yet. Never changed but by what it is linked to: visits are
 * merged from these, in whatever order they come in.
 */
const ArrivalSchema = defineEntity({
  name: 'ArrivalRow',
  tableName: 'arrivals',
  uniques: [
    { name: 'arrivals_reference', properties: ['reference'] },
    { name: 'arrivals_notice', properties: ['noticeNumber'] },
  ],
  indexes: [
    { name: 'arrivals_visit', properties: ['visitId'] },
    { name: 'arrivals_person', properties: ['personId', 'matterId', 'caseId'] },
    { name: 'arrivals_noted', properties: ['placeId', 'source', 'recordedAt', 'id'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    visitId: p.string().length(36),
    /** null: somebody without a number, known by the notice alone. */
    personId: p.string().length(36).nullable(),
    placeId: p.string().length(36),
    at: p.datetime(3),
    kind: p.enum(visitKinds).length(12),
    reason: p.string().length(24).nullable(),
    caseId: p.string().length(36).nullable(),
    matterId: p.string().length(36).nullable(),
    source: p.enum(arrivalSources).length(10),
    /** What the reporting system calls it: said twice, it is written once. */
    reference: p.string().length(120).nullable(),
    /** 到场回执编号. */
    noticeNumber: p.string().length(24).nullable(),
    recordedBy: p.string().length(36).nullable(),
    recordedAt: p.datetime(3),
  },
});
export class ArrivalRow extends ArrivalSchema.class {}
ArrivalSchema.setClass(ArrivalRow);

/** Visits that began at a place in a slot, to be added to the counters; −1 where a visit was merged into another. */
const ArrivalMarkSchema = defineEntity({
  name: 'ArrivalMark',
  tableName: 'arrival_marks',
  properties: {
    id: p.string().length(36).primary(),
    placeId: p.string().length(36),
    slot: p.string().length(12),
    delta: p.integer(),
  },
});
export class ArrivalMark extends ArrivalMarkSchema.class {}
ArrivalMarkSchema.setClass(ArrivalMark);

/** Visits that began at a place, by month, weekday and hour of the university's zone. */
const ArrivalCounterSchema = defineEntity({
  name: 'ArrivalCounter',
  tableName: 'arrival_counters',
  properties: {
    placeId: p.string().length(36).primary(),
    /** `2026-11 1 09`. */
    slot: p.string().length(12).primary(),
    value: p.integer(),
  },
});
export class ArrivalCounter extends ArrivalCounterSchema.class {}
ArrivalCounterSchema.setClass(ArrivalCounter);
