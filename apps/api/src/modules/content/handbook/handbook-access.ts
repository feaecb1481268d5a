import { can, type Act } from '@yitang/domain/access';
import type { Call } from '../../../platform/endpoint/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey, type PublishedMatter } from '../../catalog/index.ts';

/** Whether the caller may do it to the handbook of a matter of this department. */
export function may(call: Call, act: Act, departmentId: string): boolean {
  const grant = activeGrant(call.principal);
  const asker = { personId: call.principal.personId ?? null, grants: grant === undefined ? [] : [grant] };
  const campusId = call.deps.services.get(catalogKey).current().findDepartment(departmentId)?.campusId;
  return can(asker, act, { target: { departmentId, campusId }, at: call.now });
}

/** A published matter whose handbook the caller may read. @throws `record.not-found` */
export function requireMatter(call: Call, code: string): PublishedMatter {
  const matter = call.deps.services.get(catalogKey).current().find(code);
  if (matter === undefined || !may(call, 'handbook.read', matter.departmentId)) throw problem('record.not-found');
  return matter;
}

/** @throws `access.denied` */
export function requireAct(call: Call, act: Act, { departmentId }: PublishedMatter): void {
  if (!may(call, act, departmentId)) throw problem('access.denied');
}
