import type { VisitDefinition } from '@yitang/domain/visit';
import type { Call } from '../../../platform/endpoint/index.ts';
import { requirePeriod, type Period } from '../require-period.ts';

export interface TripQuery {
  readonly asOf?: string | undefined;
  readonly months: number;
  readonly definition: VisitDefinition;
}

/** What every answer says of itself: which months, by which definition, when it was counted. */
export function presentPeriod(call: Call, { asOf, firstMonth, lastMonth }: Period) {
  return {
    ...{ asOf, firstMonth, lastMonth },
    countedAt: call.now.toISOString(),
    isDemo: call.deps.config.mode !== 'production',
  };
}

/** @throws `request.invalid` for a day to come */
export function periodOfTrips(call: Call, query: TripQuery) {
  const period = requirePeriod(call, query);
  return { period, asked: { first: period.firstMonth, last: period.lastMonth } };
}
