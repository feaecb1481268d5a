import { can, grantsFor, type Act, type Asker } from '@yitang/domain/access';
import type { DraftAction } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';

/** What a person needs for each step of a draft. */
export const actOfStep: Readonly<Record<DraftAction, Act>> = {
  submit: 'catalog.edit',
  confirm: 'catalog.confirm',
  'approve-legality': 'catalog.review',
  approve: 'catalog.review',
  return: 'catalog.confirm',
  reopen: 'catalog.confirm',
  'keep-cases': 'catalog.publish',
  schedule: 'catalog.publish',
  unschedule: 'catalog.publish',
  publish: 'catalog.publish',
  abandon: 'catalog.edit',
};

/** The caller in the role of the moment, as the rules ask for it. */
export function askerOf({ principal }: Call): Asker {
  const grant = activeGrant(principal);
  return { personId: principal.personId ?? null, grants: grant === undefined ? [] : [grant] };
}

/** Whether the caller may do it to what belongs to a department. */
export function mayIn(call: Call, act: Act, departmentId: string): boolean {
  const campusId = call.deps.services.get(catalogKey).current().findDepartment(departmentId)?.campusId;
  return can(askerOf(call), act, { target: { departmentId, campusId }, at: call.now });
}

/** @throws `access.denied` */
export function requireIn(call: Call, act: Act, departmentId: string): void {
  if (!mayIn(call, act, departmentId)) throw problem('access.denied');
}

/** Ids of the departments to which the caller may do it, by default see their drafts; undefined: all of the university's. */
export function departmentsInReach(call: Call, act: Act = 'catalog.read-drafts'): readonly string[] | undefined {
  const grants = grantsFor(askerOf(call), act, call.now);
  if (grants.some(({ scopeKind }) => scopeKind === 'university')) return undefined;
  const { departments } = call.deps.services.get(catalogKey).current();
  return departments.filter(({ id }) => mayIn(call, act, id)).map(({ id }) => id);
}
