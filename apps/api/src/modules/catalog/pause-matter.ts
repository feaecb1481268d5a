import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { Matter } from './matter.entity.ts';
import { raiseRevision } from './publish-matters.ts';

export interface Pause {
  readonly reason: string;
  /** Civil date until which it is expected to last. */
  readonly until: string | null;
}

/** Pauses a matter (it stays findable and says why), or with null opens it again. */
export function setMatterPause(call: Call, code: string, pause: Pause | null): Promise<void> {
  return call.deps.runCommand(call, { name: 'catalog.pause-matter' }, async (tx) => {
    const matter = await tx.em.findOne(Matter, { code }, { disableIdentityMap: true });
    if (matter === null) throw problem('record.not-found');
    const before = { pausedReason: matter.pausedReason, pausedUntil: matter.pausedUntil };
    const after = { pausedReason: pause?.reason ?? null, pausedUntil: pause?.until ?? null };
    await tx.em.nativeUpdate(Matter, { id: matter.id }, after);
    await raiseRevision(tx.em);
    const action = pause === null ? 'catalog.resume-matter' : 'catalog.pause-matter';
    tx.audit({
      action,
      chain: `matter:${matter.id}`,
      target: { type: 'matter', id: matter.id },
      outcome: 'done',
      before,
      after,
    });
  });
}
