import type { Call } from '../../../platform/endpoint/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import type { OfficeActor } from '../office-actor.ts';

/** Where somebody receives people: at a counter, or in the rooms of a department. */
export interface ReceivingPlace {
  readonly id: string;
  readonly kind: 'counter' | 'office';
}

/** The counter of the grant, otherwise the department of the post or that they head; null: nowhere. */
export function placeOf({ principal }: Pick<Call, 'principal'>, actor: OfficeActor): ReceivingPlace | null {
  const grant = activeGrant(principal);
  if (grant?.scopeKind === 'counter' && grant.scopeId !== null) return { id: grant.scopeId, kind: 'counter' };
  const id = actor.posts[0]?.departmentId ?? actor.headOf;
  return id === null ? null : { id, kind: 'office' };
}
