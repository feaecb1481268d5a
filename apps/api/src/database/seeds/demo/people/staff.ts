import type { CivilDate } from '@yitang/domain/vocabulary';
import { demoColleges } from '../organization/index.ts';
import type { DemoDepartment } from '../organization/index.ts';
import { affiliation } from './person.ts';
import type { DemoGrant, DemoPerson } from './person.ts';
import { identityOf } from './person-maker.ts';
import type { PersonMaker, PersonPlan } from './person-maker.ts';
import { demoPersonas, extraGrants, staffedUnits, staffNumber } from './personas.ts';
import { postsOfClerk, postsOfHead } from './post-assignments.ts';

const women = new Set(['clerk-college', 'clerk-student-affairs', 'clerk-human-resources', 'several-roles', 'teacher']);

/** Every department and college has a head and a clerk; a few people more hold the roles of the whole university. */
export function makeStaff(maker: PersonMaker): DemoPerson[] {
  const pairs = staffedUnits.flatMap((unit) => [maker.make(headPlan(maker, unit)), maker.make(clerkPlan(maker, unit))]);
  const others = ['counter-clerk', 'reform-officer', 'supervisor', 'administrator'];
  return [...pairs, ...others.map((key) => maker.make(officerPlan(maker, key)))];
}

export function makeTeachers(maker: PersonMaker, count: number): DemoPerson[] {
  return Array.from({ length: count }, (_, order) => maker.make(teacherPlan(maker, order)));
}

function headPlan(maker: PersonMaker, { code, kind }: DemoDepartment): PersonPlan {
  const from = sinceYears(maker, 2, 8);
  const position = kind === 'college' ? '院长' : '负责人';
  const grant = { role: 'head', scopeKind: 'department', scopeCode: code, from, until: null } as const;
  return unitPlan(maker, { code, order: 1, position, from, grant, posts: postsOfHead(code) });
}

function clerkPlan(maker: PersonMaker, { code }: DemoDepartment): PersonPlan {
  const from = sinceYears(maker, 2, 6);
  const grant = { role: 'clerk', scopeKind: 'department', scopeCode: code, from, until: null } as const;
  return unitPlan(maker, { code, order: 2, position: '科员', from, grant, posts: postsOfClerk(code) });
}

interface UnitPost {
  readonly code: string;
  readonly order: number;
  readonly position: string;
  readonly from: CivilDate;
  readonly grant: DemoGrant;
  readonly posts: readonly string[];
}

function unitPlan(maker: PersonMaker, { code, order, position, from, grant, posts }: UnitPost): PersonPlan {
  const number = staffNumber(code, order);
  const own = personaIdentity(number);
  return {
    key: `staff-${number}`,
    username: number,
    ...own,
    bornIn: bornForWork(maker),
    affiliations: [affiliation({ kind: 'staff', number, departmentCode: code, position, from })],
    posts: posts.map((post) => ({ code: post, departmentCode: code, from })),
    grants: [grant, ...moreGrants(own?.key, from)],
  };
}

function officerPlan(maker: PersonMaker, key: string): PersonPlan {
  const own = identityOf(key, women.has(key) ? 'female' : 'male');
  const departmentCode = own.username.slice(2, 5);
  const from = sinceYears(maker, 2, 6);
  const affiliations = [affiliation({ kind: 'staff', number: own.username, departmentCode, position: '科员', from })];
  return { ...own, bornIn: bornForWork(maker), affiliations, grants: moreGrants(key, from) };
}

function teacherPlan(maker: PersonMaker, order: number): PersonPlan {
  const isPersona = order === 7;
  const departmentCode = demoColleges[order % demoColleges.length]?.code ?? '201';
  const number = staffNumber(departmentCode, isPersona ? 5 : 10 + Math.floor(order / demoColleges.length));
  const position = maker.random.pick(['讲师', '讲师', '副教授', '副教授', '教授', '助理研究员', '实验师']);
  const affiliations = [
    affiliation({ kind: 'teacher', number, departmentCode, position, from: sinceYears(maker, 1, 25) }),
  ];
  const usual = { key: `teacher-${number}`, username: number, bornIn: bornForWork(maker), affiliations };
  return isPersona ? { ...usual, ...identityOf('teacher', 'female') } : usual;
}

function personaIdentity(number: string): ReturnType<typeof identityOf> | undefined {
  const found = demoPersonas.find(({ username }) => username === number);
  return found && identityOf(found.key, women.has(found.key) ? 'female' : 'male');
}

function moreGrants(key: string | undefined, from: CivilDate): DemoGrant[] {
  return (key === undefined ? [] : (extraGrants[key] ?? [])).map((grant) => ({ ...grant, from, until: null }));
}

function bornForWork({ academicYear }: PersonMaker): PersonPlan['bornIn'] {
  return [academicYear - 58, academicYear - 28];
}

/** A working day in March between so many academic years ago, before the two years of past cases begin. */
function sinceYears({ random, academicYear }: PersonMaker, least: number, most: number): CivilDate {
  return `${academicYear - random.integer(least, most)}-03-01`;
}
