import type { Tx } from '../../../platform/command/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { catalogKey, findHeadsKey } from '../../catalog/index.ts';
import { MatterHealth, PromiseFinding, PromiseRun } from './health.entity.ts';

/** Makes the audit the one that is shown, and tells the heads of departments whose matters have turned broken. */
export async function finishAudit({ deps, caller }: JobRun, run: PromiseRun): Promise<void> {
  const lone = { principal: caller.principal, idempotencyKey: `promise-audit:${run.id}:done` };
  await deps.runCommand(lone, { name: 'promise.finish-audit' }, async (tx) => {
    const ended = { state: 'done', openKey: null, endedAt: tx.now, movedAt: tx.now } as const;
    const isDone = (await tx.em.nativeUpdate(PromiseRun, { id: run.id, state: 'running' }, ended)) === 1;
    const told = isDone ? await tellHeads(deps, tx, run) : 0;
    if (isDone) await tx.em.nativeDelete(PromiseFinding, { runId: { $ne: run.id } });
    tx.audit({
      action: 'promise.finish-audit',
      chain: `promise-audit:${run.id}`,
      target: { type: 'promise-audit', id: run.id },
      outcome: 'done',
      after: { isDone, told },
    });
    return null;
  });
}

async function tellHeads(deps: JobRun['deps'], tx: Tx, run: PromiseRun): Promise<number> {
  const where = {
    runId: run.id,
    state: 'broken' as const,
    $or: [{ previous: null }, { previous: { $ne: 'broken' as const } }],
  };
  const turned = await tx.em.find(MatterHealth, where, {
    fields: ['code', 'departmentId'],
    orderBy: { code: 'asc' },
    disableIdentityMap: true,
  });
  const findHeads = deps.services.find(findHeadsKey);
  const snapshot = deps.services.get(catalogKey).current();
  let told = 0;
  for (const [departmentId, matters] of Map.groupBy(turned, (one) => one.departmentId)) {
    const heads = (await findHeads?.(tx.em, departmentId, run.onDay)) ?? [];
    for (const { code } of matters) {
      const matterName = snapshot.find(code)?.name ?? code;
      for (const personId of heads) {
        const payload = { personId, kind: 'promise-broken', path: `/reform/promises/${code}`, matterName };
        tx.enqueue({ kind: 'notice.send', payload, dedupeKey: `promise:${run.id}:${code}:${personId}` });
        told += 1;
      }
    }
  }
  return told;
}
