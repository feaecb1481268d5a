import type { Role } from '../vocabulary/index.ts';
import { covers, type Grant, isGrantValid, type Place } from './grant.ts';

/**
 * Who may do what, one sentence an act; what is not written is denied. `owner` is the person whose record it is, with no
 * grant. Whoever is named besides needs a grant whose scope holds the thing. No act changes the audit log: there is none.
 */
export const permissions = {
  'draft.edit': { owner: true },
  'case.submit': { owner: true },
  'case.read': { owner: true, roles: ['clerk', 'head', 'counter-clerk'] },
  'case.supply-correction': { owner: true },
  'case.withdraw': { owner: true },
  'case.rate': { owner: true },
  'case.handle': { roles: ['clerk', 'head', 'counter-clerk'] },
  'case.reveal-personal-data': { roles: ['clerk', 'head', 'counter-clerk'] },
  'case.record-visit': { roles: ['clerk', 'head', 'counter-clerk'] },
  'arrival.note': { roles: ['clerk', 'head', 'counter-clerk'] },
  'arrival.report': { roles: ['machine-client'] },
  'case.strike': { roles: ['head'] },
  'team.manage': { roles: ['head'] },
  'material.read': { owner: true, roles: ['clerk', 'head', 'counter-clerk'] },
  'certificate.read': { owner: true, roles: ['clerk', 'head', 'counter-clerk'] },
  'certificate.revoke': { roles: ['head'] },
  'invitation.manage': { owner: true },
  'notice.read': { owner: true },
  'rating.read-figures': { roles: ['head', 'reform-officer', 'supervisor'] },
  'statistics.read': { roles: ['reform-officer', 'machine-client'] },
  'survey.read': { roles: ['reform-officer', 'supervisor'] },
  'survey.manage': { roles: ['reform-officer'] },
  'survey.reveal-contacts': { roles: ['reform-officer'] },
  'programme.read': { roles: ['clerk', 'head', 'reform-officer', 'supervisor'] },
  'programme.answer': { roles: ['clerk', 'head'] },
  'programme.manage': { roles: ['reform-officer'] },
  'accountability.read': { roles: ['head', 'reform-officer', 'supervisor'] },
  'accountability.reply': { roles: ['head'] },
  'accountability.decide': { roles: ['reform-officer'] },
  'handbook.read': { roles: ['clerk', 'head', 'reform-officer'] },
  'handbook.edit': { roles: ['head', 'reform-officer'] },
  'training.read': { roles: ['head', 'reform-officer'] },
  'score.read': { roles: ['head', 'reform-officer', 'supervisor'] },
  'volume.report': { roles: ['clerk', 'head', 'reform-officer'] },
  'volume.choose': { roles: ['reform-officer'] },
  'frequency.freeze': { roles: ['reform-officer'] },
  'reduction.read': { roles: ['head', 'reform-officer'] },
  'reduction.record': { roles: ['head', 'reform-officer'] },
  'promise.read': { roles: ['head', 'reform-officer'] },
  'promise.manage': { roles: ['reform-officer'] },
  'target.edit': { roles: ['reform-officer'] },
  'exclusion.request': { roles: ['clerk', 'head', 'reform-officer'] },
  'exclusion.decide': { roles: ['reform-officer'] },
  'catalog.read-drafts': { roles: ['clerk', 'head', 'reform-officer'] },
  'catalog.edit': { roles: ['clerk', 'head', 'reform-officer'] },
  'catalog.confirm': { roles: ['head', 'reform-officer'] },
  'catalog.review': { roles: ['reform-officer'] },
  'catalog.publish': { roles: ['reform-officer'] },
  'filing.read': { roles: ['reform-officer', 'supervisor'] },
  'filing.manage': { roles: ['reform-officer'] },
  'audit.read': { roles: ['supervisor'] },
  'audit.verify': { roles: ['supervisor'] },
  'organization.read': { roles: ['administrator', 'reform-officer'] },
  'organization.edit': { roles: ['administrator'] },
  'people.import': { roles: ['administrator'] },
  'grant.edit': { roles: ['administrator'] },
  'calendar.edit': { roles: ['administrator'] },
  'jobs.manage': { roles: ['administrator'] },
} as const satisfies Record<string, Permission>;

export interface Permission {
  readonly owner?: true;
  readonly roles?: readonly Role[];
}

export type Act = keyof typeof permissions;
export const acts = Object.keys(permissions) as readonly Act[];

/** Who asks. Of the grants those that hold now count; give only the active one to let a person act in one role. */
export interface Asker {
  readonly personId: string | null;
  readonly grants: readonly Grant[];
}

export interface Target extends Place {
  /** The person whose record it is. */
  readonly ownerId?: string | null | undefined;
}

/** Whether they may do it to this thing, now. Denied unless a sentence above allows it. */
export function can(asker: Asker, act: Act, { target = {}, at }: { target?: Target; at: Date }): boolean {
  const permission: Permission | undefined = Object.hasOwn(permissions, act) ? permissions[act] : undefined;
  if (!permission) return false;
  if (permission.owner && isOwner(asker, target)) return true;
  return asker.grants.some(
    (grant) => permission.roles?.includes(grant.role) === true && isGrantValid(grant, at) && covers(grant, target),
  );
}

/** The grants that allow it somewhere, to narrow a list to what the asker may see. */
export function grantsFor({ grants }: Pick<Asker, 'grants'>, act: Act, at: Date): readonly Grant[] {
  const { roles }: Permission = permissions[act];
  return grants.filter((grant) => roles?.includes(grant.role) === true && isGrantValid(grant, at));
}

function isOwner({ personId }: Asker, { ownerId }: Target): boolean {
  return personId !== null && personId !== '' && personId === ownerId;
}
