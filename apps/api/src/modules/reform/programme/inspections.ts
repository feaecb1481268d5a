import type { Answer, Input, InspectionData, programmeEndpoints } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { presentTask } from './find-task.ts';
import { insertTasks } from './give-tasks.ts';
import { may, nameOf, reachOf, requireAct, requireDepartments, todayOf } from './programme-access.ts';
import { programmeProblem } from './programme-problem.ts';
import { Inspection, ReformTask } from './programme.entity.ts';

type Endpoints = typeof programmeEndpoints;
const target = (id: string) => ({ chain: `inspection:${id}`, target: { type: 'inspection', id } });
const hasEnded = ({ status }: ReformTask): boolean => status === 'accepted' || status === 'withdrawn';

/** Inspections, latest first; a department sees those that it was asked in. */
export async function listInspections(call: Call): Promise<Answer<Endpoints['listInspections']>> {
  const tasks = await tasksInReach(call, { inspectionId: { $ne: null } });
  const inspections = await call.em.find(
    Inspection,
    {},
    { orderBy: { firstDay: 'desc', id: 'desc' }, disableIdentityMap: true },
  );
  const mayOpen = may(call, 'programme.manage');
  const items = inspections
    .map((inspection) => presentInspection(inspection, tasks))
    .filter(({ tasks: asked, findings }) => reachOf(call, 'programme.read') === undefined || asked + findings > 0);
  return { items, mayOpen };
}

/** @throws `record.not-found` also where the caller's departments were not asked */
export async function getInspection(call: Call, id: string): Promise<Answer<Endpoints['getInspection']>> {
  const inspection = await call.em.findOne(Inspection, { id }, { disableIdentityMap: true });
  const tasks = await tasksInReach(call, { inspectionId: id });
  const isForeign = tasks.length === 0 && reachOf(call, 'programme.read') !== undefined;
  if (inspection === null || isForeign) throw problem('record.not-found');
  return {
    ...presentInspection(inspection, tasks),
    items: tasks.map((task) => presentTask(call, task)),
    mayManage: may(call, 'programme.manage') && inspection.status === 'open',
  };
}

function tasksInReach(call: Call, where: object): Promise<ReformTask[]> {
  const reach = reachOf(call, 'programme.read');
  const mine = reach === undefined ? where : { ...where, departmentId: { $in: [...reach] } };
  return call.em.find(ReformTask, mine, { orderBy: { dueOn: 'asc', id: 'asc' }, disableIdentityMap: true });
}

function presentInspection(inspection: Inspection, all: readonly ReformTask[]): InspectionData {
  const { id, title, basis, firstDay, lastDay, status } = inspection;
  const mine = all.filter(({ inspectionId, status: state }) => inspectionId === id && state !== 'withdrawn');
  const asked = mine.filter(({ kind }) => kind === 'inspection');
  const findings = mine.filter(({ kind }) => kind === 'finding');
  return {
    ...{ id, title, basis, firstDay, lastDay, status },
    tasks: asked.length,
    accepted: asked.filter(hasEnded).length,
    findings: findings.length,
    openFindings: findings.filter((finding) => !hasEnded(finding)).length,
  };
}

/** @throws `programme.not-allowed`, `request.invalid` */
export async function openInspection(
  call: Call,
  { departmentIds, demand, ...facts }: Input<Endpoints['openInspection']>['body'],
): Promise<{ id: string }> {
  requireAct(call, 'programme.manage');
  const wanted = requireDepartments(call, departmentIds);
  if (facts.lastDay < facts.firstDay || facts.lastDay <= todayOf(call)) {
    throw programmeProblem([{ code: 'inspection.dates' }]);
  }
  return call.deps.runCommand(call, { name: 'inspection.open' }, async (tx) => {
    const id = newId(tx.now.getTime());
    await tx.em.insert(Inspection, { id, ...facts, status: 'open', createdAt: tx.now, createdBy: nameOf(call) });
    const task = {
      ...({ kind: 'inspection', title: facts.title, demand, dueOn: facts.lastDay } as const),
      ...{ stageId: null, inspectionId: id, target: null },
    };
    await insertTasks(call, tx, { task, departmentIds: wanted });
    tx.audit({ action: 'inspection.open', ...target(id), outcome: 'done', after: { ...facts, departmentIds: wanted } });
    return { id };
  });
}

/** @throws `programme.not-allowed` while something of it has not ended */
export async function closeInspection(call: Call, id: string): Promise<void> {
  requireAct(call, 'programme.manage');
  await call.deps.runCommand(call, { name: 'inspection.close' }, async (tx) => {
    // The row is taken first, so that no finding is added between the look and the end.
    const taken = await tx.em.nativeUpdate(Inspection, { id, status: 'open' }, { status: 'closed' });
    if (taken !== 1) {
      if ((await tx.em.count(Inspection, { id })) === 0) throw problem('record.not-found');
      throw programmeProblem([{ code: 'inspection.closed' }]);
    }
    const tasks = await tx.em.find(ReformTask, { inspectionId: id }, { disableIdentityMap: true });
    const left = tasks.filter((task) => !hasEnded(task)).length;
    if (left > 0) throw programmeProblem([{ code: 'inspection.unfinished', subject: String(left) }]);
    tx.audit({ action: 'inspection.close', ...target(id), outcome: 'done', after: { tasks: tasks.length } });
  });
}
