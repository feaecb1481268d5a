import type { CivilDate, CivilMonth } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { serviceKey } from '../../../platform/endpoint/index.ts';

/** A case that was decided in favour or against. */
export interface FinishedCase {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly matterId: string;
  readonly matterCode: string;
  readonly matterName: string;
  readonly departmentId: string;
  readonly decidedAt: Date;
  /** Last day of its promise; null: decided at once, or not known. */
  readonly dueOn: CivilDate | null;
  /** Where its applicant was first received; null where nobody noted an arrival. */
  readonly placeId: string | null;
}

export interface FinishedQuery {
  /** First instant, and the first one that is too late. */
  readonly from: Date;
  readonly until: Date;
  /** Id of the last case of the page before. */
  readonly after: string;
  readonly limit: number;
  /** Without them `placeId` is null. */
  readonly withPlaces: boolean;
}

/** Cases that were decided within a time, by id; the module that owns cases provides it. It reads all cases: jobs only. */
export type ListFinishedCases = (em: Em, query: FinishedQuery) => Promise<readonly FinishedCase[]>;
export const listFinishedCasesKey = serviceKey<ListFinishedCases>('feedback.finished-cases');

/** 实测 of the wording of 2019 over all matters, from counters. */
export interface MeasuredTrips {
  readonly onceOrLess: number;
  readonly known: number;
  readonly finished: number;
}
export type SumMeasuredTrips = (em: Em, months: { first: CivilMonth; last: CivilMonth }) => Promise<MeasuredTrips>;
export const measuredTripsKey = serviceKey<SumMeasuredTrips>('feedback.measured-trips');
