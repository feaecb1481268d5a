import { expect, test } from '@jest/globals';
import { fieldShapes } from '@yitang/contract';
import { fromRows, holdersOf, postName, stagesControl, toRows, type Route } from './route-rows.ts';

const route: Route = {
  stages: [
    {
      key: 'check',
      name: { zh: '审核' },
      join: 'veto',
      limitDays: 3,
      tasks: [
        { key: 'a', post: 'registry', may: ['accept', 'decide'] },
        { key: 'b', post: 'finance', may: ['pass'] },
      ],
    },
  ],
};

test('a route survives being edited as rows, with what the rows do not show', () => {
  expect(fromRows(toRows(route), route)).toEqual(route);
  const [row] = toRows(route);
  expect(fromRows([{ ...row!, post: 'college', limitDays: 2 }], route)).toMatchObject({
    stages: [{ join: 'veto', limitDays: 2, tasks: [{ key: 'a', post: 'college' }, { key: 'b' }] }],
  });
});

test('a new stage has a key that no other has, and the shape that is saved', () => {
  const control = stagesControl([]);
  const added = control.blank(['stage1']);
  expect(added).toMatchObject({ key: 'stage2' });
  expect(fieldShapes.route.safeParse(fromRows([added as never], route)).success).toBe(true);
});

test('a post is shown with where it is and whether anybody holds it', () => {
  const post = {
    code: 'x',
    name: '审核岗',
    departments: ['教务处'],
    holders: 0,
    holderNames: [],
    isOfApplicantsDepartment: false,
  };
  expect(postName(post)).toBe('审核岗（教务处，无人在岗）');
  expect(postName({ ...post, holders: 3, isOfApplicantsDepartment: true })).toBe('审核岗（申请人所在学院，3 人在岗）');
});

test('who holds the posts of a route is told by name, each post once; of many the first', () => {
  const post = { code: 'x', name: '审核岗', departments: ['教务处'], isOfApplicantsDepartment: false };
  const posts = [
    { ...post, holders: 2, holderNames: ['王老师', '李老师'] },
    { ...post, code: 'y', name: '受理岗', holders: 3, holderNames: ['赵老师'] },
    { ...post, code: 'z', holders: 1, holderNames: ['周老师'] },
  ];
  const row = { key: 'a', name: { zh: '审核' }, limitDays: 1, may: [] };
  const rows = [
    { ...row, post: 'x' },
    { ...row, post: 'y' },
    { ...row, post: 'x' },
  ];
  expect(holdersOf(rows, posts).map(({ holders }) => holders)).toEqual(['王老师、李老师', '赵老师等 3 人']);
});
