import { decideEditionWithdrawal } from '@yitang/domain/power';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { raiseRevision } from '../publish-matters.ts';
import { PowerEdition } from './edition.entity.ts';
import { todayOf } from './enterable.ts';
import { findStandingEditions } from './list-editions.ts';
import { Power, PowerDecision } from './power.entity.ts';
import { powerProblem } from './power-problem.ts';

/**
 * Withdraws an edition before its day: it never comes into force, its number is not used again, and what only it made
 * public can be undone or withdrawn as before.
 * @throws `record.not-found`, `power.not-allowed` with every refusal
 */
export function withdrawEdition(call: Call, number: number, reason: string): Promise<void> {
  return call.deps.runCommand(call, { name: 'power.withdraw-edition' }, async (tx) => {
    // Whoever publishes the next one waits here, and compares it with what is left.
    await raiseRevision(tx.em);
    const editions = await findStandingEditions(tx.em);
    const edition = editions.find((one) => one.number === number);
    if (edition === undefined) throw problem('record.not-found');
    const decided = decideEditionWithdrawal(number, editions, todayOf(call));
    if (!decided.ok) throw powerProblem(decided);
    const withdrawnBy = call.principal.displayName ?? '';
    await tx.em.nativeUpdate(PowerEdition, { number }, { withdrawnAt: tx.now, withdrawnBy, withdrawnReason: reason });
    await tx.em.nativeUpdate(Power, { listedIn: number }, { listedIn: null });
    await tx.em.nativeUpdate(PowerDecision, { edition: number }, { edition: null });
    tx.audit({
      action: 'power.withdraw-edition',
      chain: 'power-editions',
      target: { type: 'power-edition', id: String(number) },
      outcome: 'done',
      after: { number, title: edition.title, effectiveFrom: edition.effectiveFrom, reason },
    });
  });
}
