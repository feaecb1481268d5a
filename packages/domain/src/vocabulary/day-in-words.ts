import type { LocalText } from './text.ts';
import type { CivilDate } from './time.ts';

/** 2026年11月23日, 23 November 2026 */
export function dayInWords(day: CivilDate): Required<Pick<LocalText, 'zh'>> & { en: string } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const english = new Date(Date.UTC(year, month - 1, date)).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return { zh: `${year}年${month}月${date}日`, en: english };
}
