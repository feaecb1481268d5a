import { printYuan } from '@yitang/contract';
import type { Locale } from './messages.ts';

/** `instant` is an ISO time in UTC, `civil` a date YYYY-MM-DD that means the same everywhere. */
export interface Formats {
  /** 11月26日（周四）, with the year when it is not this one. */
  readonly day: (civil: string) => string;
  /** 2026年11月26日 */
  readonly date: (civil: string) => string;
  /** 2026年11月26日 09:30, in the university's zone. */
  readonly time: (instant: string) => string;
  /** 11月26日 09:30 */
  readonly shortTime: (instant: string) => string;
  /** 2026年11月26日, the civil date of an instant in the university's zone. */
  readonly dateOf: (instant: string) => string;
  readonly number: (value: number) => string;
  /** Per mille or per ten thousand as a percentage: share(8012, 10000) → 80.1%. */
  readonly share: (part: number, whole: number) => string;
  /** 1.4 MB */
  readonly bytes: (count: number) => string;
  /** ¥12.50 from 1250 fen. */
  readonly money: (fen: number) => string;
}

/** A civil date is read and written in UTC, so that no zone can move it to its neighbour. */
const midnight = (civil: string) => new Date(`${civil}T00:00:00Z`);

const makers = new Map<string, Intl.DateTimeFormat>();
function dates(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // Making one costs a thousand times as much as using it.
  const name = locale + JSON.stringify(options);
  const known = makers.get(name) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', options);
  makers.set(name, known);
  return known;
}

export function formats(language: () => { readonly locale: Locale; readonly timeZone: string }): Formats {
  const write = (instant: Date, options: Intl.DateTimeFormatOptions) =>
    dates(language().locale, options).format(instant);
  const zoned = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions => ({
    ...options,
    timeZone: language().timeZone,
  });
  const monthDay = { month: 'long', day: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const weekday = (civil: string) => write(midnight(civil), { weekday: 'short', timeZone: 'UTC' });
  const joined = (date: string, time: string) => (language().locale === 'en' ? `${date}, ${time}` : `${date} ${time}`);

  return {
    day(civil) {
      const isThisYear = civil.slice(0, 4) === write(new Date(), zoned({ year: 'numeric' })).slice(0, 4);
      const date = write(midnight(civil), { ...(isThisYear ? {} : { year: 'numeric' }), ...monthDay, timeZone: 'UTC' });
      return language().locale === 'en' ? `${weekday(civil)} ${date}` : `${date}（${weekday(civil)}）`;
    },
    date: (civil) => write(midnight(civil), { year: 'numeric', ...monthDay, timeZone: 'UTC' }),
    time(instant) {
      const at = new Date(instant);
      return joined(write(at, zoned({ year: 'numeric', ...monthDay })), write(at, zoned(clock)));
    },
    shortTime(instant) {
      const at = new Date(instant);
      return joined(write(at, zoned(monthDay)), write(at, zoned(clock)));
    },
    dateOf: (instant) => write(new Date(instant), zoned({ year: 'numeric', ...monthDay })),
    number: (value) => value.toLocaleString('en-US'),
    share: (part, whole) => `${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`,
    bytes(count) {
      if (count < 1024) return `${count} B`;
      return count < 1024 * 1024 ? `${Math.round(count / 1024)} KB` : `${(count / 1024 / 1024).toFixed(1)} MB`;
    },
    money: printYuan,
  };
}
