import type { CaseData } from '@yitang/contract';
import { decideWithdraw } from '@yitang/domain/case';
import { today } from '@yitang/domain/calendar';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { applicantActor } from '../actors.ts';
import { refusalProblem } from '../case-problem.ts';
import { Correction } from '../correction.entity.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { momentOf } from '../moment-of.ts';
import { notifyApplicant } from '../notify.ts';
import { writeDecision } from '../record/write-decision.ts';
import { presentMyCase, requireOwnCase } from '../view/get-my-case.ts';
import { auditAct } from './act-on-case.ts';

export interface Withdrawal {
  readonly caseId: string;
  readonly version: number;
  readonly reason?: string | undefined;
}

/** By the applicant, until it is decided. */
export async function withdrawCase(call: Call, withdrawal: Withdrawal): Promise<CaseData> {
  const directory = await getDirectory(call.deps);
  await call.deps.runCommand(call, { name: 'case.withdraw' }, (tx) => perform(call, tx, { withdrawal, directory }));
  const loaded = await requireOwnCase(call.em, call.deps, {
    caseId: withdrawal.caseId,
    personId: call.principal.personId,
  });
  return presentMyCase(call, loaded, directory);
}

async function perform(call: Call, tx: Tx, of: { withdrawal: Withdrawal; directory: Directory }): Promise<void> {
  const { caseId, version, reason } = of.withdrawal;
  const loaded = await requireOwnCase(tx.em, call.deps, { caseId, personId: tx.principal.personId });
  const { current, facts } = loaded;
  const moment = momentOf(of.directory, current, tx.now);
  const command = { actor: applicantActor(tx.principal), expectedVersion: version, reason };
  const decision = decideWithdraw(facts, command, moment);
  if (!decision.ok) {
    const fieldOf = ({ field }: { field?: string | undefined }) => (field === undefined ? '' : `body.${field}`);
    throw refusalProblem(decision.refusals, { locale: call.principal.locale, fieldOf, otherwise: 'request.invalid' });
  }
  const rows = await writeDecision(tx, decision, {
    loaded,
    directory: of.directory,
    today: today(moment),
    label: current.applicantName,
  });
  await tx.em.nativeUpdate(Correction, { caseId, state: 'open' }, { state: 'withdrawn', closedAt: tx.now });
  notifyApplicant(tx, current, 'case-withdrawn');
  auditAct(tx, 'case.withdraw', { loaded, decision, rows });
}
