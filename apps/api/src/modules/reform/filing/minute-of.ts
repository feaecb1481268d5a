import { localTimeAt, civilDateAt } from '@yitang/domain/calendar';
import type { Call } from '../../../platform/endpoint/index.ts';

type Clock = Pick<Call, 'deps'>;

/** `2026-11-28 10:30` on the university's clock. */
export function minuteOf({ deps }: Clock, instant: Date): string {
  const { date, minutes } = localTimeAt(instant, deps.config.timeZone);
  const whole = Math.floor(minutes + 1e-6);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date} ${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

export const todayOf = ({ deps, now }: Pick<Call, 'deps' | 'now'>): string => civilDateAt(now, deps.config.timeZone);
