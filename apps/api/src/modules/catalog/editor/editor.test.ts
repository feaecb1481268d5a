import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { newId } from '../../../platform/ids/index.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { pdf } from '../../../../../../tests/support/material/sample-files.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { codes, makeCaseWorld, places } from '../../../../../../tests/support/case-world.ts';

let app: TestApp;
const clerk = () => staff('clerk', 'department', places.registry, { personId: newId() });
beforeEach(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)) });
});
afterEach(() => app.close());

test('R-AUTHZ-2: the console counts what the caller may see, and marks what waits for them', async () => {
  const officer = app.as(staff('reform-officer', 'university', null));
  const clerk = app.as(staff('clerk', 'department', places.registry));
  const stranger = app.as(staff('head', 'department', places.college));
  const { id } = await officer.createMatterDraft({ body: { operation: 'change', code: codes.card } });
  await officer.createMatterDraft({ body: { operation: 'change', code: codes.leave } });
  await officer.actOnMatterDraft({ params: { id }, body: { action: 'submit', revision: 0, note: null } });

  const waitingOf = async (who: typeof officer) =>
    (await who.getCatalogConsole()).waiting.filter(({ count }) => count > 0);
  expect(await waitingOf(officer)).toEqual([
    { status: 'editing', count: 1, isMine: true },
    { status: 'department-check', count: 1, isMine: true },
  ]);
  expect(await waitingOf(clerk)).toEqual([
    { status: 'editing', count: 1, isMine: true },
    { status: 'department-check', count: 1, isMine: false },
  ]);
  expect(await waitingOf(stranger)).toEqual([]);
  expect((await clerk.getCatalogConsole()).departments.map(({ code }) => code)).toEqual(['105']);
  expect((await officer.getCatalogConsole()).departments).toHaveLength(4);
});

test('the fields are chosen from what there is: posts stand once, with how many people hold them', async () => {
  const { posts, categories, departments } = await app.as(clerk()).getEditorChoices();
  const college = posts.find(({ code }) => code === 'college.student-affairs');
  expect(college).toMatchObject({ departments: ['历史学院', '数学学院'], holders: 2, isOfApplicantsDepartment: true });
  expect(college?.holderNames).toHaveLength(2);
  expect([categories, departments.length]).toEqual([['学籍'], 4]);
});

test('CAT-6 a route is judged as it is saved: too long, without a decision, at a post that nobody holds', async () => {
  const office = app.as(clerk());
  const { id } = await office.createMatterDraft({ body: { operation: 'change', code: codes.leave } });
  expect(await office.getRouteFaults({ params: { id } })).toEqual({ faults: [] });
  const { fields } = await office.getMatterDraft({ params: { id } });
  const [first] = fields.route?.stages ?? [];
  const stage = { ...first!, limitDays: 11, tasks: [{ ...first!.tasks[0]!, post: 'nobody.here' }] };
  const saved = await office.saveMatterDraft({
    params: { id },
    body: { revision: 0, values: { route: { stages: [stage] }, 'summary.category': '' } },
  });
  expect(saved.sections.find(({ section }) => section === 'identity')?.missing).toContain('summary.category');
  expect((await office.getRouteFaults({ params: { id } })).faults).toEqual([
    { code: 'route.nobody-decides', stage: 'college' },
    { code: 'route.limits-exceed-promise' },
    { code: 'route.unknown-post', stage: 'college' },
  ]);
});

test('the preview is the guide of what is typed, and nobody else sees it', async () => {
  const office = app.as(clerk());
  const { id } = await office.createMatterDraft({ body: { operation: 'change', code: codes.card } });
  await office.saveMatterDraft({ params: { id }, body: { revision: 0, values: { 'guide.promisedDays': 4 } } });
  expect(await office.previewMatterDraft({ params: { id } })).toMatchObject({ version: 2, promisedDays: 4 });
  const stranger = app.as(staff('head', 'department', places.college));
  await expect(stranger.previewMatterDraft({ params: { id } })).rejects.toMatchObject({
    problem: { code: 'record.not-found' },
  });
});

test('GUIDE-6 the guide and the one-time notice of a draft can be seen on paper, marked as a draft', async () => {
  const office = clerk();
  const { id } = await app.as(office).createMatterDraft({ body: { operation: 'change', code: codes.card } });
  const paper = (who: ReturnType<typeof clerk>, kind: string) =>
    app.fetchAs(who)(`${app.base}/api/console/drafts/${id}/guide.pdf?kind=${kind}`);
  const notice = await paper(office, 'notice');
  expect([notice.status, notice.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const file = join(mkdtempSync(join(tmpdir(), 'yitang-')), 'notice.pdf');
  writeFileSync(file, Buffer.from(await notice.arrayBuffer()));
  const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
  for (const shown of ['一次性告知单', '草稿预览，尚未发布']) expect(text).toContain(shown);
  expect((await paper(staff('head', 'department', places.college), 'guide')).status).toBe(404);
});

test('a blank form is inspected, and then public under a lasting address as a file to save', async () => {
  const send = (file: Buffer, name: string) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file)]), name);
    return app.fetchAs(clerk())(`${app.base}/api/console/files`, { method: 'POST', body: form });
  };
  expect((await send(Buffer.from('<script>'), '申请表.pdf')).status).toBe(415);
  const { id } = (await (await send(pdf(), '申请表.pdf')).json()) as { id: string };
  const answer = await fetch(`${app.base}/api/catalog-files/${id}`);
  expect(Buffer.from(await answer.arrayBuffer()).equals(pdf())).toBe(true);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
  expect((await fetch(`${app.base}/api/catalog-files/${newId()}`)).status).toBe(404);
});

test('R-AUTHZ-2: a certificate is looked at as 样张 before anybody gets one; what it cannot state stops publication', async () => {
  const office = app.as(clerk());
  const { id } = await office.createMatterDraft({ body: { operation: 'change', code: codes.leave } });
  const sample = (who = clerk()) => app.fetchAs(who)(`${app.base}/api/console/drafts/${id}/certificate-sample`);
  const layout = {
    title: { zh: '休学通知书' },
    lines: [{ zh: '{name}同学：{answer.nowhere}' }],
    table: [{ label: { zh: '学号' }, value: 'number' as const }],
    issuer: { zh: '教务处' },
    isBilingual: false,
    sealPosition: 'over' as const,
  };
  await office.saveMatterDraft({ params: { id }, body: { revision: 0, values: { layout: null } } });
  expect((await sample()).status).toBe(404);
  await office.saveMatterDraft({ params: { id }, body: { revision: 1, values: { layout } } });
  const answer = await sample();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const printed = Buffer.from(await answer.arrayBuffer());
  expect([printed.subarray(0, 5).toString(), printed.includes('/ByteRange')]).toEqual(['%PDF-', false]);
  const { items } = await office.listDraftBreaches({ params: { id } });
  expect(items.filter(({ rule }) => rule === 'layout-faults')).toMatchObject([
    { severity: 'blocks', path: 'layout', sentence: expect.stringContaining('“nowhere”') },
  ]);
  expect((await sample(staff('head', 'department', places.college))).status).toBe(404);
  const wrong = { ...layout, table: [{ label: { zh: '学号' }, value: 'nothing' as 'number' }] };
  await expect(
    office.saveMatterDraft({ params: { id }, body: { revision: 2, values: { layout: wrong } } }),
  ).rejects.toMatchObject({ problem: { code: 'request.invalid' } });
});
