import type { Input, programmeEndpoints } from '@yitang/contract';
import { decideTask } from '@yitang/domain/programme';
import type { ReformTaskStatus } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { requireTask, taskPath, taskTarget } from './find-task.ts';
import { nameOf, requireAct, todayOf } from './programme-access.ts';
import { programmeProblem } from './programme-problem.ts';
import { ReformTask, ReformTaskStep } from './programme.entity.ts';
import { tellHeads } from './tell-heads.ts';

/**
 * The department answers; the reform office accepts, returns or withdraws.
 * @throws `programme.not-allowed` with every refusal, `record.changed`, `access.denied`
 */
export async function actOnTask(
  call: Call,
  id: string,
  { action, revision, text }: Input<(typeof programmeEndpoints)['actOnReformTask']>['body'],
): Promise<{ status: ReformTaskStatus; revision: number }> {
  return call.deps.runCommand(call, { name: 'programme.act-on-task' }, async (tx) => {
    const task = await requireTask(call, tx.em, id);
    if (action === 'answer') requireAct(call, 'programme.answer', task.departmentId);
    else requireAct(call, 'programme.manage');
    if (task.revision !== revision) throw problem('record.changed');
    const decided = decideTask(task.status, { action, text });
    if (!decided.ok) throw programmeProblem(decided.refusals);
    const { status } = decided;
    const next = revision + 1;
    const firstAnsweredOn = task.firstAnsweredOn ?? (action === 'answer' ? todayOf(call) : null);
    const written = await tx.em.nativeUpdate(ReformTask, { id, revision }, { status, firstAnsweredOn, revision: next });
    if (written !== 1) throw problem('record.changed');
    // The first step was that it was given, and each act makes one revision more.
    await tx.em.insert(ReformTaskStep, { taskId: id, seq: next + 1, action, text, at: tx.now, by: nameOf(call) });
    if (action === 'return') {
      const told = { kind: 'task-returned', path: taskPath(id), title: task.title, dueOn: task.dueOn } as const;
      await tellHeads({ deps: call.deps, tx }, task.departmentId, told);
    }
    tx.audit({
      action: `programme.task-${action}`,
      ...taskTarget(id),
      outcome: 'done',
      before: { status: task.status },
      after: { status, text },
    });
    return { status, revision: next };
  });
}
