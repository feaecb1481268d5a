import type { Call } from '../../../platform/endpoint/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import type { OfficeActor } from '../office-actor.ts';

/** Where somebody receives people: the counter of the grant, otherwise the department of the post or that they head. */
export function placeOf({ principal }: Pick<Call, 'principal'>, actor: OfficeActor): string | null {
  const grant = activeGrant(principal);
  if (grant?.scopeKind === 'counter') return grant.scopeId;
  return actor.posts[0]?.departmentId ?? actor.headOf;
}
