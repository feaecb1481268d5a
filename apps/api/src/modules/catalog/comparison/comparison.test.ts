import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  cardMatter,
  codes,
  makeCaseWorld,
  places,
  publish,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';

type Asker = ReturnType<TestApp['as']>;
let app: TestApp;
let officer: Asker;
let world: CaseWorld;

beforeEach(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
      const card = cardMatter();
      const next = { ...card, guide: { ...card.guide, promisedDays: 4, summary: { zh: '补办学生证，寄到宿舍。' } } };
      await publish(deps, [next], '2026-02-01');
    },
  });
  officer = app.as(staff('reform-officer', 'university', null));
});
afterEach(() => app.close());

test('CAT-2 two versions are compared word by word; without numbers the last two', async () => {
  const comparison = await officer.compareVersions({ query: { matter: codes.card } });
  expect(comparison).toMatchObject({ from: 1, to: 2, versions: [{ version: 2, until: null }, { version: 1 }] });
  expect(comparison.changes.map(({ path, kind }) => [path, kind])).toEqual([
    ['guide.summary', 'changed'],
    ['guide.promisedDays', 'changed'],
  ]);
  expect(comparison.changes[1]?.entries[0]?.leaves[0]?.parts).toEqual([
    { kind: 'removed', text: '10' },
    { kind: 'added', text: '4' },
  ]);
  await expect(officer.compareVersions({ query: { matter: codes.card, from: 1, to: 9 } })).rejects.toMatchObject({
    problem: { code: 'record.not-found' },
  });
});

test('a draft is compared with its base, codes and departments in words', async () => {
  const { id } = await officer.createMatterDraft({ body: { operation: 'change', code: codes.leave } });
  const { fields } = await officer.getMatterDraft({ params: { id } });
  const materials = fields['guide.materials'].map((material) => ({ ...material, necessity: 'tolerable' as const }));
  const values = {
    'summary.departmentId': places.affairs,
    'summary.channels': ['online' as const, 'counter' as const],
    'guide.materials': materials,
  };
  await officer.saveMatterDraft({ params: { id }, body: { revision: 0, values } });
  const { changes } = await officer.compareDraft({ params: { id } });
  const parts = (path: string) => changes.find((change) => change.path === path)?.entries[0]?.leaves[0];
  expect(parts('summary.departmentId')?.parts.map(({ text }) => text)).toEqual(['教务处', '学生处']);
  expect(parts('summary.channels')?.parts).toEqual([
    { kind: 'same', text: '网上' },
    { kind: 'added', text: '窗口' },
  ]);
  expect(parts('guide.materials')).toMatchObject({
    label: '必要性',
    parts: [{ text: '必要' }, { text: '可容缺后补' }],
  });
});

test('CAT-3 before it is published a draft tells whose cases keep the old way, and which posts they need', async () => {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: newId() });
  const { id } = await officer.createMatterDraft({ body: { operation: 'change', code: codes.card } });
  const values = { 'guide.visitsOnSite': 1, 'guide.visitReason': { zh: '取证' }, route: null, form: null } as const;
  await officer.saveMatterDraft({ params: { id }, body: { revision: 0, values } });
  expect(await officer.getDraftImpact({ params: { id } })).toMatchObject({
    runningCases: 1,
    keptVersions: [2],
    visits: { before: 0, after: 1 },
    targets: [{ target: 'fully-online', isMet: false }],
    stranded: [],
    stillNeeded: [{ post: 'academic-affairs.registry', name: '学籍管理岗', cases: 1 }],
  });
});

test('R-AUTHZ-2: versions of another department are not shown', async () => {
  const stranger = app.as(staff('head', 'department', places.college));
  await expect(stranger.compareVersions({ query: { matter: codes.card } })).rejects.toMatchObject({
    problem: { code: 'record.not-found' },
  });
});
