import { createHash } from 'node:crypto';
import type { Input, filingEndpoints } from '@yitang/contract';
import { findPackageGaps, isPackageFixed, snapshotText, type FilingSnapshot } from '@yitang/domain/filing';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import type { BlobRef } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { assembleSnapshot } from './assemble-snapshot.ts';
import { findDecree, presentDecree } from './decrees.ts';
import { filingProblem } from './filing-problem.ts';
import { FilingPackage } from './filing.entity.ts';
import { changePackage, decideStep, requirePackage, writeStep } from './find-package.ts';
import { makePapersJob } from './make-papers.ts';
import { todayOf } from './minute-of.ts';
import { listPapers } from './papers/list-papers.ts';
import { dropPapers } from './store-papers.ts';

type Wish = Input<(typeof filingEndpoints)['planFiling']>['body'];

/**
 * Keeps a snapshot of all that is filed, for ever as it is, and has the papers made of it.
 * @throws `request.invalid` with every field that does not fit, `filing.not-allowed` where what it replaces is fixed,
 * `record.changed` where somebody else renewed it at the same moment
 */
export async function planFiling(call: Call, wish: Wish): Promise<{ id: string }> {
  const before = wish.replaces === null ? undefined : await requirePackage(call.em, wish.replaces);
  const decree = wish.decreeId === null ? undefined : await findDecree(call.em, wish.decreeId);
  refuseWrong(call, wish, decree !== undefined || wish.decreeId === null);
  const filed = decree === undefined ? null : presentDecree(decree);
  const snapshot = await assembleSnapshot(call, {
    asOf: wish.asOf,
    setNumber: wish.setNumber,
    decree: filed && { number: filed.number, title: filed.title, issuedOn: filed.issuedOn, file: filed.file },
    version: before === undefined ? 1 : before.version + (before.status === 'returned' ? 1 : 0),
    replaces: before === undefined ? null : await numberReplaced(call, before),
  });
  const text = snapshotText(snapshot);
  const blob = await call.deps.blobs.put(Buffer.from(text), { mediaType: 'application/json' });
  return call.deps.runCommand(call, { name: 'filing.plan' }, async (tx) => {
    // Asked here, where who sends the same twice gets the first answer: by then it has been replaced.
    if (before !== undefined) await requireReplaceable(tx, before);
    const id = newId(tx.now.getTime());
    await insertPackage(tx, id, { wish, before, snapshot, blob });
    await call.deps.blobs.keep(tx.em, blob.id);
    if (before?.status === 'draft') await supersede(call, tx, before);
    // Of two who renew it at once one is told that the other was faster.
    else if (before !== undefined) await changePackage(tx.em, before, {});
    const facts = { asOf: wish.asOf, set: wish.setNumber, digest: digestOf(text), replaces: wish.replaces };
    await writeStep(tx, id, { step: { action: 'plan' }, facts });
    tx.enqueue({ kind: makePapersJob, payload: { id } });
    return { id };
  });
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function requireReplaceable({ em }: Tx, { id, status }: FilingPackage): Promise<void> {
  const hasHeir = (await em.count(FilingPackage, { replacesId: id, status: { $nin: ['cancelled', 'failed'] } })) > 0;
  const isOpen = status === 'assembling' || (isPackageFixed(status) && status !== 'returned');
  if (isOpen || (status === 'returned' && hasHeir)) throw filingProblem(['package.wrong-status']);
}

/** A draft that is made again keeps what it stands for. */
async function numberReplaced(call: Call, before: FilingPackage): Promise<string | null> {
  if (before.status === 'returned') return before.number ?? null;
  if (typeof before.replacesId !== 'string') return null;
  return (await requirePackage(call.em, before.replacesId)).number ?? null;
}

function refuseWrong(call: Call, { asOf }: Wish, isDecreeKnown: boolean): void {
  const issues = [];
  if (asOf > todayOf(call)) issues.push({ field: 'body.asOf', code: 'future', message: '目录截止日期不能晚于今天。' });
  if (!isDecreeKnown)
    issues.push({ field: 'body.decreeId', code: 'unknown', message: '没有这份成立文件，请刷新后重新选择。' });
  if (issues.length > 0) throw problem('request.invalid', { issues });
}

interface Planned {
  readonly wish: Wish;
  readonly before: FilingPackage | undefined;
  readonly snapshot: FilingSnapshot;
  readonly blob: BlobRef;
}

async function insertPackage(tx: Tx, id: string, { wish, before, snapshot, blob }: Planned): Promise<void> {
  const { asOf, decreeId, setNumber } = wish;
  const replacesId = before?.status === 'returned' ? before.id : (before?.replacesId ?? null);
  await tx.em.insert(FilingPackage, {
    ...{ id, status: 'assembling', version: snapshot.version, asOf, decreeId, setNumber, replacesId },
    snapshotBlobId: blob.id,
    snapshotSize: blob.size,
    digest: blob.sha256,
    gaps: findPackageGaps(snapshot),
    matters: snapshot.matters.length,
    setSize: snapshot.set?.isComputable === true ? snapshot.set.setSize : null,
    papersDone: 0,
    papersTotal: listPapers(snapshot).length,
    plannedAt: tx.now,
    plannedBy: tx.principal.displayName ?? '',
    revision: 0,
  });
}

/** The draft gives way to the one that was made anew. */
async function supersede(call: Call, tx: Tx, draft: FilingPackage): Promise<void> {
  const decided = decideStep(draft, { action: 'cancel', today: todayOf(call) });
  if (!decided.ok) throw filingProblem(decided.refusals);
  await changePackage(tx.em, draft, { status: decided.status });
  await dropPapers(call.deps.blobs, tx.em, draft.id);
}
