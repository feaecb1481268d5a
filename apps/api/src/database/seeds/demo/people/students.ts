import { addDays } from '@yitang/domain/calendar';
import { demoColleges, demoProgrammes } from '../organization/index.ts';
import { unusualNames } from './names.ts';
import { affiliation } from './person.ts';
import type { DemoAffiliation, DemoPerson } from './person.ts';
import { identityOf } from './person-maker.ts';
import type { PersonMaker, PersonPlan } from './person-maker.ts';

interface Enrolment {
  readonly number: string;
  readonly departmentCode: string;
  readonly level: '本科' | '硕士' | '博士';
  readonly entryYear: number;
  readonly years: number;
}

/** Which programme of a college: the order of the number decides, so that classes fill evenly. */
function studentAffiliation(enrolment: Enrolment, changes: Partial<DemoAffiliation> = {}): DemoAffiliation {
  const { number, departmentCode, level, entryYear, years } = enrolment;
  const programmes = demoProgrammes[departmentCode] ?? [];
  return affiliation({
    kind: 'student',
    number,
    departmentCode,
    level,
    programme: programmes[Number(number.slice(-2)) % programmes.length]?.zh ?? null,
    grade: `${entryYear}级`,
    studentStatus: 'registered',
    from: `${entryYear}-09-01`,
    expectedEnd: `${entryYear + years}-06-30`,
    ...changes,
  });
}

export function makeUndergraduates(maker: PersonMaker, count: number): DemoPerson[] {
  return Array.from({ length: count }, (_, order) => maker.make(undergraduatePlan(maker, order)));
}

function undergraduatePlan(maker: PersonMaker, order: number): PersonPlan {
  const { academicYear: year, random } = maker;
  const entryYear = year - (order % 4);
  const bornIn = [entryYear - 19, entryYear - 18] as const;
  const base = { level: '本科', entryYear, years: 4 } as const;
  if (order === 3) {
    const own = identityOf('student', 'male');
    return {
      ...own,
      bornIn,
      affiliations: [studentAffiliation({ ...base, number: own.username, departmentCode: '208' })],
    };
  }
  if (order === 2) {
    const own = identityOf('student-with-arrears', 'female');
    const owes = { arrearsFen: 580_000 };
    return {
      ...own,
      bornIn,
      affiliations: [studentAffiliation({ ...base, number: own.username, departmentCode: '201' }, owes)],
    };
  }
  const departmentCode = collegeCode(order);
  const number = studentNumber('3', { entryYear, departmentCode, order });
  const arrearsFen = random.chance(0.06) ? random.integer(8, 58) * 10_000 : 0;
  const studentStatus = random.chance(0.03) ? 'suspended' : 'registered';
  const affiliations = [studentAffiliation({ ...base, number, departmentCode }, { arrearsFen, studentStatus })];
  return {
    key: `undergraduate-${order}`,
    username: number,
    bornIn,
    affiliations,
    ...unusual(order, 8, 0),
    ...fromHongKong(order),
  };
}

export function makeGraduates(maker: PersonMaker, count: number): DemoPerson[] {
  return Array.from({ length: count }, (_, order) => maker.make(graduatePlan(maker, order)));
}

function graduatePlan({ academicYear: year }: PersonMaker, order: number): PersonPlan {
  const isDoctor = order % 4 === 3;
  const entryYear = year - (order % 3);
  const bornIn = [entryYear - 27, entryYear - 22] as const;
  const base = { level: isDoctor ? '博士' : '硕士', entryYear, years: isDoctor ? 4 : 3 } as const;
  if (order === 1) {
    const own = identityOf('graduate', 'female');
    return {
      ...own,
      bornIn,
      affiliations: [studentAffiliation({ ...base, number: own.username, departmentCode: '206' })],
    };
  }
  const departmentCode = collegeCode(order);
  const number = studentNumber('2', { entryYear, departmentCode, order });
  const affiliations = [studentAffiliation({ ...base, number, departmentCode })];
  return { key: `graduate-${order}`, username: number, bornIn, affiliations, ...unusual(order, 5, 10) };
}

/** People who were students, most of them until last or this summer, and may still come for papers. */
export function makeAlumni(maker: PersonMaker, count: number): DemoPerson[] {
  return Array.from({ length: count }, (_, order) => maker.make(alumnusPlan(maker, order)));
}

function alumnusPlan({ academicYear, random }: PersonMaker, order: number): PersonPlan {
  const endYear = order < 14 ? academicYear - (order % 2) : academicYear - random.integer(2, 20);
  const entryYear = endYear - 4;
  const own = order === 0 ? identityOf('alumnus', 'male') : undefined;
  const departmentCode = own ? '209' : collegeCode(order);
  const number = own?.username ?? studentNumber('3', { entryYear, departmentCode, order: order + 200 });
  const until = `${endYear}-06-30`;
  const before = studentAffiliation(
    { number, departmentCode, level: '本科', entryYear, years: 4 },
    { until, studentStatus: 'graduated' },
  );
  const since = affiliation({ kind: 'alumnus', number, departmentCode, from: addDays(until, 1) });
  const bornIn = [entryYear - 19, entryYear - 18] as const;
  return { key: `alumnus-${order}`, username: number, ...own, bornIn, affiliations: [before, since] };
}

function collegeCode(order: number): string {
  return demoColleges[order % demoColleges.length]?.code ?? '201';
}

/** Kind, year, college, order: ten digits. */
function studentNumber(
  kind: '2' | '3',
  { entryYear, departmentCode, order }: { entryYear: number; departmentCode: string; order: number },
): string {
  return `${kind}${String(entryYear % 100).padStart(2, '0')}${departmentCode}${String(order).padStart(4, '0')}`;
}

/** Every n-th person has one of the unusual names, from `first` in their list, at most ten. */
function unusual(order: number, every: number, first: number): Partial<PersonPlan> {
  const place = Math.floor(order / every);
  const found = order % every === every - 1 && place < 10 ? unusualNames[first + place] : undefined;
  if (!found) return {};
  return { name: found.name, gender: found.gender, ...(found.isForeign ? { idType: 'passport' as const } : {}) };
}

function fromHongKong(order: number): Partial<PersonPlan> {
  return order === 40 || order === 80 ? { idType: 'hmt-residence' } : {};
}
