import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { submitLeave } from '../../../../../../tests/support/leave-case.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';

let app: TestApp;
let world: CaseWorld;
let id: string;

beforeAll(async () => {
  app = await createTestApp({ seed: async (deps) => void (world = await makeCaseWorld(deps)) });
  id = await submitLeave(app.as(world.student), { idempotencyKey: 'noticed-leave' });
});
afterAll(() => app.close());

type Kind = 'correction' | 'decision';
const mine = async (kind: Kind, who = world.student) =>
  Buffer.from((await app.as(who).printMyNotice({ params: { id }, query: { kind } })) as ArrayBuffer);
const office = async (kind: Kind, who = world.collegeClerk) =>
  Buffer.from((await app.as(who).printOfficeNotice({ params: { id }, query: { kind } })) as ArrayBuffer);
function textOf(pdf: Buffer): string {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text.replace(/\s+/g, '');
}

test('PRNT-1 what a case was asked to correct, and why it was refused, is printed for applicant and office', async () => {
  const clerk = app.as(world.collegeClerk);
  await expect(mine('correction')).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
  const { correctable, version } = await clerk.getOfficeCase({ params: { id } });
  const items = [
    { field: correctable[0]!.field, reason: '请写明去向' },
    { field: correctable[1]!.field, reason: '请补全' },
  ];
  await clerk.requestCorrection({ params: { id }, body: { version, items, message: '两处一并补齐' } });
  const told = textOf(await mine('correction'));
  for (const part of [
    '补正告知书',
    '责任部门教务处',
    '告知时间2026年3月2日',
    '补正期限',
    '请写明去向',
    '请补全',
    '两处一并补齐',
    '/track/',
  ])
    expect(told).toContain(part);
  expect(textOf(await office('correction'))).toBe(told);
  await expect(mine('decision')).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
}, 60_000);

test('nobody else prints it (R-AUTHZ-2)', async () => {
  await expect(mine('correction', world.other)).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
  await expect(office('correction', world.otherCollegeClerk)).rejects.toMatchObject({
    problem: { code: 'record.not-found' },
  });
});

test('PRNT-1 a refusal is printed with its reason, its basis and the remedies', async () => {
  const student = app.as(world.student);
  ({ id } = await student.openDraft({ body: { matterCode: codes.card } }));
  await student.savePage({ params: { draftId: id, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId: id }, body: {}, idempotencyKey: 'refused-card' });
  const clerk = app.as(world.registryClerk);
  const { version } = await clerk.getOfficeCase({ params: { id } });
  const body = { version, reason: '不属于受理范围', basis: '学籍管理规定第八条' };
  await clerk.refuseCase({ params: { id }, body });
  const told = textOf(await office('decision', world.registryClerk));
  for (const part of ['不予受理决定书', '决定时间2026年3月2日', body.reason, body.basis]) expect(told).toContain(part);
  expect(textOf(await mine('decision'))).toBe(told);
}, 60_000);
