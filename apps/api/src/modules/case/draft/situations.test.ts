import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { everyKindCode as code, everyKindMatter } from '../../../../../../tests/support/every-kind-matter.ts';
import { leaveForm, makeCaseWorld, publish, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { png } from '../../../../../../tests/support/material/sample-files.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';

let app: TestApp;
let world: CaseWorld;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
      const { guide, ...rest } = everyKindMatter({ pages: leaveForm.pages.slice(0, 1) });
      const [photo] = guide.materials;
      const option = (value: string) => ({ value, label: { zh: value } });
      const situations = [
        { key: 'who', question: { zh: '谁来办？' }, options: [option('self'), option('agent')] },
        {
          key: 'letter',
          question: { zh: '有委托书吗？' },
          options: [option('yes'), option('no')],
          showWhen: { field: 'who', equals: 'agent' },
        },
      ];
      const materials = [
        { ...photo!, key: 'letter-scan', name: { zh: '委托书' }, showWhen: { field: 'letter', equals: 'yes' } },
      ];
      await publish(deps, [{ ...rest, guide: { ...guide, situations, materials } }]);
    },
  });
});
afterAll(() => app.close());

const student = () => app.as(world.student);
const page = 'guide-situations';

describe('situations of the guide in the application', () => {
  let draftId: string;

  test('what the form does not ask is its first page, filled in from what was chosen in the guide', async () => {
    const draft = await student().openDraft({ body: { matterCode: code, situation: 'who:agent,nothing:yes' } });
    draftId = draft.id;
    expect(draft.pages.map(({ key }) => key)).toEqual([page, 'identity', 'check']);
    expect(draft.page).toMatchObject({
      key: page,
      title: { zh: '办理情形' },
      fields: [
        { key: 'who', label: { zh: '谁来办？' }, value: 'agent' },
        { key: 'letter', label: { zh: '有委托书吗？' } },
      ],
    });
    // Known or not, it is looked at by whoever applies.
    expect(draft.pages[0]).toMatchObject({ isComplete: false });
    await expect(
      student().savePage({ params: { draftId, page }, body: { answers: { who: 'agent' } } }),
    ).rejects.toMatchObject({ status: 422 });
  });

  test('a material of the situation is asked for: without it nothing is handed in', async () => {
    await student().savePage({ params: { draftId, page }, body: { answers: { who: 'agent', letter: 'yes' } } });
    await student().savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
    const draft = await student().getDraft({ params: { draftId }, query: { page: 'check' } });
    expect(draft.pages.map(({ key }) => key)).toEqual([page, 'identity', 'materials', 'check']);
    expect(draft.materials).toMatchObject([{ key: 'letter-scan' }]);
    expect(draft.answers[0]?.fields.map(({ printed }) => printed)).toEqual([['agent'], ['yes']]);
    await expect(
      student().submitDraft({ params: { draftId }, body: {}, idempotencyKey: 'without-the-letter' }),
    ).rejects.toMatchObject({ status: 422, problem: { issues: [{ field: 'materials.letter-scan' }] } });
  });

  test('the case shows situation and material to both sides', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(png())]), '委托书.png');
    await student().uploadMaterial({ params: { draftId, requirementKey: 'letter-scan' }, form });
    const { caseId: id } = await student().submitDraft({ params: { draftId }, body: {}, idempotencyKey: 'complete' });
    const asked = { title: { zh: '办理情形' }, lines: [{ value: 'agent' }, { value: 'yes' }] };
    const mine = await student().getMyCase({ params: { id } });
    expect(mine.answers[0]).toMatchObject(asked);
    const seen = await app.as(world.registryClerk).getOfficeCase({ params: { id } });
    expect(seen.answers[0]).toMatchObject(asked);
    expect(seen.materials).toMatchObject([{ requirement: { zh: '委托书' } }]);
    expect(seen.correctable.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['who', 'letter', 'letter-scan']),
    );
  });

  test('a draft that is there takes from the guide only what it has no answer to', async () => {
    const { id } = await student().openDraft({ body: { matterCode: code } });
    await student().savePage({ params: { draftId: id, page }, body: { answers: { who: 'self' } } });
    const again = await student().openDraft({ body: { matterCode: code, situation: 'who:agent,letter:no' } });
    expect(again.pages.find(({ key }) => key === page)).toMatchObject({ isComplete: true });
    const { page: shown } = await student().getDraft({ params: { draftId: id }, query: { page } });
    expect(shown?.fields).toMatchObject([{ key: 'who', value: 'self' }]);
    expect(again.materials).toEqual([]);
  });
});
