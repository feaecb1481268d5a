import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { codes as matterCodes, places } from '../../../../../../tests/support/case-world.ts';
import { pdf } from '../../../../../../tests/support/material/sample-files.ts';
import { openPowerDesk, powerContent, type PowerDesk } from '../../../../../../tests/support/power-desk.ts';
import { staff } from '../../../../../../tests/support/principals.ts';

let desk: PowerDesk;
beforeEach(async () => {
  desk = await openPowerDesk();
});
afterEach(() => desk.app.close());

const why = { reason: '同一对象、同一流程', documents: '校发〔2026〕5号' };
const entry = (code: string) => desk.officer.getPowerEntry({ params: { code } });
const merge = async (name: string, ...codes: string[]) =>
  desk.officer.combPowers({ body: { action: 'merge', powers: await desk.chosen(...codes), name, ...why } });

test('three entries become one, and the line is read from both ends', async () => {
  const codes = await desk.accepted('学生证补办', '学生证注册', '火车票磁条充值');
  const { made } = await merge('学生证办理', ...codes);
  expect(made).toEqual(['QL-105-0004']);
  expect(await entry('QL-105-0004')).toMatchObject({
    status: 'kept',
    predecessors: codes.map((code) => ({ code })),
    decisions: [{ action: 'merge', reason: why.reason, documents: why.documents, by: '沈一凡', isUndoable: true }],
  });
  expect(await entry(codes[0]!)).toMatchObject({
    status: 'merged',
    successors: [{ code: 'QL-105-0004', name: '学生证办理' }],
    isEditable: false,
  });
});

test('one entry is split; handing down gives it to a college under its own code', async () => {
  const [one = '', other = ''] = await desk.accepted('学籍异动', '缓考审批');
  const split = { action: 'split' as const, names: ['休学审批', '复学审批'], ...why };
  const { made } = await desk.officer.combPowers({ body: { ...split, powers: await desk.chosen(one) } });
  expect((await entry(one)).successors.map(({ name }) => name)).toEqual(['休学审批', '复学审批']);
  const to = { departmentId: places.college, office: '教务办', post: null };
  await desk.officer.combPowers({ body: { action: 'hand-down', powers: await desk.chosen(other), to, ...why } });
  expect(await entry(other)).toMatchObject({
    status: 'handed-down',
    department: { name: '历史学院' },
    office: '教务办',
  });
  expect(made).toHaveLength(2);
});

test('what is not accepted or has no basis is refused with every fault, and nothing is changed', async () => {
  const code = await desk.enter('没有依据的盖章', { basis: [] });
  const keep = async () =>
    desk.officer.combPowers({ body: { action: 'keep', powers: await desk.chosen(code), ...why } });
  await expect(keep()).rejects.toMatchObject({
    problem: { code: 'power.not-allowed', issues: [{ code: 'power.not-accepted' }, { code: 'power.no-basis' }] },
  });
  await desk.act(places.registry, 'submit');
  await desk.act(places.registry, 'accept');
  await desk.officer.combPowers({ body: { action: 'cancel', powers: await desk.chosen(code), ...why } });
  expect(await entry(code)).toMatchObject({ status: 'cancelled' });
});

test('without its document only keeping is decided, and the missing one is told beside the other faults', async () => {
  const codes = await desk.accepted('学生证补办', '学生证注册');
  const powers = await desk.chosen(...codes);
  const why = { reason: '同一对象、同一流程', documents: null };
  const noDocument = { field: 'body.documents', code: 'power.no-document' };
  const refusedAs = (issues: object[]) => ({ problem: { code: 'power.not-allowed', issues } });
  const to = { departmentId: places.college, office: null, post: null };
  for (const one of [
    { action: 'merge' as const, name: '学生证办理' },
    { action: 'cancel' as const },
    { action: 'hand-down' as const, to },
  ])
    await expect(desk.officer.combPowers({ body: { ...one, powers, ...why } })).rejects.toMatchObject(
      refusedAs([noDocument]),
    );
  const split = { action: 'split' as const, names: ['补办'], powers: powers.slice(0, 1), ...why };
  await expect(desk.officer.combPowers({ body: split })).rejects.toMatchObject(
    refusedAs([{ field: 'body.names', code: 'split.too-few' }, noDocument]),
  );
  await desk.officer.combPowers({ body: { action: 'keep', powers, ...why } });
  expect((await entry(codes[0]!)).decisions).toMatchObject([{ action: 'keep', documents: null }]);
});

test('of two who decide about one entry at once the second is told what happened', async () => {
  const [one = '', other = ''] = await desk.accepted('学生证补办', '学生证注册');
  const powers = await desk.chosen(one, other);
  const both = await Promise.allSettled([
    desk.officer.combPowers({ body: { action: 'merge', powers, name: '学生证办理', ...why } }),
    desk.colleague.combPowers({ body: { action: 'cancel', powers, ...why } }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { problem: { code: 'record.changed' } },
  });
});

test('a decision is undone until it is public, the latest first', async () => {
  const codes = await desk.accepted('学生证补办', '学生证注册');
  const first = await merge('学生证办理', ...codes);
  const second = await desk.officer.combPowers({
    body: { action: 'cancel', powers: await desk.chosen(...first.made), ...why },
  });
  const undo = (id: string) => desk.officer.undoPowerDecision({ params: { id } });
  await expect(undo(first.id)).rejects.toMatchObject({ problem: { issues: [{ code: 'decision.built-upon' }] } });
  await undo(second.id);
  await undo(first.id);
  expect(await entry(codes[0]!)).toMatchObject({ status: 'entered', successors: [] });
  expect(await entry(first.made[0]!)).toMatchObject({ status: 'withdrawn', predecessors: [] });
  await expect(undo(first.id)).rejects.toMatchObject({ problem: { issues: [{ code: 'decision.undone' }] } });
  const third = await merge('学生证办理', ...codes);
  await desk.publish();
  await expect(undo(third.id)).rejects.toMatchObject({ problem: { issues: [{ code: 'decision.published' }] } });
});

test('what an office changes is combed again; a correction by the reform office stays where it is', async () => {
  const [code = ''] = await desk.accepted('学生证补办');
  await desk.officer.combPowers({ body: { action: 'keep', powers: await desk.chosen(code), ...why } });
  const save = async (who: typeof desk.officer, name: string) =>
    who.savePowerEntry({
      params: { code },
      body: { revision: (await entry(code)).revision, content: powerContent(name) },
    });
  expect(await save(desk.officer, '学生证的补办')).toMatchObject({ status: 'kept' });
  await expect(save(desk.clerk, '学生证补发')).rejects.toMatchObject({ problem: { code: 'power.not-editable' } });
  await desk.act(places.registry, 'return', '请写明行使方式');
  expect(await save(desk.clerk, '学生证补发')).toMatchObject({ status: 'entered' });
});

test('entries are linked to a matter in its draft, once', async () => {
  const codes = await desk.accepted('学生证补办', '学生证注册');
  const link = () => desk.officer.linkPowers({ body: { codes, matter: matterCodes.card } });
  const { draftId, name } = await link();
  expect(name).toBe('补办学生证');
  await link();
  const draft = await desk.officer.getMatterDraft({ params: { id: draftId } });
  expect(draft.fields['guide.powerCodes']).toEqual(expect.arrayContaining(codes));
  expect(draft.revision).toBe(1);
  await expect(
    desk.officer.linkPowers({ body: { codes: ['QL-105-0099'], matter: matterCodes.card } }),
  ).rejects.toMatchObject({ problem: { issues: [{ field: 'body.codes' }] } });
});

test('the document of a decision is inspected and kept with it; only who may see its entries reads it', async () => {
  const codes = await desk.accepted('学生证补办', '学生证注册');
  const { id } = await merge('学生证办理', ...codes);
  const form = (content: Buffer, name: string) => {
    const made = new FormData();
    made.set('file', new Blob([content as BlobPart]), name);
    return made;
  };
  const attach = (content: Buffer, name: string) =>
    desk.officer.attachPowerFile({ params: { id }, form: form(content, name) });
  await expect(attach(Buffer.from('MZ'), '决定.pdf')).rejects.toMatchObject({ problem: { code: 'material.type' } });
  await attach(pdf(), '决定.pdf');
  expect((await entry(codes[0]!)).decisions).toMatchObject([{ file: { name: '决定.pdf' } }]);
  const read = (who: Parameters<typeof desk.app.fetchAs>[0]) =>
    desk.app.fetchAs(who)(`${desk.app.base}/api/console/power-decisions/${id}/file`);
  const own = await read(staff('clerk', 'department', places.registry));
  expect([own.status, own.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect((await read(staff('clerk', 'department', places.college))).status).toBe(404);
});
