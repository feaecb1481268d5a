import { can, type Act } from '@yitang/domain/access';
import { civilDateAt } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../../catalog/index.ts';

/** Whether the caller may do it to what belongs to a department; without one, to what is the university's. */
export function may(call: Call, act: Act, departmentId?: string): boolean {
  const grant = activeGrant(call.principal);
  const asker = { personId: call.principal.personId ?? null, grants: grant === undefined ? [] : [grant] };
  const campusId = departmentId === undefined ? undefined : findDepartment(call, departmentId)?.campusId;
  return can(asker, act, { target: { departmentId, campusId }, at: call.now });
}

/** @throws `access.denied` */
export function requireAct(call: Call, act: Act, departmentId?: string): void {
  if (!may(call, act, departmentId)) throw problem('access.denied');
}

/** Ids of the departments that an act reaches; undefined: all of them, closed ones too. */
export function reachOf(call: Call, act: Act): readonly string[] | undefined {
  if (may(call, act)) return undefined;
  const { departments } = call.deps.services.get(catalogKey).current();
  return departments.filter(({ id }) => may(call, act, id)).map(({ id }) => id);
}

const findDepartment = (call: Call, id: string) => call.deps.services.get(catalogKey).current().findDepartment(id);

export const departmentOf = (call: Call, id: string): { id: string; name: string } => ({
  id,
  name: findDepartment(call, id)?.name ?? '',
});

/** Those that one can give a task to. @throws `request.invalid` where one of them is unknown */
export function requireDepartments(call: Call, ids: readonly string[]): readonly string[] {
  const wanted = [...new Set(ids)];
  if (wanted.every((id) => findDepartment(call, id) !== undefined)) return wanted;
  const issue = { field: 'body.departmentIds', code: 'unknown', message: '有的部门不存在，请从列表中选择。' };
  throw problem('request.invalid', { issues: [issue] });
}

export const todayOf = ({ deps, now }: Pick<Call, 'deps' | 'now'>): CivilDate => civilDateAt(now, deps.config.timeZone);
export const nameOf = ({ principal }: Pick<Call, 'principal'>): string => principal.displayName ?? '';
