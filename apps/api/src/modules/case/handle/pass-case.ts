import type { OfficeCaseData } from '@yitang/contract';
import { decidePass } from '@yitang/domain/case';
import type { Call } from '../../../platform/endpoint/index.ts';
import { notifyApplicant } from '../notify.ts';
import type { Looked } from './accept-case.ts';
import { actOnCase } from './act-on-case.ts';

/** This stage agrees: on to the next. */
export function passCase(call: Call, { caseId, version, note }: Looked): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.pass',
    caseId,
    version,
    decide: ({ facts }, command, moment) => decidePass(facts, { ...command, note }, moment),
    also: (tx, { loaded, decision }) =>
      notifyApplicant(tx, loaded.current, { kind: 'case-passed', dueDate: decision.due.on }),
  });
}
