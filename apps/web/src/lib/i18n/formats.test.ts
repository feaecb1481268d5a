import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { formats } from './formats.ts';

const chinese = formats(() => ({ locale: 'zh-CN', timeZone: 'Asia/Shanghai' }));
const english = formats(() => ({ locale: 'en', timeZone: 'Asia/Shanghai' }));

beforeEach(() => void jest.useFakeTimers({ now: new Date('2026-11-23T01:00:00Z') }));
afterEach(() => void jest.useRealTimers());

describe('a civil date', () => {
  test('names the day of the week, and the year only when it is another (PROG-1)', () => {
    expect(chinese.day('2026-11-26')).toBe('11月26日（周四）');
    expect(chinese.day('2027-01-04')).toBe('2027年1月4日（周一）');
    expect(english.day('2026-11-26')).toBe('Thu 26 November');
  });

  test('is the same day in every zone', () => {
    const inSamoa = formats(() => ({ locale: 'zh-CN', timeZone: 'Pacific/Apia' }));
    expect([inSamoa.date('2026-11-26'), chinese.date('2026-11-26')]).toEqual(['2026年11月26日', '2026年11月26日']);
  });

  test('around New Year it is the university’s year that counts', () => {
    jest.setSystemTime(new Date('2026-12-31T17:00:00Z'));
    expect(chinese.day('2027-01-04')).toBe('1月4日（周一）');
  });
});

describe('an instant', () => {
  test('is told in the zone of the university', () => {
    expect(chinese.time('2026-11-23T01:12:00Z')).toBe('2026年11月23日 09:12');
    expect(chinese.shortTime('2026-11-23T16:05:00Z')).toBe('11月24日 00:05');
    expect(english.time('2026-11-23T01:12:00Z')).toBe('23 November 2026, 09:12');
    expect(chinese.dateOf('2026-11-23T16:05:00Z')).toBe('2026年11月24日');
  });
});

test('numbers, shares, sizes and money read as people write them', () => {
  expect(chinese.number(50123)).toBe('50,123');
  expect(chinese.share(8012, 10000)).toBe('80.1%');
  expect([chinese.bytes(500), chinese.bytes(2048), chinese.bytes(1_500_000)]).toEqual(['500 B', '2 KB', '1.4 MB']);
  expect(chinese.money(1250)).toBe('¥12.50');
});
