import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { submitLeave } from '../../../../../../tests/support/leave-case.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { Case } from '../case.entity.ts';

let app: TestApp;
let world: CaseWorld;
let id: string;

beforeAll(async () => {
  app = await createTestApp({ seed: async (deps) => void (world = await makeCaseWorld(deps)) });
  id = await submitLeave(app.as(world.student), { idempotencyKey: 'tracked-leave' });
});
afterAll(() => app.close());

const tokenOf = async (): Promise<string> => {
  const { trackPath } = await app.as(world.student).getMyCase({ params: { id } });
  return trackPath!.slice('/track/'.length);
};
const row = () => app.deps.orm.em.fork().findOneOrFail(Case, { id });

test('APP-12 whoever holds the address sees how far the case is, and nothing of whom or what', async () => {
  const tracked = await app.as().trackCase({ params: { token: await tokenOf() } });
  const { dueDate } = await app.as(world.student).getMyCase({ params: { id } });
  expect(tracked).toEqual({
    status: 'submitted',
    submittedOn: '2026-03-02',
    dueDate,
    isWaitingForCalendar: false,
    office: '历史学院',
  });
});

test('APP-12 the address can not be guessed, is kept as a hash alone, stands in no log, and an unknown one is 404', async () => {
  const token = await tokenOf();
  expect(token).toMatch(/^[\w-]{22}$/);
  const { number, trackHash } = await row();
  expect(trackHash).not.toContain(token);
  for (const wrong of [number, id, trackHash!, `${token.slice(0, -1)}!`, ''])
    await expect(app.as().trackCase({ params: { token: wrong || 'x' } })).rejects.toMatchObject({
      problem: { code: 'record.not-found', status: 404 },
    });
  expect(app.logLines.join('\n')).not.toContain(token);
});

test('APP-11 the receipt prints the address beside its code; the page draws it for the applicant alone', async () => {
  const pdf = Buffer.from((await app.as(world.student).readReceipt({ params: { id } })) as ArrayBuffer);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  expect(text.replaceAll(/\s/g, '')).toContain(`${app.deps.config.origin}/track/${await tokenOf()}`);
  const svg = Buffer.from((await app.as(world.student).drawTrackCode({ params: { id } })) as ArrayBuffer);
  expect(svg.toString()).toContain('<svg');
  await expect(app.as(world.other).drawTrackCode({ params: { id } })).rejects.toMatchObject({
    problem: { code: 'record.not-found' },
  });
}, 60_000);

test('a case of before there were such addresses has none', async () => {
  await app.deps.orm.em.fork().nativeUpdate(Case, { id }, { trackHash: null });
  expect((await app.as(world.student).getMyCase({ params: { id } })).trackPath).toBeNull();
});
