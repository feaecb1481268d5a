import type { Input, surveyEndpoints } from '@yitang/contract';
import { decideOutcome, type OutcomeNote, type SurveyAnswer as Answered } from '@yitang/domain/survey';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { surveyTarget } from './plan-survey.ts';
import { requireAct, requireSurvey } from './survey-access.ts';
import { surveyProblem } from './survey-problem.ts';
import { SurveyAnswer, SurveyCall } from './survey.entity.ts';

type Body = Input<(typeof surveyEndpoints)['recordSurveyOutcome']>['body'];

/** Notes the outcome of one call. @throws `survey.not-allowed` with every refusal, `record.changed` */
export async function recordOutcome(
  call: Call,
  { id, no }: { readonly id: string; readonly no: number },
  { reason, ...note }: Body,
): Promise<void> {
  requireAct(call, 'survey.manage');
  await call.deps.runCommand(call, { name: 'survey.record' }, async (tx) => {
    await requireRunning(tx, id);
    const known = await tx.em.findOne(SurveyCall, { surveyId: id, no }, { disableIdentityMap: true });
    const decided = decideOutcome(note, { known: known === null ? undefined : (known.outcome ?? null), reason });
    if (!decided.ok) throw surveyProblem(decided.refusals);
    if (known !== null) await writeOutcome(tx, known, decided.answer);
    tx.audit({
      action: known?.outcome ? 'survey.correct' : 'survey.record',
      ...surveyTarget(id),
      outcome: 'done',
      // Neither what was said nor of which case: the answers stand without a person.
      after: { ...(reason !== null && { reason }) },
    });
  });
}

/** Outcomes come in while the survey runs. @throws `record.not-found`, `survey.not-allowed` */
export async function requireRunning(tx: Pick<Tx, 'em'>, id: string): Promise<void> {
  const { status } = await requireSurvey(tx.em, id);
  if (status !== 'running') throw surveyProblem([{ code: 'survey.wrong-status' }]);
}

/** Part of a command: the answer, and that the call has one. @throws `record.changed` where somebody was faster */
export async function writeOutcome(tx: Tx, call: SurveyCall, answer: Answered): Promise<void> {
  const { surveyId, no, ordinal, answerId = null, outcome = null } = call;
  const id = answerId ?? newId();
  const seen = { surveyId, no, answerId, outcome };
  const written = await tx.em.nativeUpdate(SurveyCall, seen, { answerId: id, outcome: answer.outcome });
  // An engine that counts changed rows only says 0 where nothing differs.
  if (written !== 1 && (await tx.em.count(SurveyCall, { ...seen, answerId: id, outcome: answer.outcome })) !== 1) {
    throw problem('record.changed');
  }
  if (answerId === null) await tx.em.insert(SurveyAnswer, { id, surveyId, ordinal, ...answer });
  else await tx.em.nativeUpdate(SurveyAnswer, { id }, { ...answer });
}

export const isSame = (one: OutcomeNote, other: OutcomeNote): boolean =>
  one.outcome === other.outcome &&
  one.trips === other.trips &&
  one.level === other.level &&
  one.causes.length === other.causes.length &&
  one.causes.every((cause) => other.causes.includes(cause));
