import type { VisitKind, VisitReason } from '@yitang/domain/vocabulary';
import { slotKey, type ArrivalSlot } from '@yitang/domain/visit';
import { instantOf, type Em } from '../../../database/index.ts';
import { marksFor } from './tally-cases.ts';

/** A visit as the hours of arrival count it: where, when and what for, no names. */
export interface CountedVisit {
  readonly id: string;
  readonly placeId: string;
  readonly startedAt: Date;
  readonly kinds: readonly VisitKind[];
  readonly reasons: readonly VisitReason[];
  readonly served: readonly ServedMatter[];
}

/** A case, or what was noted before there was one, each under its number. */
export interface ServedMatter {
  readonly kind: 'case' | 'notice';
  readonly number: string;
  readonly matterId: string;
}

export interface CountedVisitQuery {
  /** One after the other, at least one. */
  readonly months: readonly string[];
  /** undefined: of the whole week. */
  readonly cell?: Omit<ArrivalSlot, 'month'> | undefined;
  /** undefined: everywhere. */
  readonly placeId?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

interface VisitRow {
  id: string;
  place_id: string;
  started_at: unknown;
}

/** The visits that the counters of these months have, once they are folded; the last one first. */
export async function listCountedVisits(
  em: Em,
  query: CountedVisitQuery,
): Promise<{ items: CountedVisit[]; next?: string }> {
  const { after, limit } = query;
  const [started = '', id = ''] = after?.split('|') ?? [];
  const until = Number.isNaN(Date.parse(started)) ? new Date(8.64e15 / 100) : new Date(started);
  const counted = conditionOf(query);
  const rows = await em.execute<VisitRow[]>(
    `select id, place_id, started_at from visits
      where ${counted.text} and (started_at < ? or (started_at = ? and id < ?))
      order by started_at desc, id desc limit ?`,
    [...counted.values, until, until, id, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const lines = Map.groupBy(
    await findServed(
      em,
      shown.map((row) => row.id),
    ),
    ({ visitId }) => visitId,
  );
  const items = shown.map((row) => presentVisit(row, lines.get(row.id) ?? []));
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: `${last.startedAt.toISOString()}|${last.id}` }) };
}

/** A cell of the week is a handful of slots, which are looked up; the whole week is all slots between two months. */
function conditionOf({ months, cell, placeId }: CountedVisitQuery): { text: string; values: string[] } {
  const place = placeId === undefined ? { text: '', values: [] } : { text: ' and place_id = ?', values: [placeId] };
  const slots =
    cell === undefined
      ? { text: 'slot >= ? and slot < ?', values: [`${months[0]} `, `${months.at(-1)}!`] }
      : { text: `slot in (${marksFor(months)})`, values: months.map((month) => slotKey({ month, ...cell })) };
  return { text: `${slots.text}${place.text}`, values: [...slots.values, ...place.values] };
}

interface Line {
  readonly visitId: string;
  readonly kind: VisitKind;
  readonly reason: VisitReason | null;
  /** null: nothing that has a number. */
  readonly served: ServedMatter | null;
}

interface LineRow {
  visit_id: string;
  kind: VisitKind;
  reason: VisitReason | null;
  number: string | null;
  matter_id: string | null;
}

async function findServed(em: Em, visitIds: readonly string[]): Promise<Line[]> {
  if (visitIds.length === 0) return [];
  const within = `in (${marksFor(visitIds)})`;
  const cases = await em.execute<LineRow[]>(
    `select s.visit_id, s.kind, s.reason, c.number, c.matter_id from visit_cases s join cases c on c.id = s.case_id
      where s.visit_id ${within} order by s.at, s.case_id, s.kind`,
    [...visitIds],
  );
  const notices = await em.execute<LineRow[]>(
    `select visit_id, kind, reason, notice_number as number, matter_id from arrivals
      where visit_id ${within} and case_id is null order by at, id`,
    [...visitIds],
  );
  return [...cases.map((row) => lineOf(row, 'case')), ...notices.map((row) => lineOf(row, 'notice'))];
}

function lineOf({ visit_id, kind, reason, number, matter_id }: LineRow, of: ServedMatter['kind']): Line {
  const isNumbered = number !== null && matter_id !== null;
  return { visitId: visit_id, kind, reason, served: isNumbered ? { kind: of, number, matterId: matter_id } : null };
}

function presentVisit({ id, place_id, started_at }: VisitRow, lines: readonly Line[]): CountedVisit {
  const served = new Map(lines.flatMap((line) => (line.served === null ? [] : [[line.served.number, line.served]])));
  return {
    id,
    placeId: place_id,
    startedAt: instantOf(started_at),
    kinds: [...new Set(lines.map(({ kind }) => kind))],
    reasons: [...new Set(lines.flatMap(({ reason }) => reason ?? []))],
    served: [...served.values()],
  };
}
