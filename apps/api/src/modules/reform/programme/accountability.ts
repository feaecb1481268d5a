import type { AccountabilityRowData, Answer, Input, programmeEndpoints } from '@yitang/contract';
import { accountabilityLifecycle, decideAccountability, decideOpening } from '@yitang/domain/programme';
import type { AccountabilityAction, AccountabilityStatus } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { requireTask } from './find-task.ts';
import { departmentOf, may, nameOf, reachOf, requireAct, todayOf } from './programme-access.ts';
import { programmeProblem } from './programme-problem.ts';
import { Accountability, AccountabilityEntry } from './programme.entity.ts';
import { tellHeads } from './tell-heads.ts';

type Endpoints = typeof programmeEndpoints;
const targetOf = (id: string) => ({ chain: `accountability:${id}`, target: { type: 'accountability', id } });
const actOf = (action: AccountabilityAction) => (action === 'reply' ? 'accountability.reply' : 'accountability.decide');

/** Cases within the caller's reach, latest first, without what is said in them. */
export async function listAccountability(call: Call): Promise<Answer<Endpoints['listAccountability']>> {
  const reach = reachOf(call, 'accountability.read');
  const cases = await call.em.find(Accountability, reach === undefined ? {} : { departmentId: { $in: [...reach] } }, {
    orderBy: { openedAt: 'desc', id: 'desc' },
    disableIdentityMap: true,
  });
  return { items: cases.map((one) => presentRow(call, one)) };
}

/** With its whole history; that it was read is recorded. @throws `record.not-found` */
export async function getAccountability(call: Call, id: string): Promise<Answer<Endpoints['getAccountability']>> {
  const held = await requireCase(call, call.em, id);
  await call.deps.audit.read(call, { action: 'accountability.read', target: { type: 'accountability', id } });
  const entries = await call.em.find(
    AccountabilityEntry,
    { caseId: id },
    { orderBy: { seq: 'asc' }, disableIdentityMap: true },
  );
  const possible = Object.keys(accountabilityLifecycle[held.status]) as AccountabilityAction[];
  return {
    ...presentRow(call, held),
    task: { id: held.taskId, title: held.title },
    entries: entries.map(({ at, by, action, text }) => ({ at: at.toISOString(), by, action, text })),
    revision: held.revision,
    availableActions: possible
      .filter((action) => may(call, actOf(action), held.departmentId))
      .filter((action) => action !== 'decide' || held.status === 'replied' || held.replyBy < todayOf(call)),
  };
}

function presentRow(call: Call, held: Accountability): AccountabilityRowData {
  const { id, title, departmentId, status, measure, replyBy, openedAt } = held;
  return {
    ...{ id, title, status, replyBy, openedAt: openedAt.toISOString() },
    department: departmentOf(call, departmentId),
    measure: measure ?? null,
  };
}

async function requireCase(call: Call, em: Em, id: string): Promise<Accountability> {
  const held = await em.findOne(Accountability, { id }, { disableIdentityMap: true });
  if (held === null || !may(call, 'accountability.read', held.departmentId)) throw problem('record.not-found');
  return held;
}

/** Opens a case on a finding; its department is asked to reply. @throws `programme.not-allowed`, `record.not-found` */
export async function openAccountability(
  call: Call,
  { taskId, facts, replyBy }: Input<Endpoints['openAccountability']>['body'],
): Promise<{ id: string }> {
  requireAct(call, 'accountability.decide');
  return call.deps.runCommand(call, { name: 'accountability.open' }, async (tx) => {
    const { kind, departmentId, title } = await requireTask(call, tx.em, taskId);
    const isOpenAlready = (await tx.em.count(Accountability, { taskId })) > 0;
    const decided = decideOpening({ kind, isOpenAlready, replyBy, today: todayOf(call) });
    if (!decided.ok) throw programmeProblem(decided.refusals);
    const id = newId(tx.now.getTime());
    await tx.em.insert(Accountability, {
      ...{ id, taskId, departmentId, title, replyBy, status: 'opened', measure: null, revision: 0, openedAt: tx.now },
    });
    await tx.em.insert(AccountabilityEntry, {
      caseId: id,
      seq: 1,
      action: 'open',
      text: facts,
      at: tx.now,
      by: nameOf(call),
    });
    const path = `/reform/programme/accountability/${id}`;
    await tellHeads({ deps: call.deps, tx }, departmentId, {
      kind: 'accountability-opened',
      path,
      title,
      dueOn: replyBy,
    });
    tx.audit({ action: 'accountability.open', ...targetOf(id), outcome: 'done', after: { taskId, replyBy } });
    return { id };
  });
}

/** The department replies; the reform office decides and closes. @throws `programme.not-allowed`, `record.changed` */
export async function actOnAccountability(
  call: Call,
  id: string,
  { action, text, measure, revision }: Input<Endpoints['actOnAccountability']>['body'],
): Promise<{ status: AccountabilityStatus; revision: number }> {
  return call.deps.runCommand(call, { name: 'accountability.act' }, async (tx) => {
    const held = await requireCase(call, tx.em, id);
    requireAct(call, actOf(action), held.departmentId);
    if (held.revision !== revision) throw problem('record.changed');
    const wish = { action, text, measure, replyBy: held.replyBy, today: todayOf(call) };
    const decided = decideAccountability(held.status, wish);
    if (!decided.ok) throw programmeProblem(decided.refusals);
    const { status } = decided;
    const next = revision + 1;
    const change = { status, revision: next, measure: action === 'decide' ? measure : (held.measure ?? null) };
    if ((await tx.em.nativeUpdate(Accountability, { id, revision }, change)) !== 1) throw problem('record.changed');
    const entry = { caseId: id, seq: next + 1, action, text: text ?? '', at: tx.now, by: nameOf(call) };
    await tx.em.insert(AccountabilityEntry, entry);
    tx.audit({
      action: `accountability.${action}`,
      ...targetOf(id),
      outcome: 'done',
      before: { status: held.status },
      after: { status, measure: change.measure },
    });
    return { status, revision: next };
  });
}
