import { z } from 'zod';
import type { Em } from '../../../database/index.ts';
import type { JobHandler, JobRun } from '../../../platform/jobs/index.ts';
import { isProblem, problem, type ProblemError } from '../../../platform/problem/index.ts';
import { Batch } from '../batch.entity.ts';
import { takeSteps } from '../draft/take-steps.ts';
import { raiseRevision } from '../publish-matters.ts';
import { findBatchDrafts } from './batch-drafts.ts';
import { changeBatch } from './find-batch.ts';
import { publishDrafts } from './publish-batch.ts';
import { tellReformOfficers } from './tell-reform-officers.ts';

export const publishDueJob = 'catalog.publish-due-batch';

const Due = z.object({ batchId: z.string(), at: z.string() });
type Due = z.infer<typeof Due>;

/**
 * Publishes a scheduled batch when it is due, or as soon as a process runs again after it. Whatever was done with the batch
 * meanwhile (published by hand, withdrawn) makes this nothing; where it breaks a rule by now, it is planned again and says why.
 */
export const publishDueBatch: JobHandler = async (payload, run) => {
  const due = Due.parse(payload);
  if ((await findDue(run.em, due)) === undefined) return;
  try {
    await publish(run, due);
  } catch (error) {
    if (!isProblem(error, 'batch.blocked')) throw error;
    await hold(run, due, error);
  }
};

async function findDue(em: Em, { batchId, at }: Due): Promise<Batch | undefined> {
  const batch = await em.findOne(Batch, { id: batchId }, { disableIdentityMap: true });
  return batch?.status === 'scheduled' && batch.effectiveAt?.toISOString() === at ? batch : undefined;
}

async function requireDue(em: Em, due: Due): Promise<Batch & { number: number }> {
  const batch = await findDue(em, due);
  if (typeof batch?.number !== 'number') throw problem('batch.not-allowed');
  return batch as Batch & { number: number };
}

function publish({ deps, caller }: JobRun, due: Due): Promise<unknown> {
  return deps.runCommand(caller, { name: 'catalog.publish-due-batch' }, async (tx) => {
    await raiseRevision(tx.em);
    const batch = await requireDue(tx.em, due);
    const drafts = await findBatchDrafts(tx.em, batch.id);
    return publishDrafts(tx, deps, { batch, number: batch.number, drafts, byName: batch.publishedBy ?? '' });
  });
}

const longestReason = 2_000;

function hold({ deps, caller }: JobRun, due: Due, { issues }: ProblemError): Promise<void> {
  return deps.runCommand(caller, { name: 'catalog.hold-batch' }, async (tx) => {
    const batch = await requireDue(tx.em, due);
    const heldReason = issues
      .map(({ message }) => message)
      .join('\n')
      .slice(0, longestReason);
    await changeBatch(tx, batch, { status: 'planned', effectiveAt: null, heldReason });
    const drafts = await findBatchDrafts(tx.em, batch.id);
    await takeSteps(
      tx,
      drafts.filter(({ status }) => status === 'scheduled').map(({ id }) => id),
      { from: 'scheduled', action: 'unschedule', batchId: batch.id, note: null, byName: batch.publishedBy ?? '' },
    );
    await tellReformOfficers(deps, tx, batch);
    tx.audit({
      action: 'catalog.hold-batch',
      chain: `batch:${batch.id}`,
      target: { type: 'batch', id: batch.id },
      outcome: 'done',
      before: { status: batch.status },
      after: { status: 'planned', breaches: issues.length },
    });
  });
}
