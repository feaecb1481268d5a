import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MatterContent } from '@yitang/domain/catalog';
import { cardMatter, codes, makeCaseWorld, publish, type CaseWorld } from '../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { catalogKey } from '../../modules/catalog/index.ts';

/** What a person types or is known by and nobody may find in a log or, unsealed, in a table. */
const canaries = {
  known: { phone: '13800138000', idNumber: '330102200001011230' },
  typed: { idNumber: '33019920000101993X', phone: '16099887766', secret: '病因写在这里金丝雀' },
};
const typed = `${canaries.typed.secret}，证件 ${canaries.typed.idNumber}，电话 ${canaries.typed.phone}`;
const tokens: string[] = [];

let app: TestApp;
let world: CaseWorld;

beforeAll(async () => {
  app = await createTestApp({ seed: async (deps) => void (world = await makeCaseWorld(deps)) });
  await fillInForms();
  await handleAndCorrect();
  await inviteAndAsk();
  await goWrong();
  await app.runJobs();
}, 60_000);
afterAll(() => app.close());

let caseId: string;

async function fillInForms(): Promise<void> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.leave } });
  const pages = {
    identity: {},
    reason: { reason: 'other', explanation: typed, from: '2026-03-09' },
    contact: { consent: true },
  };
  for (const [page, answers] of Object.entries(pages))
    await student.savePage({ params: { draftId, page }, body: { answers } });
  const sent = await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: 'canaries' });
  caseId = sent.caseId;
  tokens.push((await student.getMyCase({ params: { id: caseId } })).trackPath!.slice('/track/'.length));
}

async function handleAndCorrect(): Promise<void> {
  const params = { id: caseId };
  const clerk = app.as(world.collegeClerk);
  await clerk.acceptCase({ params, body: { version: 1 } });
  const fields = ['answers.explanation', 'applicant.phone', 'applicant.idNumber'];
  const { values } = await clerk.revealFields({ params, body: { fields, purpose: '核对本人情况' } });
  expect(values.map(({ value }) => value)).toEqual([typed, canaries.known.phone, canaries.known.idNumber]);
  const items = [{ field: 'explanation', reason: '请写明起止时间' }];
  await clerk.requestCorrection({ params, body: { version: 2, items } });
  const { version } = await app.as(world.student).getMyCase({ params });
  const answers = { explanation: `${typed}，三月九日起` };
  await app.as(world.student).supplyCorrection({ params, body: { version, answers } });
}

async function inviteAndAsk(): Promise<void> {
  await publish(app.deps, [forParents()], '2026-03-01');
  await app.deps.services.get(catalogKey).refresh();
  const body = { inviteeName: '张父', relation: '父亲' as const, matterCodes: [family], days: 30 };
  const { link } = await app.as(world.student).createInvitation({ body });
  const token = new URL(link).hash.slice(1);
  tokens.push(token);
  await app.as().previewInvitation({ body: { token } });
  await app.as().acceptInvitation({ body: { token, name: '张父', phone: canaries.typed.phone } });
  const asked = { text: '家长怎样查询在校情况？', contact: canaries.typed.phone };
  tokens.push((await app.as().askQuestion({ body: asked })).token);
}

const family = 'DEMO-FAMILY';
const forParents = (): MatterContent => {
  const card = cardMatter();
  const invited: MatterContent['preconditions'][number] = {
    key: 'invited',
    label: { zh: '学生已授权' },
    rule: { kind: 'invited' },
    basis: '学生授权书',
    remedy: { zh: '请学生授权。' },
  };
  return { ...card, summary: { ...card.summary, code: family }, preconditions: [invited] };
};

/** Refused and mistyped requests are logged more than others. */
async function goWrong(): Promise<void> {
  const { idNumber, phone } = canaries.typed;
  const at = (path: string, init?: RequestInit) => app.fetchAs(world.student)(`${app.base}${path}`, init);
  const json = { 'content-type': 'application/json', 'idempotency-key': 'wrong' };
  const post = (path: string, body: unknown) => at(path, { method: 'POST', headers: json, body: JSON.stringify(body) });
  const answers = await Promise.all([
    at(`/api/my/cases/${idNumber}`),
    at(`/api/search?q=${encodeURIComponent(idNumber)}`),
    at(`/api/search?q=${encodeURIComponent(`电话 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`)}`),
    at(`/api/matters?department=${idNumber}&audience=${phone}`),
    post('/api/drafts', { matterCode: idNumber }),
    post('/api/invitations/preview', { token: tokens[1], idNumber }),
    post(`/api/drafts/${idNumber}/submit`, { phone }),
    post('/api/questions', { text: '', contact: idNumber }),
  ]);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  await expect(app.as(staff('clerk', 'department', null)).getOfficeCase({ params: { id: caseId } })).rejects.toThrow();
}

const needles = () => [...Object.values(canaries.known), ...Object.values(canaries.typed), ...tokens];

test('R-AUD-4: no number, no phone, no token and nothing that was confided stands in a log line', () => {
  const lines = app.logLines.join('\n');
  expect(lines).toContain('"req');
  expect(needles().filter((needle) => lines.includes(needle))).toEqual([]);
});

test('R-AUD-4: nor, unsealed, in any column of any table: records, jobs, notices, searches, answers to commands', async () => {
  const em = app.call().em;
  const found: string[] = [];
  for (const { tableName, props } of app.database.orm.getMetadata().getAll().values())
    for (const column of props.filter(({ persist }) => persist !== false).flatMap(({ fieldNames }) => fieldNames)) {
      const name = app.database.family === 'sqlite' ? `"${column}"` : `\`${column}\``;
      const rows = await em.execute<{ text: string | null }[]>(
        `select cast(${name} as char) as text from ${tableName}`,
      );
      const texts = rows.map(({ text }) => text ?? '').join('\n');
      for (const needle of needles()) if (texts.includes(needle)) found.push(`${tableName}.${column}: ${needle}`);
    }
  expect(found).toEqual([]);
});
