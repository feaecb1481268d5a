import { demoUniversity } from '../organization/index.ts';
import { administrationRows } from './administration.ts';
import { campusServicesRows } from './campus-services.ts';
import { careersAndAlumniRows } from './careers-and-alumni.ts';
import { parseMatterTable } from './matter-table.ts';
import type { DemoMatter } from './matter-table.ts';
import { staffAndResearchRows } from './staff-and-research.ts';
import { studentLifeRows } from './student-life.ts';
import { teachingRows } from './teaching.ts';

export { parseMatterTable } from './matter-table.ts';
export type { DemoMatter } from './matter-table.ts';

const tables = [
  teachingRows,
  studentLifeRows,
  campusServicesRows,
  staffAndResearchRows,
  careersAndAlumniRows,
  administrationRows,
];

/** All matters of the demo university; the position in this list is the matter index of past cases. */
export const demoMatters: readonly DemoMatter[] = tables.flatMap((table) =>
  parseMatterTable(demoUniversity.code, table),
);

const mattersByCode = new Map(demoMatters.map((matter) => [matter.code, matter]));
const mattersByName = new Map(demoMatters.map((matter) => [matter.name, matter]));

export function findDemoMatter(code: string): DemoMatter | undefined {
  return mattersByCode.get(code);
}

export function getDemoMatterByName(name: string): DemoMatter {
  const found = mattersByName.get(name);
  if (!found) throw new RangeError(`no demo matter is called ${name}`);
  return found;
}
