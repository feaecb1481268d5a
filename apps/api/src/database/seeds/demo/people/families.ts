import { getDemoMatterByName } from '../matters/index.ts';
import { affiliation } from './person.ts';
import type { DemoInvitation, DemoPerson } from './person.ts';
import type { PersonMaker } from './person-maker.ts';

const invitableMatter = getDemoMatterByName('学生在校情况查询(经学生授权)').code;

/** Parents of students: no campus account, they come by the invitation of their child. */
export function makeParents(
  maker: PersonMaker,
  students: readonly DemoPerson[],
  count: number,
): { readonly parents: DemoPerson[]; readonly invitations: DemoInvitation[] } {
  const inviting = students
    .filter(({ idType, name }) => idType === 'resident-id' && !name.includes('·'))
    .slice(0, count);
  const pairs = inviting.map((student, order) => ({ student, parent: makeParent(maker, student, order) }));
  return {
    parents: pairs.map(({ parent }) => parent),
    invitations: pairs.map(({ student, parent }) => ({
      studentKey: student.key,
      parentKey: parent.key,
      relation: parent.gender === 'male' ? '父亲' : '母亲',
      matterCodes: [invitableMatter],
    })),
  };
}

function makeParent(maker: PersonMaker, student: DemoPerson, order: number): DemoPerson {
  const enrolled = student.affiliations[0]?.from ?? maker.referenceDate;
  const birthYear = Number(student.birthDate.slice(0, 4));
  return maker.make({
    key: `parent-${order}`,
    username: null,
    bornIn: [birthYear - 35, birthYear - 24],
    affiliations: [affiliation({ kind: 'parent', from: enrolled })],
    ...(student.key === 'student' ? { name: '林建国', gender: 'male' as const } : {}),
  });
}
