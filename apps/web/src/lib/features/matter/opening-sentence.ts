import type { OpeningData } from '@yitang/contract';
import type { Formats, Translate } from '#lib/i18n/index.ts';
import type { actMessages } from './act-messages.ts';

interface Words {
  readonly t: Translate<(typeof actMessages)['zh']>;
  readonly format: Pick<Formats, 'day'>;
}

/** 今天已下班，明早 8:30 开 */
export function openingSentence(opening: OpeningData, { t, format }: Words): string {
  if (opening.kind === 'unknown') return t('open.unknown', { year: opening.waitsForYear });
  if (opening.kind === 'open')
    return opening.until === null ? t('open.always') : t('open.until', { time: hour(opening.until) });
  return t(`closed.${opening.why}`, { next: nextOf(opening, { t, format }) });
}

function nextOf({ opens, waitsForYear }: OpeningData & { kind: 'closed' }, { t, format }: Words): string {
  if (opens === null) return t('next.waits', { year: waitsForYear ?? '' });
  const time = hour(opens.at);
  if (opens.inDays === 0) return t('next.today', { time });
  if (opens.inDays === 1) return t(opens.at < '12:00' ? 'next.morning' : 'next.tomorrow', { time });
  return t('next.day', { day: format.day(opens.on), time });
}

/** 08:30 → 8:30 */
const hour = (time: string): string => time.replace(/^0/, '');
