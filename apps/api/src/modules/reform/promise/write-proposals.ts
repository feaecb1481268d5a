import { addDays } from '@yitang/domain/calendar';
import {
  isProposalPending,
  measureEffect,
  nextProposalState,
  proposeChanges,
  type CorrectionRates,
} from '@yitang/domain/promise';
import type { Tx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { AuditedMatter } from './audit-matter.ts';
import { describeItem } from './guide-promise.ts';
import { GuideProposal } from './proposal.entity.ts';

/** What was rejected, or measured, is not proposed again for so many days. */
const restDays = 180;

/** Part of a command: new proposals of a matter, the figures of open ones, the effect of published ones. */
export async function writeProposals(tx: Tx, onDay: string, audited: AuditedMatter): Promise<void> {
  const { matter, versions, tally, rates } = audited;
  const known = await tx.em.find(GuideProposal, { matterId: matter.id }, { disableIdentityMap: true });
  for (const proposal of known) {
    const measured = rates.get(proposal.id);
    const itemName = describeItem(proposal.item, versions).name.slice(0, 200);
    if (measured !== undefined) await measure(tx, proposal, { onDay, measured, itemName });
  }
  for (const { kind, item, of, effect } of proposeChanges(tally, matter.guide)) {
    const before = known.filter((proposal) => proposal.item === item);
    const open = before.find(({ state }) => state === 'open');
    const figures = {
      cases: effect.cases,
      receivedCases: of,
      savedTrips: effect.savedTrips,
      isMeasured: effect.isMeasured,
    };
    if (open !== undefined)
      await tx.em.nativeUpdate(GuideProposal, { id: open.id, state: 'open' }, { kind, ...figures });
    else if (!before.some((proposal) => isStillDecided(proposal, onDay))) {
      await tx.em.insert(GuideProposal, {
        ...{ id: newId(tx.now.getTime()), matterId: matter.id, code: matter.code, departmentId: matter.departmentId },
        ...{ kind, item, itemName: describeItem(item, versions).name.slice(0, 200), state: 'open' },
        ...{ openKey: `${matter.id}/${item}`, ...figures, proposedOn: onDay, decidedOn: null, decidedBy: null },
        ...{ reason: null, draftId: null, publishedOn: null, rates: null, revision: 0 },
      });
    }
  }
}

function isStillDecided({ state, decidedOn, publishedOn }: GuideProposal, onDay: string): boolean {
  if (isProposalPending(state)) return true;
  const since = state === 'measured' ? publishedOn : decidedOn;
  return typeof since === 'string' && since > addDays(onDay, -restDays);
}

/** The side before publication keeps its numbers when its months leave the window; what the guide lists now has a name. */
async function measure(
  tx: Tx,
  { id, state, rates, revision }: GuideProposal,
  { onDay, measured, itemName }: { onDay: string; measured: CorrectionRates; itemName: string },
): Promise<void> {
  const before = rates && rates.before.of > measured.before.of ? rates.before : measured.before;
  const effect = measureEffect({ before, after: measured.after });
  const next = effect === 'too-few-cases' ? state : (nextProposalState(state, 'measure') ?? state);
  await tx.em.nativeUpdate(
    GuideProposal,
    { id, revision },
    {
      ...{
        itemName,
        state: next,
        revision: revision + 1,
        rates: { before, after: measured.after, effect, measuredOn: onDay },
      },
      ...(next === 'measured' ? { openKey: null } : {}),
    },
  );
}
