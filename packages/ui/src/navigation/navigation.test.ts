/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { describe, expect, jest, test } from '@jest/globals';
import LinkButton from '../controls/LinkButton.svelte';
import Dialog from '../feedback/Dialog.svelte';
import EmptyState from '../feedback/EmptyState.svelte';
import StatusRegion from '../feedback/StatusRegion.svelte';
import { one, snippet, textOf, textsOf, view } from '../testing/render.ts';
import BackLink from './BackLink.svelte';
import Breadcrumbs from './Breadcrumbs.svelte';
import Pager from './Pager.svelte';
import ProgressSteps from './ProgressSteps.svelte';
import SearchBox from './SearchBox.svelte';
import TabLinks from './TabLinks.svelte';

describe('a search box', () => {
  const suggest = jest.fn(async () => []);
  const page = view(SearchBox, { action: '/matters', label: '搜索事项', submitText: '搜索', value: 'zdzm', suggest });

  test('is a form that finds without script (HOME-6)', () => {
    const form = one(page, 'form[role="search"]');
    expect([form.getAttribute('action'), form.getAttribute('method')]).toEqual(['/matters', 'get']);
    expect(one(form, 'input[name="q"]').getAttribute('value')).toBe('zdzm');
    expect(textOf(one(form, 'button[type="submit"]'))).toBe('搜索');
  });

  test('is a combobox with a list and a place where counts are read out (SRCH-6)', () => {
    const box = one(page, 'input');
    expect(box.getAttribute('role')).toBe('combobox');
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(one(page, `[id="${box.getAttribute('aria-controls')}"]`).getAttribute('role')).toBe('listbox');
    expect(page.querySelector('[aria-live="polite"]')).not.toBeNull();
    expect(textOf(one(page, `label[for="${box.id}"]`))).toBe('搜索事项');
  });

  test('that cannot suggest is no combobox', () => {
    const plain = view(SearchBox, { action: '/matters', label: '搜索', submitText: '搜索' });
    expect(one(plain, 'input').hasAttribute('role')).toBe(false);
    expect(plain.querySelector('[role="listbox"]')).toBeNull();
  });
});

describe('ways on and back', () => {
  test('the page that one is on is no link', () => {
    const page = view(Breadcrumbs, { label: '位置', items: [{ label: '大厅', href: '/' }, { label: '在读证明' }] });
    expect(textsOf(page, 'nav[aria-label="位置"] li')).toEqual(['大厅', '在读证明']);
    expect(textOf(one(page, '[aria-current="page"]'))).toBe('在读证明');
    expect(page.querySelectorAll('a')).toHaveLength(1);
  });

  test('tabs are links and one is current (GUIDE-6)', () => {
    const items = [
      { href: '#a', label: '材料', isCurrent: true },
      { href: '#b', label: '流程', count: 3 },
    ];
    const page = view(TabLinks, { label: '指南', items });
    expect(textsOf(page, 'a')).toEqual(['材料', '流程3']);
    expect(textsOf(page, '[aria-current="page"]')).toEqual(['材料']);
  });

  test('the pager has only the neighbours that exist', () => {
    const page = view(Pager, { nextHref: '?after=x' });
    expect(textsOf(page, 'nav a')).toEqual(['下一页']);
    expect(one(page, 'a').getAttribute('rel')).toBe('next');
    expect(view(Pager, { nextHref: null }).querySelector('nav')).toBeNull();
  });

  test('progress says in words and marks the step (APP-2)', () => {
    const page = view(ProgressSteps, { text: '第 2 步，共 3 步', current: 2, steps: ['核验', '填写', '提交'] });
    expect(textOf(one(page, '.text'))).toBe('第 2 步，共 3 步');
    expect(textOf(one(page, '[aria-current="step"]'))).toBe('填写');
  });

  test('back is a link', () => {
    expect(textOf(one(view(BackLink, { href: '/x', label: '上一步' }), 'a[href="/x"]'))).toBe('上一步');
  });
});

describe('buttons', () => {
  test('one that leads somewhere is a link', () => {
    const page = view(LinkButton, { href: '/apply', children: snippet('<b>在线办理</b>') });
    expect(textOf(one(page, 'a.button[href="/apply"]'))).toBe('在线办理');
  });
});

describe('what is there and what is not', () => {
  test('an empty list says why and what next (STAT-2)', () => {
    const page = view(EmptyState, {
      title: '还没有办件',
      children: snippet('<p>提交的申请会在这里</p>'),
      actions: snippet('<a href="/">去办事</a>'),
    });
    expect(textOf(page)).toBe('还没有办件 提交的申请会在这里 去办事');
    expect(textOf(one(page, 'h2'))).toBe('还没有办件');
  });

  test('the place for results is there before there is one (STAT-4)', () => {
    expect(textOf(one(view(StatusRegion, {}), '[role="status"]'))).toBe('');
  });

  test('a dialog has a name and a way out', () => {
    const page = view(Dialog, { id: 'sure', title: '删除草稿？', children: snippet('<p>不能恢复</p>') });
    const dialog = one(page, 'dialog');
    expect(textOf(one(page, `[id="${dialog.getAttribute('aria-labelledby')}"]`))).toBe('删除草稿？');
    expect(one(dialog, 'button [role="img"]').getAttribute('aria-label')).toBe('关闭');
    expect(dialog.hasAttribute('open')).toBe(false);
  });
});
