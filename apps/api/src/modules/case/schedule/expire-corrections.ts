import { decideExpireCorrection } from '@yitang/domain/case';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { Correction } from '../correction.entity.ts';
import { notifyApplicant } from '../notify.ts';
import { actOnDueCases } from './each-due-case.ts';

/** 补正超时退件: the last day to supply corrections is over. */
export async function expireCorrections(run: JobRun): Promise<void> {
  await actOnDueCases(run, {
    action: 'case.expire-correction',
    status: 'correcting',
    decide: ({ facts }, command, moment) => decideExpireCorrection(facts, command, moment),
    also: async (tx, { loaded: { current } }) => {
      await tx.em.nativeUpdate(
        Correction,
        { caseId: current.id, state: 'open' },
        { state: 'expired', closedAt: tx.now },
      );
      notifyApplicant(tx, current, 'correction-expired');
    },
  });
}
