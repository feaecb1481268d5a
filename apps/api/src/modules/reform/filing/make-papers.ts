import { workbookType } from '../../../platform/table-file/index.ts';
import type { FilingSnapshot } from '@yitang/domain/filing';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { RareCharacters } from '../../../platform/typesetting/index.ts';
import { FilingPackage } from './filing.entity.ts';
import { changePackage, decideStep, requirePackage, writeStep } from './find-package.ts';
import { todayOf } from './minute-of.ts';
import { listPapers, type Paper } from './papers/list-papers.ts';
import { paperDeskKey, type SnapshotText } from './papers/paper-desk.ts';
import { dropPapers, findPapers, storePaper } from './store-papers.ts';

export const makePapersJob = 'filing.make-papers';

/**
 * Makes what is not made yet, one paper after the other, and stops between two where the package was given up meanwhile.
 * After a crash it goes on with the next paper.
 */
export async function makePapers(payload: unknown, run: JobRun): Promise<void> {
  const { id } = payload as { readonly id: string };
  const planned = await requirePackage(run.em, id);
  if (planned.status !== 'assembling') return;
  const text = (await run.deps.blobs.read(planned.snapshotBlobId)).toString('utf8');
  const snapshot = JSON.parse(text) as FilingSnapshot;
  const made = new Set((await findPapers(run.em, id)).map(({ path }) => path));
  try {
    for (const paper of listPapers(snapshot).filter(({ path }) => !made.has(path))) {
      if (await makeOne(run, { id, paper, snapshot: { text, digest: planned.digest } })) continue;
      await dropPapers(run.deps.blobs, run.em, id);
      return;
    }
  } catch (error) {
    if (!(error instanceof RareCharacters)) throw error;
    await end(run, id, {
      action: 'fail',
      failure: `下列字符无法排印，请在事项目录中改正后重新汇总：${error.characters.join(' ')}`,
    });
    return;
  }
  await end(run, id, { action: 'finish' });
}

interface Order {
  readonly id: string;
  readonly paper: Paper;
  readonly snapshot: SnapshotText;
}

/** False where nobody wants it any more. */
async function makeOne({ deps, em }: JobRun, { id, paper, snapshot }: Order): Promise<boolean> {
  if ((await em.count(FilingPackage, { id, status: 'assembling' })) === 0) return false;
  const bytes = await deps.services.get(paperDeskKey).make(snapshot, paper.path);
  const mediaType = mediaTypes[paper.kind];
  const blob = await deps.blobs.put(bytes, { mediaType });
  return deps.orm.em.fork().transactional(async (tx) => {
    const where = { id, status: 'assembling' as const };
    const { papersDone } = (await tx.findOne(FilingPackage, where, { disableIdentityMap: true })) ?? {};
    // Counted up under the same condition: who gives the package up meanwhile finds this paper, or it is not kept.
    const counted = await tx.nativeUpdate(FilingPackage, where, { papersDone: (papersDone ?? 0) + 1 });
    if (counted === 1) await storePaper(deps.blobs, tx, { packageId: id, paper, blob });
    return counted === 1;
  });
}

const mediaTypes = {
  xlsx: workbookType,
  pdf: 'application/pdf',
} as const;

type Ending = { readonly action: 'finish' } | { readonly action: 'fail'; readonly failure: string };

async function end(run: JobRun, id: string, ending: Ending): Promise<void> {
  const { deps, caller } = run;
  await deps.runCommand(caller, { name: `filing.${ending.action}` }, async (tx) => {
    const current = await requirePackage(tx.em, id);
    const decided = decideStep(current, { action: ending.action, today: todayOf({ deps, now: tx.now }) });
    const failure = 'failure' in ending ? ending.failure.slice(0, 300) : null;
    // Given up between the last paper and now: the next try of this job sees it and ends.
    if (!decided.ok) throw problem('record.changed');
    await changePackage(tx.em, current, { status: decided.status, failure });
    await writeStep(tx, id, { step: { action: ending.action, note: failure } });
    return null;
  });
}
