import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, places } from '../../../../../../tests/support/case-world.ts';
import { pdf } from '../../../../../../tests/support/material/sample-files.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import { systemPrincipal } from '../../../platform/principal/index.ts';
import { sweepFiles } from './sweep-files.ts';

let app: TestApp;
const clerk = staff('clerk', 'department', places.registry);
const day = 24 * 3_600_000;

beforeEach(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)) });
});
afterEach(() => app.close());

async function upload(name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(pdf())]), name);
  const answer = await app.fetchAs(clerk)(`${app.base}/api/console/files`, { method: 'POST', body: form });
  return ((await answer.json()) as { id: string }).id;
}
const statusOf = async (id: string) => (await fetch(`${app.base}/api/catalog-files/${id}`)).status;
const caller = { principal: systemPrincipal('catalog.sweep-files') };
async function nights(count: number): Promise<void> {
  for (let night = 0; night < count; night += 1) {
    app.clock.advance(day);
    await sweepFiles({ deps: app.deps, em: app.deps.orm.em.fork(), jobId: newId(), attempt: 1, caller });
  }
}

test('a file that no draft and no version shows is gone after thirty nights, with its bytes, and that is recorded', async () => {
  const office = app.as(clerk);
  const [used, unused] = [await upload('样本.pdf'), await upload('不用.pdf')];
  const { id } = await office.createMatterDraft({ body: { operation: 'change', code: codes.card } });
  const result = { name: { zh: '学生证' }, kind: 'licence' as const, sampleFileId: used };
  await office.saveMatterDraft({ params: { id }, body: { revision: 0, values: { 'guide.result': result } } });
  await nights(30);
  expect([await statusOf(used), await statusOf(unused)]).toEqual([200, 200]);
  await nights(1);
  expect([await statusOf(used), await statusOf(unused)]).toEqual([200, 404]);
  const em = app.deps.orm.em.fork();
  const sql = "select target from audit_entries where action = 'catalog.remove-file'";
  const removed = await em.execute<{ target: unknown }[]>(sql);
  expect(JSON.stringify(removed)).toContain(unused);
  expect(removed).toHaveLength(1);
});

test('a file that is put back within the thirty days stays', async () => {
  const office = app.as(clerk);
  const file = await upload('样本.pdf');
  await nights(20);
  const { id } = await office.createMatterDraft({ body: { operation: 'change', code: codes.card } });
  const result = { name: { zh: '学生证' }, kind: 'licence' as const, sampleFileId: file };
  await office.saveMatterDraft({ params: { id }, body: { revision: 0, values: { 'guide.result': result } } });
  await nights(15);
  await office.saveMatterDraft({ params: { id }, body: { revision: 1, values: { 'guide.result': null } } });
  await nights(20);
  expect(await statusOf(file)).toBe(200);
});
