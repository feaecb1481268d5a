import { expect, test, type Browser, type Page } from '@playwright/test';
import { lookAt } from './support/accessible-rooms.ts';
import { blankPdf } from './support/files.ts';
import { actAs, dropDrafts, people, signIn } from './support/people.ts';
import { matters } from './support/matters.ts';
import { turnPage } from './support/turn-page.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const next = (page: Page) => page.getByRole('button', { name: '保存并继续' }).click();

async function as(browser: Browser, username: string, wanted: string, role?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, username, wanted);
  if (role !== undefined) await actAs(page, role);
  return page;
}

/** One blank page for whatever is asked. */
async function uploadAll(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const names = await page
    .locator('section.requirement')
    .filter({ has: page.locator('input[type="file"]') })
    .evaluateAll((sections) => sections.map((section) => section.getAttribute('aria-labelledby') ?? ''));
  for (const name of names) {
    const section = page.locator(`section[aria-labelledby="${name}"]`);
    if ((await section.locator('ul.files li').count()) > 0) continue;
    const file = { name: '证明.pdf', mimeType: 'application/pdf', buffer: blankPdf() };
    await section.locator('input[type="file"]').setInputFiles(file);
    await section.getByRole('button', { name: /^上传/ }).click();
    await expect(section.getByText('证明.pdf')).toBeVisible({ timeout: 30_000 });
  }
}

async function fillIn(page: Page): Promise<void> {
  const seen = new Set<string>();
  while (!(await page.getByRole('button', { name: '确认无误，提交申请' }).isVisible())) {
    const url = page.url();
    if (seen.has(url)) throw new Error(`no way on from ${url}: ${await page.locator('main').innerText()}`);
    seen.add(url);
    const fill = async (label: string, value: string) => {
      const field = page.getByLabel(label);
      if (await field.isVisible()) await field.fill(value);
    };
    const illness = page.getByLabel('因病');
    if (await illness.isVisible()) await illness.check();
    await fill('情况说明', '因膝关节手术需要休养一学期，已与学院和家长商量。');
    await fill('休学学期数', '1');
    await fill('开始日期', inDays(10));
    await fill('结束日期', inDays(150));
    await fill('家长或紧急联系人姓名', '林建国');
    await fill('联系人电话', '16000000001');
    for (const box of await page.locator('main input[type="checkbox"][value="yes"]').all()) await box.check();
    if (url.endsWith('/materials')) {
      await lookAt(page, '/my/drafts/[draftId]/[page]');
      // Going on without a file is answered: which one is missing, and a way to it.
      await page.getByRole('link', { name: '保存并继续' }).click();
      await expect(page.getByRole('alert').getByRole('link', { name: '请上传“家长知情同意书”。' })).toBeVisible();
      await uploadAll(page);
      await turnPage(page, () => page.getByRole('link', { name: '保存并继续' }).click());
    } else await turnPage(page, () => next(page));
  }
}

/** PROG-2: a special procedure stops the clock, the applicant reads why and until when, and it goes on after. */
async function stopAndGoOn({ office, student, id }: { office: Page; student: Page; id: string }): Promise<void> {
  await office.goto(`/office/cases/${id}`);
  await office.getByText('启动特别程序', { exact: true }).first().click();
  const start = office.getByRole('button', { name: '启动特别程序' });
  await start.click();
  await expect(office.getByRole('link', { name: '停止计时的原因：请填写停止计时的原因。' })).toBeVisible();
  await office.getByLabel('停止计时的原因').fill('校医院核验病历 3 个工作日');
  await office.locator('form[action="?/suspend"]').getByLabel('依据').fill('学生管理规定第三十条');
  await office.getByLabel('预计结束日期').fill(inDays(5));
  await start.click();
  await expect(office.getByText('已停止计时，并告知申请人。')).toBeVisible();
  await student.goto(`/my/cases/${id}`);
  await expect(student.getByText('原因：校医院核验病历 3 个工作日')).toBeVisible();
  await expect(student.getByText('计时停止，恢复后重新计算')).toBeVisible();
  await office.getByRole('button', { name: '特别程序结束，恢复计时' }).click();
  await expect(office.getByText('已恢复计时。')).toBeVisible();
}

/** All that is masked is shown for one purpose, which has to be named; it stays in sight. */
async function readAll(office: Page): Promise<void> {
  await office.getByText(/^一次查看全部遮盖内容/).click();
  const form = office.locator('form[action="?/reveal"]').first();
  await form.getByRole('button', { name: '显示' }).click();
  await expect(form.getByLabel('查看用途（会记入日志）')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('查看用途（会记入日志）').fill('审核休学申请');
  await form.getByRole('button', { name: '显示' }).click();
  await expect(office.getByRole('row', { name: /情况说明/ })).toContainText('因膝关节手术需要休养一学期');
  await expect(office.locator('form[action="?/reveal"]')).toHaveCount(0);
}

/** 延长审批: the office asks, the head finds it behind a count and approves, and the applicant reads why and until when. */
async function lengthen({ office, head, student, id }: Record<'office' | 'head' | 'student', Page> & { id: string }) {
  await office.goto(`/office/cases/${id}`);
  await office.getByText('申请延长办理期限', { exact: true }).first().click();
  const ask = office.getByRole('button', { name: '申请延长办理期限' });
  await ask.click();
  await expect(office.getByRole('link', { name: '延长天数：请填写整数，例如 3。' })).toBeVisible();
  await office.getByLabel('延长天数').fill('2');
  const form = office.locator('form[action="?/request-extension"]');
  await form.getByLabel('理由').fill('须向校医院核实休养期限');
  await form.getByLabel('依据').fill('学生管理规定第三十条');
  await ask.click();
  await expect(office.getByText('已提交延长申请，等待部门负责人审批。')).toBeVisible();
  await student.goto(`/my/cases/${id}`);
  const promised = await student
    .getByText(/^\S+前$/)
    .first()
    .innerText();
  await head.goto('/office');
  await head.getByRole('link', { name: /延长审批/ }).click();
  await expect(head.getByRole('row').filter({ hasText: '申请延长 2 个工作日' }).first()).toBeVisible();
  await head.goto(`/office/cases/${id}`);
  await expect(head.getByText('理由：须向校医院核实休养期限')).toBeVisible();
  await head.getByRole('button', { name: '批准延长' }).click();
  await expect(head.getByText('已批准延长，并告知申请人和经办人。')).toBeVisible();
  await student.reload();
  await expect(student.getByText('办理期限已延长 2 个工作日')).toBeVisible();
  await expect(student.getByText('理由：须向校医院核实休养期限')).toBeVisible();
  expect(
    await student
      .getByText(/^\S+前$/)
      .first()
      .innerText(),
  ).not.toBe(promised);
}

test.describe.configure({ mode: 'serial' });

test('休学: three departments, one correction, and the applicant always sees who holds it', async ({ browser }) => {
  test.setTimeout(180_000);
  const student = await as(browser, people.student, `/matters/${matters.leaveOfAbsence}/apply`);
  await dropDrafts(student, matters.leaveOfAbsence);
  await turnPage(student, () => student.getByRole('button', { name: /开始填写|继续填写草稿/ }).click());

  // What the university knows is shown with its source; then the first question.
  await student.waitForURL(/\/my\/drafts\//);
  await next(student);
  await student.waitForURL(/\/reason$/);
  await lookAt(student, '/my/drafts/[draftId]/[page]');

  // APP-9: every fault at once, in a summary that takes the focus.
  await next(student);
  await expect(
    student
      .getByRole('alert')
      .or(student.locator('[tabindex="-1"]').filter({ hasText: '有内容需要修改' }))
      .first(),
  ).toBeVisible();
  await expect(student).toHaveTitle(/^错误：/);
  await lookAt(student, '/my/drafts/[draftId]/[page]');

  await expect(student.getByRole('link', { name: '情况说明：请填写这一项。' })).toBeVisible();

  await student.getByLabel('因病').check();
  await student.getByLabel('情况说明').fill('因膝关节手术需要休养一学期。');
  await next(student);
  // APP-4: the draft is found again on another device.
  const phone = await as(browser, people.student, '/my/cases');
  await expect(phone.getByRole('heading', { name: '草稿' })).toBeVisible();

  await fillIn(student);
  await lookAt(student, '/my/drafts/[draftId]/[page]');
  await student.getByRole('button', { name: '确认无误，提交申请' }).dblclick();
  await expect(student.getByText('申请已提交')).toBeVisible();
  await lookAt(student, '/my/cases/[id]');
  const casePath = new URL(student.url()).pathname;
  const id = casePath.split('/').at(-1) ?? '';
  // What was a draft is a case now, and its old address leads to it.
  await student.goBack();
  await expect(student.getByRole('list', { name: '办理进度' })).toBeVisible();
  await student.reload();
  await expect(student).toHaveURL(new RegExp(`${casePath}$`));
  // APP-10
  const mine = (await (await phone.request.get('/api/cases')).json()) as {
    items: { matter: { code: string }; status: string }[];
  };
  expect(
    mine.items.filter(({ matter, status }) => matter.code === matters.leaveOfAbsence && status === 'submitted'),
  ).toHaveLength(1);
  await expect(student.getByRole('list', { name: '办理进度' })).toContainText('学院受理与核实');

  // The college asks for one correction.
  const college = await as(browser, people.collegeClerk, '/office', '经办');
  await college.goto(`/office/cases/${id}`);
  await college.getByText('要求补正', { exact: true }).first().click();
  await college.getByRole('checkbox', { name: '情况说明' }).check();
  await lookAt(college, '/office/cases/[id]');
  await college.getByLabel('原因：情况说明').fill('请写明预计的复学时间。');
  await college.getByRole('button', { name: '要求补正' }).click();
  await expect(college.getByText('已通知申请人补正。')).toBeVisible();

  await student.goto(casePath);
  await lookAt(student, '/my/cases/[id]');
  await expect(student.locator('dl').filter({ hasText: '在谁手里' })).toContainText('等您补正');
  await student.getByRole('link', { name: '去补正' }).click();
  await expect(student.getByRole('button', { name: '提交补正' })).toBeVisible();
  await lookAt(student, '/my/cases/[id]/correct');
  await student.getByLabel('情况说明').fill('因膝关节手术需要休养一学期，预计明年秋季学期复学。');
  await student.getByRole('button', { name: '提交补正' }).click();
  await expect(student).toHaveURL(new RegExp(`${casePath}$`));

  // CORR-3 what changed is shown to the office; then accept and pass on.
  await college.goto(`/office/cases/${id}`);
  await expect(college.getByRole('heading', { name: '补正前后对比' })).toBeVisible();
  await readAll(college);
  await college.getByRole('button', { name: '受理', exact: true }).click();
  await expect(college.getByText('已受理。')).toBeVisible();
  await college.getByRole('button', { name: '同意，转下一环节' }).click();
  await expect(college.getByText('已转下一环节。')).toBeVisible();

  // INBX-5: two clerks at once, one wins, the other is told and keeps what was typed.
  const affairs = await as(browser, people.studentAffairsClerk, '/office', '经办');
  const head = await as(browser, people.severalRoles, '/office', '负责人');
  await lengthen({ office: affairs, head, student, id });
  await stopAndGoOn({ office: affairs, student, id });
  const other = await as(browser, people.studentAffairsClerk, '/office', '经办');
  for (const page of [affairs, other]) await page.goto(`/office/cases/${id}`);
  await other.getByLabel('备注').first().fill('第二位经办人写的备注');
  await affairs.getByRole('button', { name: '同意，转下一环节' }).click();
  await expect(affairs.getByText('已转下一环节。')).toBeVisible();
  await other.getByRole('button', { name: '同意，转下一环节' }).click();
  await expect(other.getByRole('alert')).toContainText('第二位经办人写的备注');
  await expect(other.getByRole('button', { name: '同意，转下一环节' })).toBeHidden();

  // The registry decides; the notice of leave is made and the applicant has it.
  const registry = await as(browser, people.registryClerk, '/office', '经办');
  await registry.goto(`/office/cases/${id}`);
  await lookAt(registry, '/office/cases/[id]');
  await registry.getByRole('button', { name: '准予办结' }).click();
  await expect(registry.getByText('已准予办结。')).toBeVisible();
  await student.goto(casePath);
  await expect(student.getByRole('link', { name: '下载证明（PDF）' })).toBeVisible({ timeout: 20_000 });
  await student.goto('/my/notices');
  await expect(student.getByRole('listitem').filter({ hasText: '休学申请' }).first()).toBeVisible();

  // R-AUTHZ-2 somebody else's case is not there.
  const stranger = await as(browser, people.studentWithArrears, casePath);
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText('没有找到');
});
