import { addDays, civilDateAt } from '@yitang/domain/calendar';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { surveyTarget } from './plan-survey.ts';
import { Survey, SurveyCall, SurveyFrameCase } from './survey.entity.ts';

/**
 * Each night: of surveys that were closed long enough ago, who was called and the frame are destroyed. The answers stay,
 * by stratum alone, and the fingerprint, by which the drawing can still be checked against the cases.
 */
export async function purgeContacts({ deps, em, caller }: JobRun): Promise<void> {
  const zone = deps.config.timeZone;
  const today = civilDateAt(deps.clock.now(), zone);
  const closed = await em.find(Survey, { status: 'closed', purgedAt: null }, { disableIdentityMap: true });
  for (const { id, closedAt, retentionDays } of closed) {
    if (!closedAt || addDays(civilDateAt(closedAt, zone), retentionDays) > today) continue;
    const lone = { principal: caller.principal, idempotencyKey: `survey-purge:${id}` };
    await deps.runCommand(lone, { name: 'survey.purge' }, async (tx) => {
      const calls = await tx.em.nativeDelete(SurveyCall, { surveyId: id });
      await tx.em.nativeDelete(SurveyFrameCase, { surveyId: id });
      await tx.em.nativeUpdate(Survey, { id }, { purgedAt: tx.now });
      tx.audit({ action: 'survey.purge', ...surveyTarget(id), outcome: 'done', after: { calls } });
    });
  }
}
