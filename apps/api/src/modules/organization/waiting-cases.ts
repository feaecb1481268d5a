import type { Em } from '../../database/index.ts';
import type { NewJob } from '../../platform/command/index.ts';
import { serviceKey } from '../../platform/endpoint/index.ts';
import type { JobRun } from '../../platform/jobs/index.ts';

/**
 * Offered by the module that owns cases: how many wait for an unpublished year (待校历公布), and what completes them.
 * `complete` may be called again for a year that is done.
 */
export interface WaitingCases {
  count(em: Em): Promise<number>;
  complete(year: number, run: JobRun): Promise<void>;
}
export const waitingCasesKey = serviceKey<WaitingCases>('waiting-cases');

export const calendarImportedKind = 'organization.calendar-imported';

/** The job that follows the import of a year. */
export const calendarImported = (year: number): NewJob => ({ kind: calendarImportedKind, payload: { year } });
