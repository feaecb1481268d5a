import { expect, test } from '@playwright/test';
import { faultOfFocus, Keyboard } from './support/keyboard.ts';
import { actAs, people, signIn } from './support/people.ts';
import { turnPage } from './support/turn-page.ts';

// A trace takes a picture of the page at each key.
test.use({ trace: 'off' });

test('the look at the focus sees one without a ring, one that is covered and one that is nowhere', async ({ page }) => {
  const cover = '<div style="position: fixed; inset: 0; z-index: 9; background: white"></div>';
  const faults = [
    ['<button>A</button>', undefined],
    ['<button style="outline: none">A</button>', 'has no ring of 2 px'],
    ['<button style="outline-color: transparent">A</button>', 'has no ring of 2 px'],
    [`<button>A</button>${cover}`, 'is covered by div'],
    ['<button style="position: fixed; top: -80px">A</button>', 'is out of sight'],
    ['<button style="opacity: 0">A</button>', 'is not to be seen'],
  ] as const;
  for (const [markup, fault] of faults) {
    await page.setContent(`<style>:focus { outline: 3px solid blue }</style>${markup}`);
    await page.keyboard.press('Tab');
    const found = await page.evaluate(faultOfFocus);
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(fault);
  }
});

/** What the focus is looked for on: a screen of this size, in pages of this theme. */
const screens = [
  { screen: 'on a wide screen', width: 1440, height: 900, theme: 'light' },
  { screen: 'on a phone, in the dark', width: 390, height: 844, theme: 'dark' },
  { screen: 'on a phone, in high contrast', width: 390, height: 844, theme: 'contrast' },
] as const;
for (const { screen, width, height, theme } of screens)
  test(`VIS-4 a certificate is searched for, applied for and received with the keyboard alone, ${screen}`, async ({
    page,
    context,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height });
    await context.addCookies([{ name: 'yt_theme', value: theme, url: baseURL! }]);
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
    const keyboard = new Keyboard(page);
    await page.goto('/');
    await keyboard.press('Tab');
    await expect(keyboard.focused).toHaveText('跳到主要内容');
    await page.keyboard.press('Enter');
    await keyboard.goTo(page.getByRole('combobox', { name: '搜索校务服务事项' }));
    await keyboard.type('zaiduzhengming');
    // The suggestions are walked through without leaving the field.
    await expect(page.getByRole('option').first()).toBeVisible();
    await keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toBeInViewport();
    await keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/matters\?/);
    await keyboard.use(page.getByRole('link', { name: '在校生学籍证明', exact: true }));
    await expect(page.getByRole('heading', { level: 1, name: '在校生学籍证明' })).toBeVisible();
    await keyboard.use(page.getByRole('link', { name: '在线办理', exact: true }));
    // A page of another kind, whose styles come with it: until it is there, nothing has a ring.
    await page.waitForURL(/\/cas\/login/);
    await keyboard.use(page.locator(`button[name="username"][value="${people.studentWithArrears}"]`));

    await expect(page.getByRole('heading', { level: 1, name: '办理前核对' })).toBeVisible();
    await turnPage(page, () => keyboard.use(page.getByRole('button', { name: /开始填写|继续填写草稿/ })));
    const submit = page.getByRole('button', { name: '确认无误，提交申请' });
    for (let step = 0; step < 8 && !(await submit.isVisible()); step += 1) {
      const next = page.getByRole('button', { name: '保存并继续' });
      await keyboard.answerUntil(next);
      await turnPage(page, () => page.keyboard.press('Enter'));
    }
    await keyboard.use(submit);

    await expect(page.getByText('申请已提交')).toBeVisible();
    const download = page.getByRole('link', { name: '下载证明（PDF）' });
    await expect(download).toBeVisible({ timeout: 20_000 });
    await Promise.all([page.waitForEvent('download'), keyboard.use(download)]);
    await keyboard.use(page.getByRole('link', { name: '评价这次办理' }));
    await expect(page.getByRole('radio').first()).toBeVisible();
    // All six things are ticked, one more than may be: told at their field, and nothing that was chosen is gone.
    const rate = page.getByRole('button', { name: '提交评价' });
    await keyboard.answerUntil(rate);
    await page.keyboard.press('Enter');
    await expect(page.getByText('最多选择 5 项。')).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(2);
    await keyboard.goTo(page.getByRole('checkbox').first());
    await keyboard.press('Space');
    await keyboard.use(rate);
    await expect(page.getByText('谢谢您的评价。')).toBeVisible();
  });

test('VIS-4 a clerk finds a case, accepts it and decides it with the keyboard alone', async ({ page }) => {
  const keyboard = new Keyboard(page);
  await signIn(page, people.studentAffairsClerk, '/office');
  await actAs(page, '经办');
  await page.goto('/office');
  const row = page.getByRole('row').filter({ hasText: '学生在校情况查询' }).filter({ hasText: '待受理' }).first();
  await keyboard.use(row.getByRole('link'));
  await expect(page.getByRole('heading', { level: 2, name: '处理' })).toBeVisible();

  // Answered with what is missing; the summary has the focus, and leads to the field.
  const correct = page.locator('summary').filter({ hasText: '要求补正' });
  await keyboard.use(correct);
  await keyboard.use(page.getByRole('button', { name: '要求补正' }));
  await expect(page.getByRole('alert')).toBeVisible();
  await keyboard.press('Tab');

  await keyboard.goTo(page.getByLabel('备注').first());
  await keyboard.type('已核对授权。');
  await keyboard.use(page.getByRole('button', { name: '受理', exact: true }));
  await expect(page.getByText('已受理。')).toBeVisible();
  await keyboard.use(page.getByRole('button', { name: '准予办结' }));
  await expect(page.getByText('已准予办结。')).toBeVisible();
});
