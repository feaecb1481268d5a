import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  leaveForm,
  leaveMatter,
  makeCaseWorld,
  publish,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { submitLeave } from '../../../../../../tests/support/leave-case.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { catalogKey } from '../../catalog/index.ts';

let app: TestApp;
let world: CaseWorld;
beforeEach(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterEach(() => app.close());

async function receiptText(id: string): Promise<string> {
  const pdf = Buffer.from((await app.as(world.student).readReceipt({ params: { id } })) as ArrayBuffer);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text.replace(/\s+/g, '');
}

test('the receipt says what was answered, in the words of the form of that case, with personal data masked', async () => {
  const id = await submitLeave(app.as(world.student), { idempotencyKey: 'receipt-of-leave' });
  const renamed = leaveForm.pages.map((page) =>
    page.key === 'reason' ? { ...page, title: { zh: '改了名字的一页' } } : page,
  );
  app.clock.advance(86_400_000);
  await publish(app.deps, [leaveMatter({ form: { pages: renamed } })], '2026-03-03');
  await app.deps.services.get(catalogKey).refresh();
  const text = await receiptText(id);
  for (const part of ['填报内容：核对信息', '填报内容：原因', '开始日期2026-03-09', '原因其他', '138****8000', '家***'])
    expect(text).toContain(part);
  for (const part of ['13800138000', '家中有事', '改了名字']) expect(text).not.toContain(part);
}, 60_000);
