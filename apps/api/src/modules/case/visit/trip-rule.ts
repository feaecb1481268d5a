import type { Deps } from '../../../platform/endpoint/index.ts';

/** What the university has settled about trips. */
export interface TripRule {
  readonly zone: string;
  readonly countsKiosk: boolean;
  readonly mergeMinutes: number;
  readonly linkDays: number;
}

export const tripRuleOf = ({ timeZone, trips }: Deps['config']): TripRule => ({ zone: timeZone, ...trips });
