/** Who a person is to the university. 105号 names teachers, students, parents and the public. */
export const audiences = ['student', 'teacher', 'parent', 'alumnus', 'visitor'] as const;
export type Audience = (typeof audiences)[number];

/** Roles that an administrator gives to people. */
export const givenRoles = ['clerk', 'head', 'counter-clerk', 'reform-officer', 'supervisor', 'administrator'] as const;
export const roles = ['applicant', ...givenRoles, 'machine-client'] as const;
export type Role = (typeof roles)[number];

/** Where a grant reaches; `self` is the applicant's own record. */
export const scopeKinds = ['self', 'office', 'department', 'counter', 'campus', 'university'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** How surely we know who somebody is, weakest first. */
export const assuranceLevels = ['none', 'invited', 'campus', 'real-name'] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

export const affiliationKinds = ['student', 'teacher', 'staff', 'parent', 'alumnus', 'visitor'] as const;
export type AffiliationKind = (typeof affiliationKinds)[number];
