import { decideEdition, isListed, makeLine, type EditionEntry } from '@yitang/domain/power';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { raiseRevision } from '../publish-matters.ts';
import { PowerEdition, PowerEditionEntry } from './edition.entity.ts';
import { todayOf } from './enterable.ts';
import { findLatestEdition, loadEntries, nextEditionNumber } from './load-edition.ts';
import { Power, PowerDecision, PowerLink } from './power.entity.ts';
import { powerProblem } from './power-problem.ts';

/**
 * Makes the list public from a day on; what was decided before stands from now on.
 * @throws `power.not-allowed` with every refusal
 */
export async function publishEdition(
  call: Call,
  { title, effectiveFrom }: { readonly title: string; readonly effectiveFrom: string },
): Promise<{ number: number; entries: number }> {
  return call.deps.runCommand(call, { name: 'power.publish-edition' }, async (tx) => {
    await raiseRevision(tx.em);
    const latest = await findLatestEdition(tx.em);
    const powers = await tx.em.find(Power, { status: { $ne: 'withdrawn' } }, { disableIdentityMap: true });
    const links = await tx.em.find(PowerLink, {}, { disableIdentityMap: true });
    const line = makeLine(links.map(({ fromCode, toCode }) => ({ from: fromCode, to: toCode })));
    const previous =
      latest === undefined
        ? null
        : { effectiveFrom: latest.effectiveFrom, entries: await loadEntries(tx.em, latest.number) };
    const decided = decideEdition(
      powers.map((power) => ({ ...power, decisionId: power.decisionId ?? null })),
      line,
      { effectiveFrom, today: todayOf(call), previous },
    );
    if (!decided.ok) throw powerProblem(decided);
    const number = await nextEditionNumber(tx.em);
    const publishedBy = call.principal.displayName ?? '';
    const facts = { number, title, effectiveFrom, publishedAt: tx.now, publishedBy };
    const entries = await insertEdition(tx.em, facts, decided.entries);
    tx.audit({
      action: 'power.publish-edition',
      chain: 'power-editions',
      target: { type: 'power-edition', id: String(number) },
      outcome: 'done',
      after: { number, title, effectiveFrom, entries },
    });
    return { number, entries };
  });
}

type NewEdition = Pick<PowerEdition, 'number' | 'title' | 'effectiveFrom' | 'publishedAt' | 'publishedBy'>;

/**
 * Writes an edition inside the caller's transaction, which has raised the revision of the catalog: others wait there.
 * Answers how many entries it lists.
 */
export async function insertEdition(em: Em, facts: NewEdition, entries: readonly EditionEntry[]): Promise<number> {
  const { number } = facts;
  const listed = entries.filter(({ status }) => isListed(status));
  const standing = { withdrawnAt: null, withdrawnBy: null, withdrawnReason: null };
  await em.insert(PowerEdition, { ...facts, ...standing, listed: listed.length });
  for (let start = 0; start < entries.length; start += rowsAtOnce) {
    await em.insertMany(
      PowerEditionEntry,
      entries.slice(start, start + rowsAtOnce).map((entry) => ({ ...entry, edition: number })),
    );
  }
  const codes = listed.map(({ code }) => code);
  await em.nativeUpdate(Power, { code: { $in: codes }, listedIn: null }, { listedIn: number });
  await em.nativeUpdate(PowerDecision, { edition: null, undoneAt: null }, { edition: number });
  return listed.length;
}

/** Contents are long, and a statement is not without end. */
const rowsAtOnce = 100;
