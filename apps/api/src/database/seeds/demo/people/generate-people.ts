import type { CivilDate } from '@yitang/domain/vocabulary';
import { createRandom } from '../random.ts';
import { makeParents } from './families.ts';
import { createPersonMaker } from './person-maker.ts';
import type { DemoInvitation, DemoPerson } from './person.ts';
import { makeStaff, makeTeachers } from './staff.ts';
import { makeAlumni, makeGraduates, makeUndergraduates } from './students.ts';

export interface DemoPeople {
  /** 400, always in the same order; the position is the applicant index of past cases. */
  readonly people: readonly DemoPerson[];
  readonly invitations: readonly DemoInvitation[];
}

/**
 * The people of the demo. The same seed and day give the same people; personas have the same names and 学工号 under
 * every seed and on every day.
 */
export function generateDemoPeople(options: { readonly seed: number; readonly referenceDate: CivilDate }): DemoPeople {
  const maker = createPersonMaker(createRandom(options.seed).fork('people'), options.referenceDate);
  const undergraduates = makeUndergraduates(maker, 172);
  const graduates = makeGraduates(maker, 50);
  const teachers = makeTeachers(maker, 58);
  const staff = makeStaff(maker);
  const alumni = makeAlumni(maker, 20);
  const { parents, invitations } = makeParents(maker, undergraduates, 20);
  return { people: [...undergraduates, ...graduates, ...teachers, ...staff, ...alumni, ...parents], invitations };
}
