import type { Access } from '@yitang/contract';
import { activeRole, type Principal } from '../principal/index.ts';
import { problem } from '../problem/index.ts';

/** The first of two questions: may somebody like this call at all? What they may do with one record is asked later. */
export function requireAccess(access: Access, principal: Principal): void {
  if (access === 'public') return;
  if (principal.kind === 'anonymous') throw problem('access.sign-in-required');
  if (!isAllowed(access, principal)) throw problem('access.denied');
}

function isAllowed(access: Exclude<Access, 'public'>, principal: Principal): boolean {
  if (access === 'signed-in') return principal.kind === 'person';
  if (access === 'applicant') return principal.kind === 'person' && activeRole(principal) === 'applicant';
  return (access as readonly string[]).includes(activeRole(principal) ?? '');
}
