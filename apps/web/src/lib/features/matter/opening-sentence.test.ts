import { expect, test } from '@jest/globals';
import type { OpeningData } from '@yitang/contract';
import { formats } from '#lib/i18n/formats.ts';
import { translator, type Locale } from '#lib/i18n/messages.ts';
import { actMessages } from './act-messages.ts';
import { openingSentence } from './opening-sentence.ts';

const say = (opening: OpeningData, locale: Locale): string =>
  openingSentence(opening, {
    t: translator(() => locale, actMessages),
    format: formats(() => ({ locale, timeZone: 'Asia/Shanghai' })),
  });
const closed = (why: 'after-closing' | 'break' | 'day-off', inDays: number, at = '08:30'): OpeningData => ({
  kind: 'closed',
  why,
  opens: { on: '2020-11-30', inDays, at },
  waitsForYear: null,
});

test.each<[string, string, OpeningData]>([
  ['今天已下班，明早 8:30 开', 'Closed for today, opens tomorrow morning at 8:30', closed('after-closing', 1)],
  ['今天已下班，明天 13:30 开', 'Closed for today, opens tomorrow at 13:30', closed('after-closing', 1, '13:30')],
  ['午间休息，今天 13:30 开', 'Closed over noon, opens today at 13:30', closed('break', 0, '13:30')],
  [
    '今天不办公，2020年11月30日（周一） 8:30 开',
    'Closed today, opens Mon 30 November 2020 at 8:30',
    closed('day-off', 2),
  ],
  ['现在开放，今天 17:00 关', 'Open now, until 17:00 today', { kind: 'open', until: '17:00' }],
  ['全天开放', 'Open round the clock', { kind: 'open', until: null }],
  [
    '今天已下班，下次开门要等 2027 年校历公布',
    'Closed for today, opens again when the calendar of 2027 says so, which is not published yet',
    { kind: 'closed', why: 'after-closing', opens: null, waitsForYear: 2027 },
  ],
  [
    '今天是否办公，要等 2027 年校历公布',
    'Whether it opens today depends on the calendar of 2027, which is not published yet',
    { kind: 'unknown', waitsForYear: 2027 },
  ],
])('GUIDE-7 %s', (chinese, english, opening) => {
  expect([say(opening, 'zh-CN'), say(opening, 'en')]).toEqual([chinese, english]);
});
