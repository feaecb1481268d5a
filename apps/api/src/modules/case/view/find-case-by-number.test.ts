import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';

let app: TestApp;
let world: CaseWorld;
let submitted: { caseId: string; number: string };
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  submitted = await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: 'a-case-with-a-number' });
});
afterAll(() => app.close());

const find = (who: keyof CaseWorld, number: string) =>
  app.as(world[who] as CaseWorld['student']).findCaseByNumber({ params: { number } });

test('SRCH-7 a number leads the applicant to the case and the office to its desk, however it was typed', async () => {
  const { caseId: id, number } = submitted;
  expect(await find('student', number)).toEqual({ id, place: 'mine' });
  expect(await find('student', `${number.slice(0, 10).toLowerCase()} ${number.slice(10)}`)).toEqual({
    id,
    place: 'mine',
  });
  expect(await find('registryClerk', number)).toEqual({ id, place: 'office' });
});

test('somebody else’s case is not there, no more than one that does not exist', async () => {
  const notFound = { problem: { code: 'record.not-found' } };
  await expect(find('other', submitted.number)).rejects.toMatchObject(notFound);
  await expect(find('affairsClerk', submitted.number)).rejects.toMatchObject(notFound);
  await expect(find('student', 'YT20260302999999X')).rejects.toMatchObject(notFound);
  await expect(find('student', '学籍')).rejects.toMatchObject(notFound);
});
