import { describe, expect, test } from '@jest/globals';
import type { HighFrequencySetData } from '@yitang/contract';
import { frequencyCsv, frequencyFileName } from './frequency-csv.ts';

const side = { total: 10, setSize: 1, matters: 2 };
const set: HighFrequencySetData = {
  asOf: '2026-11-23',
  firstMonth: '2025-11',
  lastMonth: '2026-10',
  total: 10,
  setSize: 1,
  matters: 2,
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
  rows: [
    {
      rank: 1,
      code: 'JW-01',
      name: '=HYPERLINK("http://x")',
      department: '教务处,学籍科',
      volume: 9000,
      share: 7996,
      cumulative: 9000,
      cumulativeShare: 7996,
      isHighFrequency: true,
      isBoundary: true,
      isTied: false,
      visitsOnSite: null,
      isOnline: true,
      isInstant: false,
      own: 0,
      reported: 0,
      inherited: 0,
      joint: 0,
      openMonths: 0,
    },
    {
      rank: 2,
      code: 'HQ-02',
      name: '宿舍调换',
      department: '后勤处',
      volume: 1,
      share: 10,
      cumulative: 10,
      cumulativeShare: 10000,
      isHighFrequency: false,
      isBoundary: false,
      isTied: false,
      visitsOnSite: 1,
      isOnline: false,
      isInstant: false,
      own: 0,
      reported: 0,
      inherited: 0,
      joint: 0,
      openMonths: 0,
    },
  ],
};

describe('the table as a file (DASH-1)', () => {
  const lines = frequencyCsv(set).split('\r\n');

  test('says its encoding and has a line for each matter', () => {
    expect(lines[0]?.startsWith('\ufeff名次,事项编码,事项名称')).toBe(true);
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe(
      '2,HQ-02,宿舍调换,后勤处,1,0.10%,10,100.00%,否,否,否,1,是,否,2025-11 至 2026-10,2026-11-23T01:00:00Z,部门名称为统计时的名称；演示数据',
    );
  });

  test('is never computed by a spreadsheet, and a comma stays inside its cell', () => {
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")","教务处,学籍科"`);
  });

  test('79.96 % is not written as 80 %', () => {
    expect(lines[1]).toContain('79.96%');
  });

  test('its name says which months and whether it is for show', () => {
    expect(frequencyFileName(set)).toBe('高频事项_2025-11_2026-10_演示数据.csv');
    expect(frequencyFileName({ ...set, isDemo: false })).toBe('高频事项_2025-11_2026-10.csv');
  });
});
