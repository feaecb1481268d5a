import { civilDateAt } from '@yitang/domain/calendar';
import { isUniqueViolation, type Tx } from '../../../platform/command/index.ts';
import type { Call, Deps } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { MatterHealth, PromiseFinding, PromiseRun } from './health.entity.ts';

export const auditJob = 'reform.audit-promises';

/** A run that has not moved for so long has lost its process. */
const silenceMilliseconds = 30 * 60_000;

/** Audits the promises now. @throws `promise.busy` while an audit runs */
export async function startAudit(call: Call): Promise<{ id: string }> {
  try {
    return await call.deps.runCommand(call, { name: 'promise.start-audit' }, async (tx) => {
      const id = await openRun(call.deps, tx, call.principal.displayName ?? '');
      if (id === undefined) throw problem('promise.busy');
      tx.enqueue({ kind: auditJob, payload: { runId: id }, dedupeKey: `promise-audit:${id}` });
      return { id };
    });
  } catch (error) {
    // Somebody else began one at the same moment.
    throw isUniqueViolation(error) ? problem('promise.busy') : error;
  }
}

/** Part of a command: a new run, and its audit entry; undefined while another one lives. */
export async function openRun(deps: Pick<Deps, 'config'>, tx: Tx, startedBy: string): Promise<string | undefined> {
  const silentSince = new Date(tx.now.getTime() - silenceMilliseconds);
  const lost = { openKey: 'open', movedAt: { $lt: silentSince } };
  await tx.em.nativeUpdate(PromiseRun, lost, { state: 'failed', openKey: null, endedAt: tx.now });
  if ((await tx.em.count(PromiseRun, { openKey: 'open' })) > 0) return undefined;
  const id = newId(tx.now.getTime());
  const onDay = civilDateAt(tx.now, deps.config.timeZone);
  await tx.em.insert(PromiseRun, {
    ...{ id, state: 'running', openKey: 'open', onDay, startedBy },
    ...{ startedAt: tx.now, movedAt: tx.now, endedAt: null },
    ...{ done: 0, total: 0, cases: 0, lastCode: '' },
  });
  tx.audit({
    action: 'promise.start-audit',
    chain: `promise-audit:${id}`,
    target: { type: 'promise-audit', id },
    outcome: 'done',
    after: { onDay },
    startsChain: true,
  });
  return id;
}

/** Stops an audit and takes away what it has found so far. @throws `record.not-found`, `promise.not-running` */
export async function cancelAudit(call: Call, id: string): Promise<undefined> {
  await call.deps.runCommand(call, { name: 'promise.cancel-audit' }, async (tx) => {
    if ((await tx.em.count(PromiseRun, { id })) === 0) throw problem('record.not-found');
    const ended = { state: 'cancelled', openKey: null, endedAt: tx.now } as const;
    // Whoever writes for this run takes the same row first, and finds it ended.
    if ((await tx.em.nativeUpdate(PromiseRun, { id, state: 'running' }, ended)) !== 1)
      throw problem('promise.not-running');
    await tx.em.nativeDelete(MatterHealth, { runId: id });
    await tx.em.nativeDelete(PromiseFinding, { runId: id });
    tx.audit({
      action: 'promise.cancel-audit',
      chain: `promise-audit:${id}`,
      target: { type: 'promise-audit', id },
      outcome: 'done',
    });
    return null;
  });
  return undefined;
}
