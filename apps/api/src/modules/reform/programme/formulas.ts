import type { ScoreFormulaData } from '@yitang/contract';
import { decideWeights, type ScoreWeights } from '@yitang/domain/programme';
import type { Em } from '../../../database/index.ts';
import { isUniqueViolation } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { nameOf, requireAct } from './programme-access.ts';
import { programmeProblem } from './programme-problem.ts';
import { ScoreFormula } from './programme.entity.ts';

/** Before anybody has written another one. */
const firstFormula: ScoreFormulaData = {
  version: 0,
  weights: { tasks: 30, targets: 30, promise: 20, ratings: 10, filings: 10 },
  reason: '系统预置的权重，可由改革办修订。',
  at: '2018-11-08T00:00:00.000Z',
  by: '系统',
};

/** All versions, newest first; the one that came with the system is the last. */
export async function listFormulas(em: Em): Promise<[ScoreFormulaData, ...ScoreFormulaData[]]> {
  const rows = await em.find(ScoreFormula, {}, { orderBy: { version: 'desc' }, disableIdentityMap: true });
  const written = rows.map(({ version, weights, reason, at, by }) => ({
    version,
    weights,
    reason,
    at: at.toISOString(),
    by,
  }));
  const [newest, ...older] = written;
  return newest === undefined ? [firstFormula] : [newest, ...older, firstFormula];
}

/** A new version; scores that were computed keep theirs. @throws `programme.not-allowed`, `record.changed` */
export async function saveFormula(
  call: Call,
  { weights, reason }: { readonly weights: ScoreWeights; readonly reason: string },
): Promise<{ version: number }> {
  requireAct(call, 'programme.manage');
  const decided = decideWeights(weights);
  if (!decided.ok) throw programmeProblem(decided.refusals);
  return call.deps.runCommand(call, { name: 'score.save-formula' }, async (tx) => {
    const [newest] = await listFormulas(tx.em);
    const version = newest.version + 1;
    await tx.em
      .insert(ScoreFormula, { version, weights, reason, at: tx.now, by: nameOf(call) })
      .catch((cause: unknown) => {
        // Of two at once the second is told.
        throw isUniqueViolation(cause) ? problem('record.changed', { cause }) : cause;
      });
    tx.audit({
      action: 'score.save-formula',
      chain: 'score-formula',
      target: { type: 'score-formula', id: String(version) },
      outcome: 'done',
      after: { weights, reason },
    });
    return { version };
  });
}
