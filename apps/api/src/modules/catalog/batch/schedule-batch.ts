import type { batchEndpoints, Input, Output } from '@yitang/contract';
import { instantAt } from '@yitang/domain/calendar';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { takeSteps } from '../draft/take-steps.ts';
import { findPlaces } from '../matter-places.ts';
import { nextBatchNumber, raiseRevision } from '../publish-matters.ts';
import { requireWithin } from './batch-access.ts';
import { codesOf, findBatchDrafts, loadContents } from './batch-drafts.ts';
import { changeBatch, requireAction } from './find-batch.ts';
import { publishDueJob } from './publish-due-batch.ts';
import { requireNoBreach } from './publish-batch.ts';

type Wanted = Input<typeof batchEndpoints.scheduleBatch>['body'];

/**
 * Has a batch published later, by a job: on a civil day, at a time or at its beginning, or at an instant. What is broken today is refused
 * today; it is looked at again when it is due.
 */
export function scheduleBatch(
  call: Call,
  id: string,
  wanted: Wanted,
): Promise<Output<typeof batchEndpoints.scheduleBatch>> {
  const effectiveAt = momentOf(wanted, call.deps.config.timeZone);
  return call.deps.runCommand(call, { name: 'catalog.schedule-batch' }, async (tx) => {
    if (effectiveAt <= tx.now) throw tooEarly(wanted);
    // For the number: two who take one stand in line here.
    await raiseRevision(tx.em);
    const { batch, status } = await requireAction(tx.em, id, { action: 'schedule', revision: wanted.revision });
    const drafts = await findBatchDrafts(tx.em, id);
    requireWithin(call, drafts);
    await requireNoBreach(
      { em: tx.em, deps: call.deps, now: tx.now },
      {
        drafts,
        places: await findPlaces(tx.em, codesOf(drafts), () => newId()),
        contents: await loadContents(tx.em, drafts),
      },
    );
    const number = batch.number ?? (await nextBatchNumber(tx.em));
    const byName = call.principal.displayName ?? '';
    await changeBatch(tx, batch, { number, status, effectiveAt, publishedBy: byName, heldReason: null });
    await takeSteps(
      tx,
      drafts.map((draft) => draft.id),
      { from: 'ready', action: 'schedule', batchId: id, note: null, byName },
    );
    const at = effectiveAt.toISOString();
    tx.enqueue({
      kind: publishDueJob,
      payload: { batchId: id, at },
      availableAt: effectiveAt,
      dedupeKey: `${publishDueJob}:${id}:${batch.revision}`,
    });
    tx.audit({
      action: 'catalog.schedule-batch',
      chain: `batch:${id}`,
      target: { type: 'batch', id },
      outcome: 'done',
      after: { number, effectiveAt: at, drafts: drafts.length },
    });
    return { number, effectiveAt: at };
  });
}

function momentOf(wanted: Wanted, timeZone: string): Date {
  if ('at' in wanted) return new Date(wanted.at);
  const [hours = 0, minutes = 0] = (wanted.time ?? '00:00').split(':').map(Number);
  return instantAt(wanted.day, hours * 60 + minutes, timeZone);
}

function tooEarly(wanted: Wanted) {
  const field = 'at' in wanted ? 'at' : wanted.time === undefined ? 'day' : 'time';
  const message = field === 'day' ? '生效日期须晚于今天。要今天发布，请直接发布。' : '生效时间须晚于现在。';
  return problem('request.invalid', { issues: [{ field: `body.${field}`, code: 'past', message }] });
}
