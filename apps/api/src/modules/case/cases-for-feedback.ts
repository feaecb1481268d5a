import type { Deps } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import type { CasesForFeedback } from '../feedback/index.ts';
import { Case } from './case.entity.ts';
import { recordTripAnswer } from './visit/trip-answers.ts';

/** What ratings ask of cases. */
export function casesForFeedback(_deps: Deps): CasesForFeedback {
  return {
    getRateableCase: async ({ em, principal }, caseId) => {
      const found = await em.findOne(
        Case,
        { id: caseId, personId: principal.personId ?? '' },
        { disableIdentityMap: true, fields: ['id', 'matterId', 'status', 'decidedAt'] },
      );
      if (found === null) throw problem('record.not-found');
      const { id, matterId, status, decidedAt } = found;
      return { id, matterId, status, finishedAt: decidedAt ?? null };
    },
    recordApplicantTrips: async (tx, { caseId, trips, cause }) => {
      const personId = tx.principal.personId ?? '';
      await recordTripAnswer(tx.em, { caseId, personId, trips, cause, at: tx.now });
    },
  };
}
