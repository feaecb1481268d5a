import { describe, expect, test } from '@jest/globals';
import {
  demoCampuses,
  demoColleges,
  demoCounters,
  demoOffices,
  demoPosts,
  demoProgrammes,
  demoUnits,
  findDemoPost,
} from './index.ts';

const codes = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code);

describe('the demo university', () => {
  test('codes are unique', () => {
    for (const items of [demoCampuses, demoUnits, demoOffices, demoCounters]) {
      expect(new Set(codes(items)).size).toBe(items.length);
    }
    const posts = demoPosts.map(({ code, departmentCode }) => `${code}@${departmentCode}`);
    expect(new Set(posts).size).toBe(posts.length);
  });

  test('nobody real can be rung: every phone has the unassigned prefix 0571-0000', () => {
    for (const { consultPhone, complaintPhone } of demoUnits) {
      expect(consultPhone).toMatch(/^0571-0000\d{4}$/);
      expect(complaintPhone).toMatch(/^0571-0000\d{4}$/);
      expect(complaintPhone).not.toBe(consultPhone);
    }
    expect(new Set(demoUnits.map(({ consultPhone }) => consultPhone)).size).toBe(demoUnits.length);
  });

  test('counters say where down to the window and when by working day', () => {
    expect(new Set(demoCounters.map(({ campusCode }) => campusCode))).toEqual(new Set(codes(demoCampuses)));
    for (const { place, hours, periods } of demoCounters) {
      expect(place.zh).toMatch(/\d 号(窗口|机)$/);
      expect(hours.zh).toContain('工作日');
      for (const { from, until } of periods) expect(from < until).toBe(true);
    }
  });

  test('references lead somewhere', () => {
    const units = new Set(codes(demoUnits));
    const campuses = new Set(codes(demoCampuses));
    for (const { campusCode, parentCode } of demoUnits) {
      expect(campuses.has(campusCode)).toBe(true);
      expect(parentCode === null || units.has(parentCode)).toBe(true);
    }
    for (const { departmentCode } of [...demoOffices, ...demoPosts]) expect(units.has(departmentCode)).toBe(true);
    for (const counter of demoCounters) for (const code of counter.departmentCodes) expect(units.has(code)).toBe(true);
    for (const { code } of demoColleges) expect(demoProgrammes[code]?.length).toBeGreaterThan(0);
  });

  test('a post of each department is looked up in the applicant’s own, others where they are', () => {
    expect(findDemoPost('college.student-affairs', '208')?.departmentCode).toBe('208');
    expect(findDemoPost('academic-affairs.registry', '208')?.departmentCode).toBe('105');
    expect(findDemoPost('college.student-affairs', '105')).toBeUndefined();
  });
});
