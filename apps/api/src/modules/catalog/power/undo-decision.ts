import { decideUndo } from '@yitang/domain/power';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { withDecision, writeSteps } from './comb-powers.ts';
import { findPowers } from './find-power.ts';
import { Power, PowerDecision, PowerLink } from './power.entity.ts';
import { powerProblem } from './power-problem.ts';

/** Takes a decision back that no edition has made public: the entries are what they were, what came of it is withdrawn. */
export async function undoDecision(call: Call, id: string): Promise<void> {
  await call.deps.runCommand(call, { name: 'power.undo' }, async (tx) => {
    const decision = await tx.em.findOne(PowerDecision, { id }, { disableIdentityMap: true });
    if (decision === null) throw problem('record.not-found');
    const { steps, made, undoneAt, edition } = decision;
    const powers = await findPowers(tx.em, [...steps.map(({ code }) => code), ...made]);
    const taken = { id, steps, made, isUndone: undoneAt instanceof Date, edition: edition ?? null };
    const decided = decideUndo(taken, withDecision(powers));
    if (!decided.ok) throw powerProblem(decided, (code) => powers.get(code)?.name ?? code);
    const undone = await tx.em.nativeUpdate(PowerDecision, { id, undoneAt: null, edition: null }, { undoneAt: tx.now });
    if (undone !== 1) throw problem('record.changed');
    const by = call.principal.displayName ?? '';
    await writeSteps(tx.em, decided.steps, { powers, at: tx.now, by });
    for (const code of decided.withdrawn) {
      const revision = powers.get(code)?.revision ?? 0;
      const withdrawn = await tx.em.nativeUpdate(
        Power,
        { code, revision },
        { status: 'withdrawn', revision: revision + 1, updatedAt: tx.now, updatedBy: by },
      );
      if (withdrawn !== 1) throw problem('record.changed');
    }
    await tx.em.nativeDelete(PowerLink, { decisionId: id });
    tx.audit({
      action: 'power.undo',
      chain: `power-decision:${id}`,
      target: { type: 'power-decision', id },
      outcome: 'done',
      after: { powers: steps.map(({ code }) => code), withdrawn: made },
    });
  });
}
