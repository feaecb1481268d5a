import { expect, test } from '@jest/globals';
import { completeContent } from '../../../../tests/support/complete-content.ts';
import { assessImpact, countsOf, strandedCases } from './index.ts';

const before = completeContent();
const [photo, status] = before.guide.materials;
const route = (post: string) =>
  ({
    stages: [
      {
        key: 's',
        name: { zh: '办理' },
        join: 'all',
        tasks: [{ key: 't', post, may: ['accept', 'decide'] }],
        limitDays: 1,
      },
    ],
  }) as const;
const facts = {
  running: [
    { version: 2, cases: 3, posts: ['old.desk', 'desk'] },
    { version: 1, cases: 1, posts: ['gone.desk'] },
  ],
  posts: new Map([
    ['old.desk', { posts: 1, held: 1 }],
    ['desk', { posts: 1, held: 1 }],
    ['gone.desk', { posts: 1, held: 0 }],
  ]),
};

test('CAT-3 what a draft changes for applicants and for running cases', () => {
  const after = completeContent({
    route: route('desk'),
    guide: {
      visitsOnSite: 0,
      isOnline: true,
      onlineDepth: 4,
      materials: [
        { ...status!, sourceMode: 'applicant' },
        { ...photo!, key: 'other', name: { zh: '户口本' } },
      ],
    },
  });
  expect(assessImpact(before, after, facts)).toEqual({
    runningCases: 4,
    keptVersions: [1, 2],
    materialsAdded: ['户口本'],
    materialsRemoved: ['近期照片'],
    materialsAskedNow: ['学籍信息'],
    materialsAskedNoMore: [],
    visits: { before: 1, after: 0 },
    promisedDays: null,
    targets: { online: { before: false, after: true }, 'fully-online': { before: false, after: true } },
    stranded: [{ post: 'gone.desk', cases: 1 }],
    stillNeeded: [{ post: 'old.desk', cases: 3 }],
  });
});

test('a matter that is retired ends what it met, and its cases still need their posts', () => {
  const impact = assessImpact(before, null, facts);
  expect(impact.targets).toEqual({ 'one-trip': { before: true, after: false } });
  expect(impact.materialsRemoved).toHaveLength(2);
  expect(impact.stillNeeded.map(({ post }) => post)).toEqual(['old.desk', 'desk']);
});

test('a new matter strands nobody', () => {
  expect(assessImpact(null, before, { ...facts, running: [] })).toMatchObject({
    runningCases: 0,
    stranded: [],
    visits: { before: null, after: 1 },
  });
});

test('cases are stranded at a post that nobody holds, and all of them where their matter is retired', () => {
  expect(strandedCases('change', facts)).toEqual({ cases: 1, versions: [1], vacant: ['gone.desk'] });
  expect(strandedCases('retire', facts)).toEqual({ cases: 4, versions: [1, 2], vacant: ['gone.desk'] });
  expect(strandedCases('change', { ...facts, running: facts.running.slice(0, 1) })).toBeNull();
});

test('the impact of a draft in numbers, as a batch adds them up', () => {
  const after = completeContent({
    guide: { visitsOnSite: 0, isOnline: true, materials: [{ ...status!, sourceMode: 'applicant' }] },
  });
  expect(countsOf(assessImpact(before, after, facts))).toEqual({
    running: 4,
    stranded: 1,
    'materials-more': 1,
    'materials-fewer': 1,
    'trips-more': 0,
    'trips-fewer': 1,
    'targets-met': 1,
    'targets-lost': 0,
  });
  const retired = countsOf(assessImpact(before, null, facts));
  expect([retired['trips-more'], retired['trips-fewer'], retired['materials-fewer']]).toEqual([0, 0, 2]);
});
