import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../tests/support/case-world.ts';
import { makeReadyDraft } from '../../../../../tests/support/drafts.ts';
import { staff } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { catalogKey } from '../catalog/index.ts';

let app: TestApp;
let world: CaseWorld;
beforeEach(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterEach(() => app.close());

async function publishChange(): Promise<void> {
  const officer = app.as(staff('reform-officer'));
  const draft = await makeReadyDraft(
    officer,
    { operation: 'change', code: codes.card },
    {
      form: {
        pages: [
          {
            key: 'identity',
            title: { zh: '核对信息' },
            fields: [{ kind: 'number', key: 'copies', label: { zh: '份数' }, min: 1, max: 3 }],
          },
        ],
      },
      route: {
        stages: [
          {
            key: 'desk',
            name: { zh: '教务处制证' },
            join: 'all',
            limitDays: 2,
            tasks: [{ key: 'desk', post: 'academic-affairs.registry', may: ['accept', 'refuse', 'decide'] }],
          },
        ],
      },
    },
  );
  const { id } = await officer.planBatch({ body: { title: '改表单和流程', note: null } });
  await officer.fillBatch({ params: { id }, body: { add: [draft.id] } });
  const { revision, nextNumber: number } = await officer.getBatch({ params: { id } });
  await officer.publishBatch({ params: { id }, body: { revision, number } });
  await app.deps.services.get(catalogKey).refresh();
}

test('form and route are changed in the console: the next applicant gets them, a running case keeps its own', async () => {
  const student = app.as(world.student);
  const { id } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId: id, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId: id }, body: {}, idempotencyKey: 'kept-versions-1' });
  await publishChange();

  const other = app.as(world.other);
  const { id: next } = await other.openDraft({ body: { matterCode: codes.card } });
  const { page } = await other.getDraft({ params: { draftId: next }, query: { page: 'identity' } });
  expect(page?.fields.map(({ key }) => key)).toContain('copies');
  await other.savePage({ params: { draftId: next, page: 'identity' }, body: { answers: { copies: 2 } } });
  await other.submitDraft({ params: { draftId: next }, body: {}, idempotencyKey: 'kept-versions-2' });

  const clerk = app.as(world.registryClerk);
  const [kept, changed] = [
    await clerk.acceptCase({ params: { id }, body: { version: 1 } }),
    await clerk.acceptCase({ params: { id: next }, body: { version: 1 } }),
  ];
  const stages = [kept, changed].map(({ stations }) => stations.map(({ name }) => name.zh));
  expect(stages[0]).toContain('教务处办理');
  expect(stages[1]).toContain('教务处制证');
  expect([kept, changed].map(({ answers }) => answers[0]?.lines.map(({ key }) => key).includes('copies'))).toEqual([
    false,
    true,
  ]);
  expect((await clerk.approveCase({ params: { id }, body: { version: 2 } })).status).not.toBe('handling');
});
