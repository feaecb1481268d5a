import type { Role, ScopeKind } from '../vocabulary/index.ts';

/** A role that a person or machine holds for a time and within a scope. An applicant needs none. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  /** Id of the campus, department, office or counter; null where the scope kind needs none. */
  readonly scopeId: string | null;
  readonly from: Date;
  /** First instant at which it no longer holds; null while it has no end. */
  readonly until: Date | null;
}

export function isGrantValid({ from, until }: Pick<Grant, 'from' | 'until'>, at: Date): boolean {
  return from <= at && (until === null || at < until);
}

/**
 * Where a thing belongs, from the widest to the narrowest; what is absent does not apply. University ⊃ campus ⊃
 * department ⊃ office or counter.
 */
export interface Place {
  readonly campusId?: string | null | undefined;
  readonly departmentId?: string | null | undefined;
  readonly officeId?: string | null | undefined;
  readonly counterId?: string | null | undefined;
}

/** Whether the scope holds the place. A thing that belongs nowhere in particular is the university's alone. */
export function covers({ scopeKind, scopeId }: Pick<Grant, 'scopeKind' | 'scopeId'>, place: Place): boolean {
  switch (scopeKind) {
    case 'university':
      return true;
    case 'campus':
      return isSame(scopeId, place.campusId);
    case 'department':
      return isSame(scopeId, place.departmentId);
    case 'office':
      return isSame(scopeId, place.officeId);
    case 'counter':
      return isSame(scopeId, place.counterId);
    case 'self':
      return false;
  }
}

/** Nothing is the same as an id that is missing. */
function isSame(scopeId: string | null, id: string | null | undefined): boolean {
  return scopeId !== null && scopeId !== '' && scopeId === id;
}

/** Pairs that one person may not hold at the same time: who runs the platform does not judge its log (三权分立). */
export const incompatibleRoles: readonly (readonly [Role, Role])[] = [['administrator', 'supervisor']];

/** The pairs of incompatible roles among grants that hold at one time. */
export function findRoleConflicts(grants: readonly Grant[]): readonly (readonly [Role, Role])[] {
  return incompatibleRoles.filter(([one, other]) =>
    grants.some((a) => a.role === one && grants.some((b) => b.role === other && overlap(a, b))),
  );
}

function overlap(a: Grant, b: Grant): boolean {
  return (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);
}
