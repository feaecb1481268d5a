import type { AffiliationKind, AssuranceLevel, Audience } from '@yitang/domain/vocabulary';

const audiences: Readonly<Record<AffiliationKind, Audience>> = {
  student: 'student',
  teacher: 'teacher',
  staff: 'teacher',
  parent: 'parent',
  alumnus: 'alumnus',
  visitor: 'visitor',
};
const byWeight: readonly AffiliationKind[] = ['student', 'teacher', 'staff', 'parent', 'alumnus', 'visitor'];

/** As what a person is served first; a parent who came by invitation is a parent in that session. */
export function audienceOf(current: readonly AffiliationKind[], assurance: AssuranceLevel): Audience {
  if (assurance === 'invited') return 'parent';
  const kind = byWeight.find((one) => current.includes(one));
  return kind === undefined ? 'visitor' : audiences[kind];
}
