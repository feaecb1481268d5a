import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { demoDepartments, demoUnits, listDepartmentsByAlias } from '../organization/index.ts';
import { demoMatters, parseMatterTable } from './index.ts';

describe('the matters of the demo university', () => {
  test('all 317 are there, each name and each code once', () => {
    expect(demoMatters).toHaveLength(317);
    expect(new Set(demoMatters.map(({ name }) => name)).size).toBe(317);
    expect(new Set(demoMatters.map(({ code }) => code)).size).toBe(317);
  });

  test('names are carried letter by letter: a changed name changes this print', () => {
    const names = demoMatters.map(({ name }) => name).sort();
    const print = createHash('sha256').update(names.join('\n')).digest('hex');
    expect(print).toBe('0db1fc799a8ff9b262a0e53dba79f624028710d8e1b8e6d8aefa90e80ab03d75');
  });

  test('every spelling of a department leads to the department of the matter', () => {
    const strays = demoMatters.filter(
      ({ listedDepartment, departmentCode }) =>
        !listDepartmentsByAlias(listedDepartment).some(({ code }) => code === departmentCode),
    );
    expect(strays).toEqual([]);
    expect(demoDepartments.filter(({ kind }) => kind !== 'college-group')).toHaveLength(28);
  });

  test('no alias of a department is idle', () => {
    const listed = new Set(demoMatters.map(({ listedDepartment }) => listedDepartment));
    expect(demoUnits.flatMap(({ aliases }) => aliases).filter((alias) => !listed.has(alias))).toEqual([]);
  });

  test('codes carry the department and are short enough for a path', () => {
    for (const { code, departmentCode } of demoMatters)
      expect(code).toMatch(new RegExp(`^99999-${departmentCode}(-\\d{2,3}){3}$`));
  });

  test('at least 120 can be found by what people say instead of the official name', () => {
    const withOwnWords = demoMatters.filter(({ name, keywords }) => keywords.some((word) => !name.includes(word)));
    expect(withOwnWords.length).toBeGreaterThanOrEqual(120);
    for (const { keywords } of demoMatters) expect(new Set(keywords).size).toBe(keywords.length);
  });

  test('everybody finds something: each audience has matters', () => {
    for (const audience of ['student', 'teacher', 'parent', 'alumnus', 'visitor'] as const) {
      expect(demoMatters.filter(({ audiences }) => audiences.includes(audience)).length).toBeGreaterThan(5);
    }
  });

  test('a line with an unknown word is refused by name', () => {
    const line = '105-20-001-001 | 甲 | 教务处 | pupil | 学籍 | online | studying | 3 | 乙';
    expect(() => parseMatterTable('99999', line)).toThrow(/pupil/);
    expect(() => parseMatterTable('99999', '105 | 甲')).toThrow(RangeError);
    expect(() => parseMatterTable('99999', line.replace('pupil', 'student').replace('| 3', '| soon'))).toThrow(/soon/);
  });
});
