import { can } from '@yitang/domain/access';
import { civilDateAt } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';

/** The department that the caller answers for as its head. @throws `access.denied` */
export function requireOwnTeam({ principal, now }: Call): string {
  const grant = activeGrant(principal);
  const departmentId = grant?.scopeKind === 'department' ? grant.scopeId : null;
  const asker = { personId: principal.personId ?? null, grants: grant === undefined ? [] : [grant] };
  if (departmentId === null || !can(asker, 'team.manage', { target: { departmentId }, at: now }))
    throw problem('access.denied');
  return departmentId;
}

export const todayOf = ({ deps, now }: Pick<Call, 'deps' | 'now'>): CivilDate => civilDateAt(now, deps.config.timeZone);
