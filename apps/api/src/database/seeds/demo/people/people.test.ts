import { describe, expect, test } from '@jest/globals';
import { normalisePhone } from '@yitang/domain/person';
import { demoCounters, demoPosts, demoUnits } from '../organization/index.ts';
import { demoPersonas, generateDemoPeople, getDemoPersona } from './index.ts';

const referenceDate = '2026-11-23';
const { people, invitations } = generateDemoPeople({ seed: 20181108, referenceDate });
const byKey = new Map(people.map((person) => [person.key, person]));
const affiliations = people.flatMap((person) => person.affiliations);

const unique = (values: readonly (string | null)[]) => new Set(values).size === values.length;

describe('the people of the demo', () => {
  test('are 400: students, graduates, teachers, staff, parents and alumni', () => {
    expect(people).toHaveLength(400);
    const kinds = new Map<string, number>();
    for (const { kind } of affiliations) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect([...kinds.keys()].sort()).toEqual(['alumnus', 'parent', 'staff', 'student', 'teacher']);
    for (const count of kinds.values()) expect(count).toBeGreaterThanOrEqual(20);
    expect(new Set(affiliations.map(({ level }) => level))).toEqual(new Set([null, '本科', '硕士', '博士']));
  });

  test('come out the same from one seed, otherwise from another', () => {
    expect(generateDemoPeople({ seed: 20181108, referenceDate }).people).toEqual(people);
    expect(generateDemoPeople({ seed: 7, referenceDate }).people).not.toEqual(people);
  });

  test('keys, accounts, ID numbers and phones are each one person’s', () => {
    expect(unique(people.map(({ key }) => key))).toBe(true);
    expect(unique(people.map(({ username }) => username).filter((username) => username !== null))).toBe(true);
    expect(unique(people.map(({ idNumber }) => idNumber))).toBe(true);
    expect(unique(people.map(({ phone }) => phone))).toBe(true);
  });

  test('APP-14 names hold rare characters, a middle dot, Latin letters and long surnames', () => {
    const names = people.map(({ name }) => name);
    for (const part of ['𠮷', '龘', '㐀', '·', 'Müller', '爱新觉罗', '欧阳', '上官']) {
      expect(names.some((name) => name.includes(part))).toBe(true);
    }
    expect(names.some((name) => [...name].length === 2)).toBe(true);
    expect(names.every((name) => name === name.trim() && [...name].length >= 2 && [...name].length <= 50)).toBe(true);
  });

  test('APP-14 ID numbers are well formed and nobody’s: no county has the area 9900', () => {
    for (const { idType, idNumber, birthDate, gender } of people.filter((person) => person.idType !== 'passport')) {
      expect(idNumber).toMatch(idType === 'resident-id' ? /^\d\d9900\d{11}[\dX]$/ : /^819900\d{11}[\dX]$/);
      expect(idNumber.slice(6, 14)).toBe(birthDate.replaceAll('-', ''));
      expect(Number(idNumber[16]) % 2 === 1).toBe(gender === 'male');
      const remainder = [...idNumber].reduce(
        (sum, digit, place) => sum + (digit === 'X' ? 10 : Number(digit)) * (2 ** (17 - place) % 11),
        0,
      );
      expect(remainder % 11).toBe(1);
    }
    expect(new Set(people.map(({ idType }) => idType)).size).toBe(3);
  });

  test('nobody real can be rung or written to', () => {
    for (const { phone, email } of people) {
      expect(normalisePhone(phone)).toBe(phone);
      expect(phone).toMatch(/^160/);
      expect(email).toMatch(/@shifan\.example$/);
    }
  });

  test('current students, people with arrears, people on leave and graduates are among them', () => {
    const students = affiliations.filter(({ kind }) => kind === 'student');
    expect(students.filter(({ arrearsFen }) => arrearsFen > 0).length).toBeGreaterThan(3);
    expect(new Set(students.map(({ studentStatus }) => studentStatus))).toEqual(
      new Set(['registered', 'suspended', 'graduated']),
    );
    for (const { until, from, studentStatus, expectedEnd } of students) {
      expect(until === null || from < until).toBe(true);
      if (studentStatus === 'registered') expect(expectedEnd! > referenceDate).toBe(true);
    }
  });

  test('every post has a holder and every reference leads somewhere', () => {
    const held = new Set(people.flatMap(({ posts }) => posts.map((post) => `${post.code}@${post.departmentCode}`)));
    expect(demoPosts.filter((post) => !held.has(`${post.code}@${post.departmentCode}`))).toEqual([]);
    const codes = new Set([...demoUnits, ...demoCounters].map(({ code }) => code));
    for (const { scopeKind, scopeCode } of people.flatMap(({ grants }) => grants)) {
      expect(scopeKind === 'university' ? scopeCode === null : codes.has(scopeCode!)).toBe(true);
    }
    for (const { departmentCode, kind } of affiliations)
      expect(kind === 'parent' || codes.has(departmentCode!)).toBe(true);
  });

  test('a parent is older than the child who invites', () => {
    expect(invitations.length).toBe(20);
    expect(invitations.some(({ studentKey }) => studentKey === 'student')).toBe(true);
    for (const { studentKey, parentKey } of invitations) {
      expect(byKey.get(parentKey)!.birthDate < byKey.get(studentKey)!.birthDate).toBe(true);
      expect(byKey.get(parentKey)!.username).toBeNull();
    }
  });
});

describe('personas', () => {
  test('each is one of the people, with its name and 学工号, on any seed and day', () => {
    for (const day of [referenceDate, '2031-02-01']) {
      const others = new Map(generateDemoPeople({ seed: 3, referenceDate: day }).people.map((one) => [one.key, one]));
      for (const { key, username, name } of demoPersonas) {
        expect([others.get(key)?.username, others.get(key)?.name]).toEqual([username, name]);
      }
    }
  });

  test('every role has one, and one person has several', () => {
    const roles = demoPersonas.flatMap(({ key }) => byKey.get(key)!.grants.map(({ role }) => role));
    expect(new Set(roles)).toEqual(
      new Set(['clerk', 'head', 'counter-clerk', 'reform-officer', 'supervisor', 'administrator']),
    );
    expect(byKey.get('several-roles')!.grants.map(({ role }) => role)).toEqual(['head', 'clerk', 'reform-officer']);
    expect(() => getDemoPersona('nobody')).toThrow(RangeError);
  });

  test('the ones who handle hold the posts that routes name', () => {
    const posts = (key: string) => byKey.get(key)!.posts.map(({ code }) => code);
    expect(posts('clerk-college')).toEqual(['college.student-affairs']);
    expect(posts('head-college')).toEqual(['unit.leave']);
    expect(posts('clerk-student-affairs')).toContain('student-affairs.status');
    expect(posts('clerk-academic-affairs')).toContain('academic-affairs.registry');
    expect(posts('clerk-human-resources')).toContain('human-resources.attendance');
    expect(byKey.get('student-with-arrears')!.affiliations[0]!.arrearsFen).toBeGreaterThan(0);
    expect(byKey.get('student')!.affiliations[0]!.departmentCode).toBe('208');
  });
});
