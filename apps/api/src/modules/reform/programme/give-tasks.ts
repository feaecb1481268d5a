import type { Input, programmeEndpoints } from '@yitang/contract';
import { decideNewTask } from '@yitang/domain/programme';
import type { ReformTaskKind } from '@yitang/domain/vocabulary';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { taskPath, taskTarget } from './find-task.ts';
import { nameOf, requireAct, requireDepartments, todayOf } from './programme-access.ts';
import { programmeProblem } from './programme-problem.ts';
import { Inspection, ProgrammeStage, ReformTask, ReformTaskStep } from './programme.entity.ts';
import { tellHeads } from './tell-heads.ts';

type Body = Input<(typeof programmeEndpoints)['giveReformTasks']>['body'];
export type NewTask = Omit<Body, 'departmentIds'> & { readonly kind: ReformTaskKind };

/**
 * One task for each department. With an inspection it is a finding, to be put right.
 * @throws `programme.not-allowed`, `request.invalid`, `record.not-found`
 */
export async function giveTasks(call: Call, { departmentIds, ...task }: Body): Promise<{ ids: string[] }> {
  requireAct(call, 'programme.manage');
  const wanted = requireDepartments(call, departmentIds);
  return call.deps.runCommand(call, { name: 'programme.give-tasks' }, async (tx) => {
    const decided = decideNewTask(task.dueOn, todayOf(call));
    if (!decided.ok) throw programmeProblem(decided.refusals);
    await requireParents(tx, task);
    const kind = task.inspectionId === null ? 'programme' : 'finding';
    const ids = await insertTasks(call, tx, { task: { ...task, kind }, departmentIds: wanted });
    tx.audit({
      action: kind === 'finding' ? 'inspection.add-finding' : 'programme.give-tasks',
      ...taskTarget(ids[0] ?? ''),
      outcome: 'done',
      after: { ...task, departmentIds: wanted },
    });
    return { ids };
  });
}

/** Part of a command: the rows, their first step, and a word to each head. */
export async function insertTasks(
  call: Call,
  tx: Tx,
  { task, departmentIds }: { readonly task: NewTask; readonly departmentIds: readonly string[] },
): Promise<string[]> {
  const rows = departmentIds.map((departmentId) => ({
    ...{ ...task, departmentId, id: newId(tx.now.getTime()), status: 'open' as const },
    ...{ firstAnsweredOn: null, revision: 0, createdAt: tx.now },
  }));
  await tx.em.insertMany(ReformTask, rows);
  const first = { seq: 1, action: 'give', text: task.demand, at: tx.now, by: nameOf(call) };
  await tx.em.insertMany(
    ReformTaskStep,
    rows.map(({ id }) => ({ taskId: id, ...first })),
  );
  for (const { id, departmentId } of rows) {
    const told = { kind: 'task-given', path: taskPath(id), title: task.title, dueOn: task.dueOn } as const;
    await tellHeads({ deps: call.deps, tx }, departmentId, told);
  }
  return rows.map(({ id }) => id);
}

async function requireParents({ em }: Tx, { stageId, inspectionId }: Pick<Body, 'stageId' | 'inspectionId'>) {
  if (stageId !== null && (await em.count(ProgrammeStage, { id: stageId })) === 0) throw problem('record.not-found');
  if (inspectionId === null) return;
  const inspection = await em.findOne(Inspection, { id: inspectionId }, { disableIdentityMap: true });
  if (inspection === null) throw problem('record.not-found');
  if (inspection.status === 'closed') throw programmeProblem([{ code: 'inspection.closed' }]);
}
