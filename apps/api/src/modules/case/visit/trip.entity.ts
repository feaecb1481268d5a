import { defineEntity, p } from '@mikro-orm/sql';

/**
 * What a decided case adds to the trip counters now: the memory that lets a late visit or answer move it from one bucket
 * to another exactly once. A new tally is a new row, so that of two writers who knew the same old one only one finds it.
 */
const CaseTripsSchema = defineEntity({
  name: 'CaseTrips',
  tableName: 'case_trips',
  uniques: [{ name: 'case_trips_case', properties: ['caseId'] }],
  indexes: [
    { name: 'case_trips_month', properties: ['month', 'caseId'] },
    { name: 'case_trips_matter', properties: ['matterId', 'month', 'caseId'] },
    { name: 'case_trips_disputed', properties: ['isDisputed', 'month', 'caseId'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    caseId: p.string().length(36),
    matterId: p.string().length(36),
    /** Month of the decision in the university's zone. */
    month: p.string().length(7),
    /** 到办事现场次数 of the guide that it was submitted under; null: not stated. */
    declared: p.integer().nullable(),
    /** By each definition; null: unknown, never none. */
    trips2017: p.integer().fieldName('trips2017').nullable(),
    trips2019: p.integer().fieldName('trips2019').nullable(),
    isDisputed: p.boolean(),
    usedKiosk: p.boolean(),
    /** Comma between. */
    causes: p.string().length(100),
  },
});
export class CaseTrips extends CaseTripsSchema.class {}
CaseTripsSchema.setClass(CaseTrips);

/** A case whose trips are to be tallied again. Taken away by the folder that does it. */
const TripMarkSchema = defineEntity({
  name: 'TripMark',
  tableName: 'trip_marks',
  properties: { id: p.string().length(36).primary(), caseId: p.string().length(36) },
});
export class TripMark extends TripMarkSchema.class {}
TripMarkSchema.setClass(TripMark);

/** Decided cases of a matter in a month by what their trips were: see the measures of the domain. */
const TripCounterSchema = defineEntity({
  name: 'TripCounter',
  tableName: 'trip_counters',
  indexes: [{ name: 'trip_counters_month', properties: ['month'] }],
  properties: {
    matterId: p.string().length(36).primary(),
    month: p.string().length(7).primary(),
    /** The number that the guide stated, plus one; 0 where it stated none: a key takes no null. */
    declared: p.integer().primary(),
    measure: p.string().length(30).primary(),
    value: p.integer(),
  },
});
export class TripCounter extends TripCounterSchema.class {}
TripCounterSchema.setClass(TripCounter);
