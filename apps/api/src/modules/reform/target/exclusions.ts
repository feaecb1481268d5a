import { can } from '@yitang/domain/access';
import { civilDateAt } from '@yitang/domain/calendar';
import type { MatterExclusionData } from '@yitang/contract';
import { checkReviewDay, decideExclusion, isReviewOverdue } from '@yitang/domain/target';
import type { CivilDate, ExclusionAction, ExclusionReason, ExclusionStatus } from '@yitang/domain/vocabulary';
import { affectedRows } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { exclusionOf } from './day-facts.ts';
import { targetProblem } from './target-problem.ts';
import { MatterExclusion } from './target.entity.ts';

const todayOf = ({ deps, now }: Call): string => civilDateAt(now, deps.config.timeZone);

/** Whether the caller may do it to what belongs to a department. */
export function mayExclude(call: Call, act: 'exclusion.request' | 'exclusion.decide', departmentId: string): boolean {
  const campusId = call.deps.services.get(catalogKey).current().findDepartment(departmentId)?.campusId;
  const grant = activeGrant(call.principal);
  const asker = { personId: call.principal.personId ?? null, grants: grant === undefined ? [] : [grant] };
  return can(asker, act, { target: { departmentId, campusId }, at: call.now });
}

interface Request {
  readonly code: string;
  readonly reason: ExclusionReason;
  readonly evidence: string;
  readonly reviewOn: string;
}

/** @throws `target.not-allowed` with every refusal, `access.denied` for a matter of another department */
export function requestExclusion(call: Call, request: Request): Promise<{ id: string }> {
  return call.deps.runCommand(call, { name: 'exclusion.request' }, async (tx) => {
    const matter = call.deps.services.get(catalogKey).current().find(request.code);
    if (matter !== undefined && !mayExclude(call, 'exclusion.request', matter.departmentId))
      throw problem('access.denied');
    const open = await tx.em.findOne(MatterExclusion, { openKey: request.code }, { disableIdentityMap: true });
    const refusals = [
      ...(matter === undefined ? ['exclusion.unknown-matter' as const] : []),
      ...(open === null ? [] : ['exclusion.open' as const]),
      ...checkReviewDay(request.reviewOn, todayOf(call)),
    ];
    if (matter === undefined || refusals.length > 0) throw targetProblem(refusals.map((code) => ({ code })));
    const id = newId();
    await tx.em.insert(MatterExclusion, {
      ...request,
      id,
      openKey: request.code,
      departmentId: matter.departmentId,
      status: 'requested',
      requestedBy: tx.principal.personId ?? '',
      requestedByName: tx.principal.displayName ?? '',
      requestedAt: tx.now,
      approver: null,
      fromDay: null,
      endedOn: null,
      note: '',
      revision: 0,
      updatedAt: tx.now,
    });
    tx.audit({
      action: 'exclusion.request',
      chain: `exclusion:${id}`,
      target: { type: 'exclusion', id },
      outcome: 'done',
      after: { ...request },
    });
    return { id };
  });
}

interface Step {
  readonly action: ExclusionAction;
  readonly revision: number;
  readonly note: string;
  readonly reviewOn: string | null;
}

/** @throws `target.not-allowed` with every refusal, `record.changed`, `record.not-found` */
export function actOnExclusion(
  call: Call,
  id: string,
  step: Step,
): Promise<{ status: ExclusionStatus; revision: number }> {
  return call.deps.runCommand(call, { name: 'exclusion.act' }, async (tx) => {
    const row = await tx.em.findOne(MatterExclusion, { id }, { disableIdentityMap: true });
    if (row === null) throw problem('record.not-found');
    if (!mayExclude(call, 'exclusion.decide', row.departmentId)) throw problem('access.denied');
    const by = tx.principal.personId ?? '';
    const decision = decideExclusion(exclusionOf(row), { ...step, by, today: todayOf(call) });
    if (!decision.ok) throw targetProblem(decision.refusals.map((code) => ({ code })));
    const { status, from, reviewOn, endedOn } = decision.next;
    const approver = step.action === 'approve' ? (tx.principal.displayName ?? '') : (row.approver ?? null);
    const changed = await affectedRows(
      tx.em,
      `update matter_exclusions set status = ?, from_day = ?, review_on = ?, ended_on = ?, approver = ?, note = ?,
         open_key = ?, revision = revision + 1, updated_at = ? where id = ? and revision = ?`,
      [
        ...[status, from, reviewOn, endedOn, approver, step.note],
        ...[status === 'approved' ? row.code : null, tx.now, id, step.revision],
      ],
    );
    if (changed !== 1) throw problem('record.changed');
    if (decision.renewed !== null) return renew(tx, row, { ...step, ...decision.renewed });
    tx.audit({
      action: `exclusion.${step.action}`,
      chain: `exclusion:${id}`,
      target: { type: 'exclusion', id },
      outcome: 'done',
      before: { status: row.status, reviewOn: row.reviewOn },
      after: { status, reviewOn, note: step.note },
    });
    return { status, revision: step.revision + 1 };
  });
}

interface Renewal extends Pick<Step, 'note'> {
  readonly status: ExclusionStatus;
  readonly from: CivilDate;
  readonly reviewOn: CivilDate;
}

/** The lapsed approval has ended; what follows it is one of its own, so that the days between are told apart. */
async function renew(
  tx: Tx,
  lapsed: MatterExclusion,
  { status, from, reviewOn, note }: Renewal,
): Promise<{ status: ExclusionStatus; revision: number }> {
  const id = newId();
  const { code, departmentId, reason, evidence, requestedBy, requestedByName, requestedAt } = lapsed;
  await tx.em.insert(MatterExclusion, {
    ...{ id, code, openKey: code, departmentId, reason, evidence, requestedBy, requestedByName, requestedAt },
    ...{ status, fromDay: from, reviewOn, endedOn: null, note, revision: 0, updatedAt: tx.now },
    approver: tx.principal.displayName ?? '',
  });
  tx.audit({
    action: 'exclusion.review',
    chain: `exclusion:${lapsed.id}`,
    target: { type: 'exclusion', id },
    outcome: 'done',
    before: { status: lapsed.status, reviewOn: lapsed.reviewOn },
    after: { status, from, reviewOn, note, renews: lapsed.id },
  });
  return { status, revision: 0 };
}

const actionsOf: Readonly<Record<ExclusionStatus, readonly ExclusionAction[]>> = {
  requested: ['approve', 'refuse'],
  approved: ['review', 'end'],
  refused: [],
  ended: [],
};

/** @param on the day of which it is said whether the review is overdue; what may be done is of today */
export function presentExclusion(call: Call, row: MatterExclusion, on: CivilDate): MatterExclusionData {
  const snapshot = call.deps.services.get(catalogKey).current();
  const { id, code, reason, evidence, status, reviewOn, note, revision } = row;
  const mayDecide = mayExclude(call, 'exclusion.decide', row.departmentId);
  const isOwn = row.requestedBy === call.principal.personId;
  return {
    ...{ id, code, reason, evidence, status, reviewOn, note, revision },
    name: snapshot.find(code)?.name ?? snapshot.findRetired(code)?.name ?? code,
    department: snapshot.findDepartment(row.departmentId)?.name ?? '',
    requestedBy: row.requestedByName,
    requestedAt: row.requestedAt.toISOString(),
    approver: row.approver ?? null,
    from: row.fromDay ?? null,
    endedOn: row.endedOn ?? null,
    isOverdue: isReviewOverdue(exclusionOf(row), on),
    availableActions: mayDecide ? actionsOf[status].filter((action) => !(isOwn && action === 'approve')) : [],
  };
}
