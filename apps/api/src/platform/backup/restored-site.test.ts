import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../tests/support/case-world.ts';
import { submitLeave } from '../../../../../tests/support/leave-case.ts';
import { staff } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp, type TestAppOptions } from '../../../../../tests/support/test-app.ts';
import { freshDatabase } from '../../../../../tests/support/test-database.ts';
import { entities } from '../../database/entities.ts';
import { migrate, openOrm, type Orm } from '../../database/index.ts';
import { makeKeys } from '../config/index.ts';
import { hashTables, restoreBackup, writeBackup } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'yitang-restored-'));
const keys = makeKeys('test');
const archive = join(folder, 'all.ytb');
const key = randomBytes(32);
const afterwards: (() => Promise<unknown>)[] = [() => Promise.resolve(rmSync(folder, { recursive: true }))];

async function place(name: string): Promise<{ url: string; filesFolder: string }> {
  const filesFolder = join(folder, `files-${name}`);
  if (!process.env.TEST_DATABASE_URL) return { url: `sqlite:${join(folder, `${name}.db`)}`, filesFolder };
  const fresh = await freshDatabase();
  afterwards.push(fresh.drop);
  return { url: fresh.url, filesFolder };
}

async function opened(url: string): Promise<Orm> {
  const orm = await openOrm({ url, entities });
  afterwards.push(() => orm.close(true));
  return orm;
}

const siteAt = (orm: Orm, filesFolder: string, more?: TestAppOptions) =>
  createTestApp({ orm, environment: { ...keys, FILES_FOLDER: filesFolder }, ...more });

let world: CaseWorld;
let restored: TestApp;
let leaveId: string;
let proofId: string;
let proofDraftId: string;
let draftId: string;
let certificate: Buffer;

const readCertificate = async (app: TestApp) =>
  Buffer.from((await app.as(world.student).readCertificate({ params: { id: proofId } })) as ArrayBuffer);

const submitProof = (app: TestApp, draftId: string) =>
  app.as(world.student).submitDraft({ params: { draftId }, body: {}, idempotencyKey: 'proof-of-study' });

beforeAll(async () => {
  const [from, to] = [await place('before'), await place('after')];
  const orm = await opened(from.url);
  await migrate(orm);
  const app = await siteAt(orm, from.filesFolder, {
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
  leaveId = await submitLeave(app.as(world.student), { idempotencyKey: 'leave-of-absence' });
  await app
    .as(world.collegeClerk)
    .acceptCase({ params: { id: leaveId }, body: { version: 1, note: '材料齐全 "’\n𠮷' } });
  draftId = (await app.as(world.other).openDraft({ body: { matterCode: codes.leave } })).id;
  await app.as(world.other).savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  const reason = { reason: 'other', explanation: '回家照顾父母', from: '2026-03-09' };
  await app.as(world.other).savePage({ params: { draftId, page: 'reason' }, body: { answers: reason } });
  proofDraftId = (await app.as(world.student).openDraft({ body: { matterCode: codes.proof } })).id;
  const params = { draftId: proofDraftId, page: 'identity' };
  await app.as(world.student).savePage({ params, body: { answers: {} } });
  proofId = (await submitProof(app, proofDraftId)).caseId;
  await app.runJobs();
  certificate = await readCertificate(app);
  await writeBackup({ databaseUrl: from.url, filesFolder: from.filesFolder, archive, key, madeAt: new Date() });
  const before = await hashTables(from.url);
  await app.close();
  await restoreBackup({ archive, key, databaseUrl: to.url, filesFolder: to.filesFolder });
  expect(await hashTables(to.url)).toEqual(before);
  restored = await siteAt(await opened(to.url), to.filesFolder);
}, 120_000);

afterAll(async () => {
  await restored.close();
  for (const end of afterwards.reverse()) await end();
});

test('R-BAK-1: a site that was restored has the cases, and goes on with them', async () => {
  const params = { id: leaveId };
  const seen = await restored.as(world.collegeClerk).getOfficeCase({ params });
  expect(seen.timeline.map(({ note }) => note)).toContain('材料齐全 "’\n𠮷');
  await restored.as(world.collegeClerk).passCase({ params, body: { version: seen.version } });
  expect((await restored.as(world.student).getMyCase({ params })).status).toBe('handling');
});

test('R-BAK-1: sealed values open there, in cases, drafts and of people', async () => {
  const fields = ['answers.explanation', 'applicant.phone', 'applicant.idNumber'];
  const body = { fields, purpose: '核对恢复后的数据' };
  const { values } = await restored.as(world.affairsClerk).revealFields({ params: { id: leaveId }, body });
  expect(values.map(({ value }) => value)).toEqual(['家中有事要照顾', '13800138000', '330102200001011230']);
  expect(JSON.stringify(await restored.as(world.other).getDraft({ params: { draftId } }))).toContain('回家照顾父母');
});

test('R-BAK-1: files are there byte for byte, and certificates are still known', async () => {
  expect((await readCertificate(restored)).equals(certificate)).toBe(true);
  expect(await restored.as(world.student).getMyCase({ params: { id: proofId } })).toMatchObject({
    certificate: { isRevoked: false },
  });
});

test('R-BAK-1: the records of what was done hold, and a repeated submission is still the same one', async () => {
  const supervisor = restored.as(staff('supervisor', 'university', null));
  expect(await supervisor.verifyAudit()).toMatchObject({ isIntact: true, firstFault: null });
  expect((await submitProof(restored, proofDraftId)).caseId).toBe(proofId);
  const { items } = await restored.as(world.student).listMyCases({});
  expect(items.map(({ id }) => id).sort()).toEqual([leaveId, proofId].sort());
});
