import type { OfficeCaseData } from '@yitang/contract';
import { applyIntervalChanges } from '@yitang/domain/clock';
import { decideApprove, decideDeliver, stateOf, type CaseCommand, type CaseDecision } from '@yitang/domain/case';
import type { Moment } from '@yitang/domain/calendar';
import type { Refused } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { systemActor } from '../actors.ts';
import { enqueueCertificate, needsNoDelivery, notifyApplicant } from '../notify.ts';
import type { LoadedCase } from '../record/load-case.ts';
import type { Looked } from './accept-case.ts';
import { actOnCase } from './act-on-case.ts';

/** Decides in favour. A certificate is made by a job, which delivers it; where being told is the result, it is delivered. */
export function approveCase(call: Call, { caseId, version, note }: Looked): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.approve',
    caseId,
    version,
    decide: (loaded, command, moment) => approve(loaded, { ...command, note }, moment),
    also: (tx, { loaded: { current, matter } }) => {
      notifyApplicant(tx, current, 'case-approved');
      if (matter.layout !== null) enqueueCertificate(tx, current.id);
    },
  });
}

function approve(
  { facts, matter }: LoadedCase,
  command: CaseCommand & { note?: string | undefined },
  moment: Moment,
): CaseDecision | Refused {
  const approved = decideApprove(facts, command, moment);
  if (!approved.ok || !needsNoDelivery(matter)) return approved;
  const after = {
    ...facts,
    ...stateOf(approved),
    intervals: applyIntervalChanges(facts.intervals, approved.intervals),
  };
  const delivered = decideDeliver(after, { actor: systemActor, delivery: 'electronic' }, moment);
  if (!delivered.ok) return approved;
  // One step for the case: what was held ends, and nobody holds it any more.
  const intervals = { closesAt: moment.now, opens: [] };
  return { ...delivered, intervals, events: [...approved.events, ...delivered.events] };
}
