/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { describe, expect, test } from '@jest/globals';
import Clock from '@lucide/svelte/icons/clock';
import { one, snippet, textOf, textsOf, view } from '../testing/render.ts';
import Card from './Card.svelte';
import Details from './Details.svelte';
import Facts from './Facts.svelte';
import Icon from './Icon.svelte';
import Mark from './Mark.svelte';
import Meter from './Meter.svelte';
import Notice from './Notice.svelte';
import PageHeading from './PageHeading.svelte';
import Seal from './Seal.svelte';
import Stations from './Stations.svelte';
import SummaryList from './SummaryList.svelte';
import TableSample from '../testing/TableSample.svelte';
import Tag from './Tag.svelte';

describe('pictures', () => {
  test('an icon is silent unless it is given a name', () => {
    expect(one(view(Icon, { icon: Clock }), '.icon').getAttribute('aria-hidden')).toBe('true');
    const named = one(view(Icon, { icon: Clock, label: '还剩一天' }), '.icon');
    expect([named.getAttribute('role'), named.getAttribute('aria-label')]).toEqual(['img', '还剩一天']);
  });

  test('an icon grows with the text', () => {
    expect(one(view(Icon, { icon: Clock, size: 2 }), 'svg').getAttribute('width')).toBe('2rem');
  });

  test('the mark beside the name says nothing, alone it says whose it is', () => {
    expect(one(view(Mark, {}), 'svg').getAttribute('aria-hidden')).toBe('true');
    expect(one(view(Mark, { label: '首页' }), 'svg').getAttribute('aria-label')).toBe('首页');
  });

  test('a seal is read as a whole and carved from the right', () => {
    const page = view(Seal, { characters: '示范大学', label: '示范大学印' });
    expect(one(page, 'svg').getAttribute('aria-label')).toBe('示范大学印');
    const columns = [...page.querySelectorAll('text')].map((sign) => [sign.textContent, sign.getAttribute('x')]);
    expect(columns).toEqual([
      ['示', '45'],
      ['范', '45'],
      ['大', '19'],
      ['学', '19'],
    ]);
  });
});

describe('answers and facts', () => {
  const rows = [
    { key: 'name', label: '姓名', value: '欧阳𠮷', note: '来自学籍系统' },
    { key: 'phone', label: '手机号码', value: '138 0013 8000', changeHref: '/p' },
    { key: 'note', label: '备注', value: '', changeHref: '/n', changeText: '补充' },
  ];

  test('each answer stands by its question; an empty one says so (APP-8)', () => {
    const page = view(SummaryList, { rows });
    expect(textsOf(page, 'dt')).toEqual(['姓名', '手机号码', '备注']);
    expect(textsOf(page, 'dd.value')).toEqual(['欧阳𠮷 来自学籍系统', '138 0013 8000', '未填写']);
  });

  test('each way back says what it changes, also unseen (APP-8)', () => {
    const page = view(SummaryList, { rows });
    expect(textsOf(page, 'a')).toEqual(['修改：手机号码', '补充：备注']);
  });

  test('facts are pairs of question and answer (GUIDE-2)', () => {
    const page = view(Facts, { items: [{ key: 'trips', label: '要跑几次', value: '0 次', note: '全程网上' }] });
    expect([textsOf(page, 'dt'), textsOf(page, 'dd .value'), textsOf(page, 'dd .note')]).toEqual([
      ['要跑几次'],
      ['0 次'],
      ['全程网上'],
    ]);
  });

  test('a page has one first heading, with where it belongs above it', () => {
    const page = view(PageHeading, { title: '在读证明', kicker: '教务处', lead: '立等可取' });
    expect(textsOf(page, 'h1')).toEqual(['在读证明']);
    expect(textOf(page)).toBe('教务处 在读证明 立等可取');
  });

  test('a page with figures leads to what they mean (DASH-4)', () => {
    const page = view(PageHeading, { title: '实际跑动', about: { href: '#rule', label: '怎样统计' } });
    expect(textOf(one(page, 'a[href="#rule"]'))).toBe('怎样统计');
  });
});

describe('a table', () => {
  const page = view(TableSample, {});

  test('has a caption, column heads and row heads', () => {
    expect(textOf(one(page, 'caption'))).toBe('待办办件');
    expect(textsOf(page, 'thead th[scope="col"]')).toEqual(['编号', '事项']);
    expect(textsOf(page, 'tbody th[scope="row"]')).toEqual(['Y-1', 'Y-2']);
  });

  test('stays a table and names each cell when a phone shows its rows as cards', () => {
    expect(one(page, 'tbody td').getAttribute('data-label')).toBe('事项');
    const roles = ['table', 'tbody', 'tbody tr', 'tbody th', 'tbody td'].map((part) =>
      one(page, part).getAttribute('role'),
    );
    expect(roles).toEqual(['table', 'rowgroup', 'row', 'rowheader', 'cell']);
  });
});

describe('a way through stations (PROG-1)', () => {
  const page = view(Stations, {
    label: '办理经过',
    stations: [
      {
        key: '1',
        title: '提交',
        state: 'done',
        stateText: '已完成',
        when: '11月23日 09:12',
        instant: '2026-11-23T01:12:00Z',
      },
      { key: '2', title: '审核', state: 'stopped', stateText: '计时暂停', lines: ['教务处'] },
      { key: '3', title: '出证', state: 'ahead', stateText: '未开始' },
    ],
  });

  test('says each state in words, not by colour alone', () => {
    expect(textsOf(page, '.title')).toEqual(['提交：已完成', '审核：计时暂停', '出证：未开始']);
  });

  test('marks where it stands', () => {
    expect(textsOf(page, '[aria-current="step"] .title')).toEqual(['审核：计时暂停']);
    expect(one(page, 'time').getAttribute('datetime')).toBe('2026-11-23T01:12:00Z');
  });
});

describe('the rest', () => {
  test('a meter says its value in words', () => {
    const meter = one(view(Meter, { label: '用时', value: 7, max: 5, valueText: '已用 7 / 5 天' }), '[role="meter"]');
    expect(meter.getAttribute('aria-valuetext')).toBe('已用 7 / 5 天');
    expect(meter.getAttribute('aria-valuenow')).toBe('5');
    expect(one(meter, '.filled').getAttribute('width')).toBe('100%');
  });

  test('a linked card is one link with the title as its name', () => {
    const page = view(Card, { title: '在读证明', href: '/matters/1', children: snippet('<p>教务处</p>') });
    expect(textsOf(page, 'a')).toEqual(['在读证明']);
    expect(one(page, 'h3 > a').getAttribute('href')).toBe('/matters/1');
  });

  test('a notice is spoken only where it is asked to be', () => {
    expect(view(Notice, { title: '示例' }).querySelector('[role]')).toBeNull();
    const spoken = view(Notice, { title: '已超期', tone: 'urgent', role: 'alert' });
    expect(textOf(one(spoken, '[role="alert"]'))).toBe('已超期');
  });

  test('details unfold without script', () => {
    expect(
      textOf(one(view(Details, { summary: '为什么', children: snippet('<p>依据</p>') }), 'details > summary')),
    ).toBe('为什么');
  });

  test('a tag keeps its words when its colour is not seen', () => {
    expect(textOf(view(Tag, { tone: 'urgent', icon: Clock, children: snippet('<span>已超期</span>') }))).toBe('已超期');
  });
});
