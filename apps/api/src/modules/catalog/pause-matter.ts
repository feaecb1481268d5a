import { civilDateAt } from '@yitang/domain/calendar';
import type { Tx } from '../../platform/command/index.ts';
import type { Call } from '../../platform/endpoint/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { Matter } from './matter.entity.ts';
import { MatterPauseRow } from './matter-pause.entity.ts';
import { raiseRevision } from './publish-matters.ts';

export interface Pause {
  readonly reason: string;
  /** Civil date on which it is expected to be open again. */
  readonly until: string | null;
}

/**
 * Pauses a matter (it stays findable and says why), or with null opens it again. A pause over another one ends that: the
 * days follow each other without a gap.
 * @throws `request.invalid` where it should be open again before today
 */
export function setMatterPause(call: Call, code: string, pause: Pause | null): Promise<void> {
  return call.deps.runCommand(call, { name: 'catalog.pause-matter' }, async (tx) => {
    // First of all: who pauses the same matter at the same time waits here.
    await raiseRevision(tx.em);
    const matter = await tx.em.findOne(Matter, { code }, { disableIdentityMap: true });
    if (matter === null) throw problem('record.not-found');
    const today = civilDateAt(tx.now, call.deps.config.timeZone);
    requireAhead(pause, today);
    const before = await endPause(tx, matter.id, today);
    if (pause !== null) await startPause(tx, matter.id, { ...pause, today });
    tx.audit({
      action: pause === null ? 'catalog.resume-matter' : 'catalog.pause-matter',
      chain: `matter:${matter.id}`,
      target: { type: 'matter', id: matter.id },
      outcome: 'done',
      before,
      after: { pausedReason: pause?.reason ?? null, pausedUntil: pause?.until ?? null },
    });
  });
}

function requireAhead(pause: Pause | null, today: string): void {
  if (pause === null || pause.until === null || pause.until >= today) return;
  throw problem('request.invalid', {
    issues: [{ field: 'body.until', code: 'past', message: '恢复日期不能早于今天。' }],
  });
}

/** What was said of the pause that ends, as the audit entry keeps it. */
async function endPause(tx: Tx, matterId: string, today: string) {
  const where = { matterId, endedOn: null };
  const running = await tx.em.findOne(MatterPauseRow, where, { disableIdentityMap: true });
  if (running === null) return { pausedReason: null, pausedUntil: null };
  await tx.em.nativeUpdate(
    MatterPauseRow,
    { id: running.id },
    { endedOn: today, endedBy: tx.principal.personId ?? '' },
  );
  return { pausedReason: running.reason, pausedUntil: running.expectedUntil ?? null };
}

async function startPause(
  tx: Tx,
  matterId: string,
  { reason, until, today }: Pause & { today: string },
): Promise<void> {
  await tx.em.insert(MatterPauseRow, {
    ...{ id: newId(), matterId, reason, expectedUntil: until },
    ...{ startedOn: today, startedBy: tx.principal.personId ?? '', endedOn: null, endedBy: null },
  });
}
