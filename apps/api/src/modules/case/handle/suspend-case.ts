import type { OfficeCaseData } from '@yitang/contract';
import { decideResume, decideSuspend, type SuspensionRequest } from '@yitang/domain/case';
import type { Call } from '../../../platform/endpoint/index.ts';
import { notifyApplicant } from '../notify.ts';
import { suspensionGrounds } from '../view/special-procedures.ts';
import type { Looked } from './accept-case.ts';
import { actOnCase } from './act-on-case.ts';

export interface Suspension extends SuspensionRequest {
  readonly caseId: string;
  readonly version: number;
}

/** 特别程序: the clock stands on a named ground; the applicant is told in writing, and until when. */
export function suspendCase(call: Call, { caseId, version, ...request }: Suspension): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.suspend',
    caseId,
    version,
    decide: ({ facts, matter }, command, moment) =>
      decideSuspend(facts, { ...command, ...request, grounds: suspensionGrounds(matter.guide) }, moment),
    also: (tx, { loaded }) =>
      notifyApplicant(tx, loaded.current, { kind: 'case-suspended', dueDate: request.expectedOn }),
  });
}

/** The procedure is over: the clock runs again, and the date is the one that the days given back make of it. */
export function resumeCase(call: Call, { caseId, version, note }: Looked): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.resume',
    caseId,
    version,
    decide: ({ facts }, command, moment) => decideResume(facts, { ...command, note }, moment),
    also: (tx, { loaded, decision }) =>
      notifyApplicant(tx, loaded.current, { kind: 'case-resumed', dueDate: decision.due.on }),
  });
}
