import { demoColleges } from './colleges.ts';
import { demoDepartments } from './departments.ts';
import type { DemoDepartment } from './department.ts';

export * from './campuses.ts';
export * from './colleges.ts';
export * from './counters.ts';
export * from './departments.ts';
export * from './offices.ts';
export * from './posts.ts';
export type { DemoDepartment } from './department.ts';

/** Departments and colleges: everything that a person may belong to or a matter may lie with. */
export const demoUnits: readonly DemoDepartment[] = [...demoDepartments, ...demoColleges];

const unitsByCode = new Map(demoUnits.map((unit) => [unit.code, unit]));

export function getDemoUnit(code: string): DemoDepartment {
  const found = unitsByCode.get(code);
  if (!found) throw new RangeError(`no demo department ${code}`);
  return found;
}

/** The departments that a spelling in the list of matters means: one, or several for a joint spelling. */
export function listDepartmentsByAlias(alias: string): readonly DemoDepartment[] {
  return demoDepartments.filter(({ aliases }) => aliases.includes(alias));
}
