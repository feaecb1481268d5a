import type { adminEndpoints, Answer, Input, Issue } from '@yitang/contract';
import { findRoleConflicts } from '@yitang/domain/access';
import type { Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { scopeNames } from '../../organization/index.ts';
import { RoleGrant } from '../account.entity.ts';
import { presentGrants } from '../grant.presenter.ts';
import { Person } from '../person.entity.ts';
import { asInstants, type Dated } from '../valid-on.ts';

type Wanted = Input<typeof adminEndpoints.giveGrant>['body'];

/**
 * Gives a person a role in a scope from a day on. The person's row is written too, so that of two grants which may not
 * meet, given at the same time, one sees the other.
 * @throws `record.not-found` for an unknown person, `request.invalid` with every fault, `access.denied` for oneself
 */
export async function giveGrant(call: Call, wanted: Wanted): Promise<Answer<typeof adminEndpoints.giveGrant>> {
  if (wanted.personId === call.principal.personId) {
    throw problem('access.denied', { detail: '不能给自己授权，请由另一位管理员办理。' });
  }
  return call.deps.runCommand(call, { name: 'identity.give-grant' }, async (tx) => {
    const touched = await tx.em.nativeUpdate(Person, { id: wanted.personId }, { updatedAt: tx.now });
    if (touched !== 1) throw problem('record.not-found');
    const issues = [
      ...(await scopeIssues(tx.em, wanted)),
      ...(await conflictIssues(tx, wanted, call.deps.config.timeZone)),
    ];
    if (issues.length > 0) throw problem('request.invalid', { issues });
    const { personId, role, scopeKind, scopeId, from: fromDay, until: untilDay } = wanted;
    const values = { personId, role, scopeKind, scopeId, fromDay, untilDay };
    const grant = tx.em.create(RoleGrant, {
      id: newId(tx.now.getTime()),
      ...values,
      givenBy: principalKey(tx.principal),
      givenAt: tx.now,
    });
    tx.audit({
      action: 'grant.give',
      chain: `person:${personId}`,
      target: { type: 'grant', id: grant.id },
      outcome: 'done',
      after: { role, scopeKind, scopeId, fromDay, untilDay },
    });
    const [presented] = await presentGrants(tx.em, [grant]);
    if (presented === undefined) throw problem('service.failed');
    return presented;
  });
}

async function scopeIssues(em: Em, { scopeKind, scopeId, from, until }: Wanted): Promise<Issue[]> {
  const issues: Issue[] = [];
  if (until !== null && until < from)
    issues.push({ field: 'body.until', code: 'grant.dates', message: '截止日期不能早于起始日期。' });
  if (scopeKind === 'university') {
    if (scopeId !== null)
      issues.push({ field: 'body.scopeId', code: 'grant.scope', message: '全校范围不需要选择具体单位。' });
  } else if (scopeId === null || !(await scopeNames(em, [{ scopeKind, scopeId }])).has(scopeId)) {
    issues.push({ field: 'body.scopeId', code: 'grant.scope', message: '请选择一个现有的单位、窗口或校区。' });
  }
  return issues;
}

/** Who runs the platform does not judge its log: such roles never meet in one person. */
async function conflictIssues(tx: Tx, wanted: Wanted, zone: string): Promise<Issue[]> {
  const stored = await tx.em.find(
    RoleGrant,
    { personId: wanted.personId, revokedAt: null },
    { disableIdentityMap: true },
  );
  const conflicts = rolesThatMayNotMeet(
    [...stored, { ...wanted, id: 'new', fromDay: wanted.from, untilDay: wanted.until }],
    zone,
  );
  return conflicts
    ? [{ field: 'body.role', code: 'grant.conflict', message: '系统管理员和监督人员不能是同一个人（三权分立）。' }]
    : [];
}

export function rolesThatMayNotMeet(
  grants: readonly (Dated & Pick<RoleGrant, 'id' | 'role' | 'scopeKind' | 'scopeId'>)[],
  zone: string,
): boolean {
  const asGrants = grants.map(({ id, role, scopeKind, scopeId, fromDay, untilDay }) => ({
    id,
    role,
    scopeKind,
    scopeId: scopeId ?? null,
    ...asInstants({ fromDay, untilDay }, zone),
  }));
  return findRoleConflicts(asGrants).length > 0;
}
