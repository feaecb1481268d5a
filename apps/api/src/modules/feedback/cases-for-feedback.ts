import type { CaseStatus, TripCause } from '@yitang/domain/vocabulary';
import type { Tx } from '../../platform/command/index.ts';
import { serviceKey, type Call } from '../../platform/endpoint/index.ts';

export interface RateableCase {
  readonly id: string;
  readonly matterId: string;
  readonly status: CaseStatus;
  /** When it was decided; null while it isn't. */
  readonly finishedAt: Date | null;
}

export interface ApplicantTrips {
  readonly caseId: string;
  readonly trips: number | null;
  /** Why it took more than one. */
  readonly cause: TripCause | null;
}

/** What this module asks of cases; the module that owns cases provides it. */
export interface CasesForFeedback {
  /** A case of which the caller is the applicant. @throws record.not-found for everybody else, those who handle it included */
  getRateableCase(call: Call, caseId: string): Promise<RateableCase>;
  /** What the applicant says of the trips really made, in place of what they said before; null takes it back. */
  recordApplicantTrips(tx: Tx, told: ApplicantTrips): Promise<void>;
}

export const casesForFeedbackKey = serviceKey<CasesForFeedback>('feedback.cases');
