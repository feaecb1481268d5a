import type { StudentStatus } from '@yitang/domain/catalog';
import type { AffiliationKind, CivilDate, Role, ScopeKind } from '@yitang/domain/vocabulary';

export interface DemoPerson {
  /** Stable within one seed; the loader makes ids from it. */
  readonly key: string;
  readonly name: string;
  readonly gender: 'male' | 'female';
  readonly birthDate: CivilDate;
  readonly idType: 'resident-id' | 'hmt-residence' | 'passport';
  /** Of a well-formed but unassigned range. */
  readonly idNumber: string;
  /** Of a range that no operator has. */
  readonly phone: string;
  readonly email: string;
  /** 学工号 at the CAS; null: no campus account (parents come by invitation). */
  readonly username: string | null;
  readonly affiliations: readonly DemoAffiliation[];
  readonly posts: readonly DemoPostHeld[];
  readonly grants: readonly DemoGrant[];
}

/** What a person is to the university, first and last day included. */
export interface DemoAffiliation {
  readonly kind: AffiliationKind;
  readonly number: string | null;
  readonly departmentCode: string | null;
  readonly programme: string | null;
  /** 本科, 硕士, 博士; null for others than students. */
  readonly level: string | null;
  /** Year of entry, such as 2023级. */
  readonly grade: string | null;
  readonly position: string | null;
  readonly studentStatus: StudentStatus | null;
  readonly arrearsFen: number;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly expectedEnd: CivilDate | null;
}

export interface DemoPostHeld {
  readonly code: string;
  readonly departmentCode: string;
  readonly from: CivilDate;
}

export interface DemoGrant {
  readonly role: Exclude<Role, 'applicant' | 'machine-client'>;
  readonly scopeKind: Exclude<ScopeKind, 'self'>;
  /** Code of the department, counter or campus; null for the whole university. */
  readonly scopeCode: string | null;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** A student's standing invitation to a parent. */
export interface DemoInvitation {
  readonly studentKey: string;
  readonly parentKey: string;
  readonly relation: '父亲' | '母亲' | '其他监护人';
  readonly matterCodes: readonly string[];
}

const noAffiliation = {
  number: null,
  departmentCode: null,
  programme: null,
  level: null,
  grade: null,
  position: null,
  studentStatus: null,
  arrearsFen: 0,
  until: null,
  expectedEnd: null,
} as const;

export function affiliation(parts: Pick<DemoAffiliation, 'kind' | 'from'> & Partial<DemoAffiliation>): DemoAffiliation {
  return { ...noAffiliation, ...parts };
}

/** The year in which the academic year of a day began; it begins on 1 September. */
export function academicYearOf(date: CivilDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '09-01' ? year : year - 1;
}
