import { civilDateAt, endOfDay, startOfDay } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';

/** A stretch of civil days, both ends included; null: without end. */
export interface Dated {
  readonly fromDay: CivilDate;
  readonly untilDay?: CivilDate | null | undefined;
}

export const isValidOn = ({ fromDay, untilDay }: Dated, day: CivilDate): boolean =>
  fromDay <= day && (untilDay === null || untilDay === undefined || day <= untilDay);

/** The same as instants, in the zone of the university. */
export function asInstants({ fromDay, untilDay }: Dated, zone: string): { from: Date; until: Date | null } {
  const until =
    untilDay === null || untilDay === undefined
      ? null
      : instantOf(`${untilDay} end`, () => endOfDay(untilDay, zone), zone);
  return { from: instantOf(`${fromDay} start`, () => startOfDay(fromDay, zone), zone), until };
}

// The principal is read at every request, and its grants begin on the same few days.
const remembered = new Map<string, Date>();
function instantOf(name: string, compute: () => Date, zone: string): Date {
  const key = `${zone} ${name}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size > 5_000) remembered.clear();
  const made = compute();
  remembered.set(key, made);
  return made;
}

export const todayIn = (zone: string, now: Date): CivilDate => civilDateAt(now, zone);
