import type { OfficeCaseData } from '@yitang/contract';
import { decideDecline, decideRefuse } from '@yitang/domain/case';
import type { Call } from '../../../platform/endpoint/index.ts';
import { notifyApplicant } from '../notify.ts';
import { actOnCase } from './act-on-case.ts';

export interface Grounds {
  readonly caseId: string;
  readonly version: number;
  readonly reason: string;
  readonly basis: string;
}

/** 不予受理, with reason and basis; the applicant is told of the remedies. */
export function refuseCase(call: Call, { caseId, version, reason, basis }: Grounds): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.refuse',
    caseId,
    version,
    decide: ({ facts }, command, moment) => decideRefuse(facts, { ...command, reason, basis }, moment),
    also: (tx, { loaded }) => notifyApplicant(tx, loaded.current, 'case-refused'),
  });
}

/** 不予批准, with reason and basis. */
export function declineCase(call: Call, { caseId, version, reason, basis }: Grounds): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.decline',
    caseId,
    version,
    decide: ({ facts }, command, moment) => decideDecline(facts, { ...command, reason, basis }, moment),
    also: (tx, { loaded }) => notifyApplicant(tx, loaded.current, 'case-declined'),
  });
}
