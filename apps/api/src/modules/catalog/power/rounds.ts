import type { Input, powerEndpoints } from '@yitang/contract';
import { decideFiling, decideRound } from '@yitang/domain/power';
import type { FilingStatus } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { mayIn, requireIn } from '../draft/draft-access.ts';
import { todayOf } from './enterable.ts';
import { tellHeads } from './heads.ts';
import { countEntries } from './list-rounds.ts';
import { powerProblem } from './power-problem.ts';
import { PowerFiling, PowerRound } from './round.entity.ts';

type Endpoints = typeof powerEndpoints;

/** Opens a round for some departments. @throws `power.not-allowed` with every refusal */
export async function openRound(
  call: Call,
  { title, opensOn, dueOn, departmentIds }: Input<Endpoints['openPowerRound']>['body'],
): Promise<{ id: string }> {
  const wanted = [...new Set(departmentIds)];
  const snapshot = call.deps.services.get(catalogKey).current();
  if (wanted.some((id) => snapshot.findDepartment(id) === undefined)) {
    const issue = { field: 'body.departmentIds', code: 'unknown', message: '有的部门不存在，请从列表中选择。' };
    throw problem('request.invalid', { issues: [issue] });
  }
  return call.deps.runCommand(call, { name: 'power.open-round' }, async (tx) => {
    const open = await tx.em.find(PowerFiling, { openKey: { $ne: null } }, { disableIdentityMap: true });
    const busy = new Set(open.map(({ departmentId }) => departmentId));
    const decided = decideRound({ opensOn, dueOn, departmentIds: wanted, today: todayOf(call), busy });
    if (!decided.ok) throw powerProblem(decided, (id) => snapshot.findDepartment(id)?.name ?? id);
    const id = newId(tx.now.getTime());
    const createdBy = call.principal.displayName ?? '';
    await tx.em.insert(PowerRound, { id, title, opensOn, dueOn, status: 'open', createdAt: tx.now, createdBy });
    const blank = { status: 'open', firstFiledOn: null, note: null, revision: 0, updatedAt: tx.now } as const;
    await tx.em.insertMany(
      PowerFiling,
      wanted.map((departmentId) => ({ id: newId(), roundId: id, departmentId, openKey: departmentId, ...blank })),
    );
    for (const departmentId of wanted) {
      await tellHeads(call, tx, { departmentId, kind: 'power-opened', round: { id, title, dueOn } });
    }
    tx.audit({
      action: 'power.open-round',
      ...roundOf(id),
      outcome: 'done',
      after: { title, opensOn, dueOn, departmentIds: wanted },
    });
    return { id };
  });
}

/** Nothing is filed in it any more; its departments are free for the next one. */
export async function closeRound(call: Call, id: string): Promise<void> {
  await call.deps.runCommand(call, { name: 'power.close-round' }, async (tx) => {
    if ((await tx.em.count(PowerRound, { id })) === 0) throw problem('record.not-found');
    const closed = await tx.em.nativeUpdate(PowerRound, { id, status: 'open' }, { status: 'closed' });
    if (closed !== 1) throw powerProblem({ ok: false, refusals: [{ code: 'round.closed' }] });
    await tx.em.nativeUpdate(PowerFiling, { roundId: id }, { openKey: null });
    tx.audit({ action: 'power.close-round', ...roundOf(id), outcome: 'done', after: { status: 'closed' } });
  });
}

const roundOf = (id: string) => ({ chain: `power-round:${id}`, target: { type: 'power-round', id } });

/** Heads file, the reform office returns or accepts. @throws `power.not-allowed` with every refusal, `record.changed` */
export async function actOnFiling(
  call: Call,
  id: string,
  { action, revision, note }: Input<Endpoints['actOnPowerFiling']>['body'],
): Promise<{ status: FilingStatus; revision: number }> {
  return call.deps.runCommand(call, { name: 'power.act-on-filing' }, async (tx) => {
    const filing = await tx.em.findOne(PowerFiling, { id }, { disableIdentityMap: true });
    if (filing === null || !mayIn(call, 'catalog.read-drafts', filing.departmentId)) throw problem('record.not-found');
    requireIn(call, action === 'submit' ? 'catalog.confirm' : 'catalog.review', filing.departmentId);
    const round = await tx.em.findOneOrFail(PowerRound, { id: filing.roundId }, { disableIdentityMap: true });
    const today = todayOf(call);
    const entries = (await countEntries(tx.em, [filing.departmentId])).get(filing.departmentId) ?? 0;
    const decided = decideFiling(filing.status, round, { action, note, entries, today });
    if (filing.revision !== revision) throw problem('record.changed');
    if (!decided.ok) throw powerProblem(decided);
    const { status } = decided;
    const firstFiledOn = filing.firstFiledOn ?? (action === 'submit' ? today : null);
    const written = await tx.em.nativeUpdate(
      PowerFiling,
      { id, revision },
      { status, note, firstFiledOn, revision: revision + 1, updatedAt: tx.now },
    );
    if (written !== 1) throw problem('record.changed');
    if (action === 'return') {
      await tellHeads(call, tx, { departmentId: filing.departmentId, kind: 'power-returned', round });
    }
    tx.audit({
      action: `power.filing-${action}`,
      chain: `power-filing:${id}`,
      target: { type: 'power-filing', id },
      outcome: 'done',
      before: { status: filing.status },
      after: { status, note, entries },
    });
    return { status, revision: revision + 1 };
  });
}
