import type { Call } from '../../../platform/endpoint/index.ts';
import { FileAnswer } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { mediaTypes, receiveFile } from '../../material/index.ts';
import { requireTask, taskTarget } from './find-task.ts';
import { requireAct } from './programme-access.ts';
import { programmeProblem } from './programme-problem.ts';
import { ReformTaskFile, type ReformTask } from './programme.entity.ts';

const limits = { accepts: ['pdf', 'jpg', 'png'], maxBytes: 20 * 1024 * 1024 } as const;
const mostFiles = 10;

/** Evidence for an answer, inspected as every upload, while the task is with its department. @throws `material.…` */
export async function attachFile(call: Call, taskId: string): Promise<{ id: string; name: string; size: number }> {
  requireOpen(call, await requireTask(call, call.em, taskId));
  return receiveFile(call, limits, async ({ name, type, blob, state }) => {
    if (state !== 'clean') throw problem('material.scan-unavailable', { retryAfter: 60 });
    return call.deps.runCommand(call, { name: 'programme.attach-file' }, async (tx) => {
      requireOpen(call, await requireTask(call, tx.em, taskId));
      if ((await tx.em.count(ReformTaskFile, { taskId })) >= mostFiles) throw problem('material.too-many');
      const id = newId(tx.now.getTime());
      const { size, sha256 } = blob;
      await tx.em.insert(ReformTaskFile, { id, taskId, name, type, size, blobId: blob.id, createdAt: tx.now });
      await call.deps.blobs.keep(tx.em, blob.id);
      tx.audit({
        action: 'programme.attach-file',
        ...taskTarget(taskId),
        outcome: 'done',
        after: { name, type, size, sha256 },
      });
      return { id, name, size };
    });
  });
}

function requireOpen(call: Call, { status, departmentId }: ReformTask): void {
  requireAct(call, 'programme.answer', departmentId);
  if (status !== 'open' && status !== 'returned') throw programmeProblem([{ code: 'task.wrong-status' }]);
}

/** @throws `record.not-found` */
export async function readFile(call: Call, taskId: string, fileId: string): Promise<FileAnswer> {
  await requireTask(call, call.em, taskId);
  const file = await call.em.findOne(ReformTaskFile, { id: fileId, taskId }, { disableIdentityMap: true });
  if (file === null) throw problem('record.not-found');
  return new FileAnswer({
    content: await call.deps.blobs.open(file.blobId),
    mediaType: mediaTypes[file.type],
    fileName: file.name,
    size: file.size,
  });
}
