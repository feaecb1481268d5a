/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { describe, expect, test } from '@jest/globals';
import type { HighFrequencyRowData, HighFrequencySetData } from '@yitang/contract';
import { render } from 'svelte/server';
import ParetoFigure from './ParetoFigure.svelte';

const volumes = [600, 150, 100, 100, 50];
const rows = volumes.map((volume, index): HighFrequencyRowData => {
  const cumulative = volumes.slice(0, index + 1).reduce((sum, one) => sum + one, 0);
  return {
    rank: Math.min(index + 1, 3),
    code: `JW-0${index}`,
    name: ['在读证明', '学生证补办', '缓考', '宿舍调换', '校园卡挂失'][index] ?? '',
    department: '教务处',
    volume,
    share: volume * 10,
    cumulative,
    cumulativeShare: cumulative * 10,
    isHighFrequency: index < 4,
    isBoundary: index === 2,
    isTied: index === 2 || index === 3,
    visitsOnSite: 0,
    isOnline: true,
    isInstant: false,
    own: 0,
    reported: 0,
    inherited: 0,
    joint: 0,
    openMonths: 0,
  };
});
const side = { total: 10, setSize: 1, matters: 2 };
const set: HighFrequencySetData = {
  asOf: '2026-11-23',
  firstMonth: '2025-11',
  lastMonth: '2026-10',
  total: 1000,
  setSize: 4,
  matters: 5,
  isComputable: true,
  whyNot: null,
  knownSince: null,
  retired: 0,
  paused: 0,
  leftOut: [],
  openMonths: 0,
  sides: { all: side, withoutInstant: side, asOne: side, asOneWithoutInstant: side },
  countedAt: '2026-11-23T01:00:00Z',
  isDemo: true,
  rows,
};

describe('the chart without script (DASH-1)', () => {
  const { body } = render(ParetoFigure, { props: { set, hrefOf: (code: string) => `/reform/matters/${code}` } });
  const page = new DOMParser().parseFromString(body, 'text/html').body;
  const chart = page.querySelector('.wide svg');

  test('is drawn by the server: a bar for each matter of the set, each leading to its months', () => {
    expect(chart?.querySelectorAll('.bar')).toHaveLength(4);
    expect(page.querySelector('svg a')?.getAttribute('href')).toBe('/reform/matters/JW-00');
    expect(page.querySelector('svg a title')?.textContent).toBe('第 1 名 在读证明：600 件，累计 60.00%');
  });

  test('marks the matter that crosses the line by a shape and its name, not by colour alone', () => {
    expect(chart?.querySelectorAll('path.mark')).toHaveLength(1);
    expect(chart?.querySelector('.mark-text')?.textContent).toBe('缓考 85.00%');
  });

  test('says the same in words for those who do not see it, and that the data are for show', () => {
    const named = chart?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    expect([chart?.getAttribute('role'), named.every((id) => page.querySelector(`#${id}`) !== null)]).toEqual([
      'img',
      true,
    ]);
    const words = page.querySelector('figcaption')?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(words).toContain('共受理 1,000 件。办件量最多的 4 项事项合计占 95.00%，达到 80%。');
    expect(words).toContain('排到“缓考”时越过 80%，这一项也计入高频事项。');
    expect(words).toContain('与它办件量相同的 1 项一并计入。');
    expect(words).toContain('演示数据');
  });

  test('adds nothing to tab through: the table has the same links', () => {
    expect(page.querySelectorAll('svg a:not([tabindex="-1"])')).toHaveLength(0);
    for (const link of page.querySelectorAll('svg a')) expect(link.closest('[aria-hidden="true"]')).not.toBeNull();
  });
});
