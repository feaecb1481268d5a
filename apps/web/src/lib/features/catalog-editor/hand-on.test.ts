import { ApiError } from '@yitang/contract';
import { expect, test } from '@jest/globals';
import { draftValue, handOn, readDraftValue, stepOnFrom } from './hand-on.ts';

const refusal = (detail: string, issues: readonly { field: string; message: string }[] = []) =>
  new ApiError({
    ...{ type: 'about:blank', title: 'x', status: 422, code: 'catalog.breaches', detail, instance: 'r' },
    issues: issues.map((issue) => ({ ...issue, code: 'c' })),
  });

type Wanted = { params: { id: string }; body: { revision: number } };
function deskThat(refuses: (id: string) => Error | undefined) {
  const asked: string[] = [];
  const actOnMatterDraft = ({ params: { id }, body: { revision } }: Wanted) => {
    asked.push(`${id}@${revision}`);
    const refused = refuses(id);
    return refused === undefined ? Promise.resolve({}) : Promise.reject(refused);
  };
  return { asked, client: { actOnMatterDraft } as never };
}

const drafts = ['a', 'b', 'c'].map((id, at) => ({ id, revision: at, name: `事项 ${id}` }));

test('several drafts are handed on one by one as the list had them; one that is refused is named with why', async () => {
  const { asked, client } = deskThat((id) =>
    id === 'b' ? refusal('', [{ field: 'guide.steps', message: '请补充。' }]) : undefined,
  );
  const handed = await handOn(client, { action: 'approve', note: null, drafts });
  expect(asked).toEqual(['a@0', 'b@1', 'c@2']);
  expect(handed).toEqual({
    moved: 2,
    left: [{ id: 'b', name: '事项 b', reasons: [{ field: 'guide.steps', message: '请补充。' }] }],
  });
});

test('a refusal without items is told by its sentence; what is no refusal is thrown on', async () => {
  const changed = deskThat(() => refusal('刚刚有人更新了这条记录。'));
  const { left } = await handOn(changed.client, { action: 'submit', note: null, drafts: drafts.slice(0, 1) });
  expect(left[0]?.reasons).toEqual([{ message: '刚刚有人更新了这条记录。' }]);
  const broken = deskThat(() => new Error('offline'));
  await expect(handOn(broken.client, { action: 'submit', note: null, drafts })).rejects.toThrow('offline');
});

test('a missing opinion is asked for before anything is handed on', async () => {
  const { asked, client } = deskThat(() => refusal('', [{ field: 'body.note', message: '请写明意见。' }]));
  expect(await handOn(client, { action: 'approve-legality', note: null, drafts })).toEqual({
    ...{ moved: 0, left: [] },
    noteError: '请写明意见。',
  });
  expect(asked).toHaveLength(1);
});

test('a box says which draft it is, and a status which step leads on', () => {
  for (const draft of drafts) expect(readDraftValue(draftValue(draft))).toEqual(draft);
  expect([stepOnFrom('legal-review'), stepOnFrom('ready'), stepOnFrom(undefined)]).toEqual([
    'approve-legality',
    undefined,
    undefined,
  ]);
});
