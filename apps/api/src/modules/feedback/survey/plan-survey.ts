import type { Input, surveyEndpoints } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { decidePlan, decideSurvey } from '@yitang/domain/survey';
import type { SurveyAction } from '@yitang/domain/vocabulary';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { requireAct, requireSurvey } from './survey-access.ts';
import { surveyProblem } from './survey-problem.ts';
import { Survey } from './survey.entity.ts';

export const drawSurveyJob = 'survey.draw';

/** Writes down what is to be asked, seed included, before anybody can know who will be drawn. @throws `survey.not-allowed` */
export async function planSurvey(
  call: Call,
  plan: Input<(typeof surveyEndpoints)['planSurvey']>['body'],
): Promise<{ id: string; number: string }> {
  requireAct(call, 'survey.manage');
  const today = civilDateAt(call.now, call.deps.config.timeZone);
  const decided = decidePlan(plan, today);
  if (!decided.ok) throw surveyProblem(decided.refusals);
  const year = today.slice(0, 4);
  const serial = await call.deps.numbers.next(`survey:${year}`);
  const number = `DC-${year}-${String(serial).padStart(3, '0')}`;
  return call.deps.runCommand(call, { name: 'survey.plan' }, async (tx) => {
    const id = newId(tx.now.getTime());
    await tx.em.insert(Survey, {
      ...plan,
      ...{ id, number, status: 'planned', createdAt: tx.now, createdBy: call.principal.displayName ?? '' },
      ...{ failure: null, failureSubject: null, frameSize: null, frameHash: null, drawn: null },
      ...{ drawnAt: null, closedAt: null, purgedAt: null },
    });
    tx.audit({ action: 'survey.plan', ...surveyTarget(id), outcome: 'done', after: { number, ...plan } });
    return { id, number };
  });
}

/** The drawing reads all cases of the period: it is done in the background. */
export const orderDraw = (call: Call, id: string): Promise<void> =>
  step(call, { id, action: 'draw' }, (tx) => {
    tx.enqueue({ kind: drawSurveyJob, payload: { surveyId: id } });
    return { failure: null, failureSubject: null };
  });

export const discardSurvey = (call: Call, id: string): Promise<void> =>
  step(call, { id, action: 'discard' }, () => ({}));

/** What was not called by now stays without an outcome, and lowers the response. */
export const closeSurvey = (call: Call, id: string): Promise<void> =>
  step(call, { id, action: 'close' }, (tx) => ({ closedAt: tx.now }));

async function step(
  call: Call,
  { id, action }: { readonly id: string; readonly action: SurveyAction },
  change: (tx: Tx) => Partial<Survey>,
): Promise<void> {
  requireAct(call, 'survey.manage');
  await call.deps.runCommand(call, { name: `survey.${action}` }, async (tx) => {
    const { status } = await requireSurvey(tx.em, id);
    const decided = decideSurvey(status, action);
    if (!decided.ok) throw surveyProblem(decided.refusals);
    const written = await tx.em.nativeUpdate(Survey, { id, status }, { ...change(tx), status: decided.status });
    if (written !== 1) throw surveyProblem([{ code: 'survey.wrong-status' }]);
    tx.audit({
      action: `survey.${action}`,
      ...surveyTarget(id),
      outcome: 'done',
      before: { status },
      after: { status: decided.status },
    });
  });
}

export const surveyTarget = (id: string) => ({ chain: `survey:${id}`, target: { type: 'survey', id } });
