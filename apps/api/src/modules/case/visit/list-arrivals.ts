import type { ArrivalNoticeData } from '@yitang/contract';
import { instantOf } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findMatterNames } from './matter-names.ts';
import { getDirectory } from '../directory.ts';
import { getOfficeActor } from '../office-actor.ts';
import { placeOf } from './place-of.ts';

interface Row {
  id: string;
  notice_number: string;
  at: unknown;
  recorded_at: unknown;
  reason: ArrivalNoticeData['outcome'];
  matter_id: string;
  person_id: string | null;
  number: string | null;
}

/** What was noted at the caller's place before there was a case, the last noted first. Numbers and matters, no names. */
export async function listArrivals(
  call: Call,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: ArrivalNoticeData[]; next?: string }> {
  const actor = await getOfficeActor(call, await getDirectory(call.deps));
  const [recorded = '', id = ''] = after?.split('|') ?? [];
  const until = Number.isNaN(Date.parse(recorded)) ? new Date(8.64e15 / 100) : new Date(recorded);
  const rows = await call.em.execute<Row[]>(
    `select a.id, a.notice_number, a.at, a.recorded_at, a.reason, a.matter_id, a.person_id, c.number
       from arrivals a left join cases c on c.id = a.case_id
      where a.place_id = ? and a.source = 'notice' and (a.recorded_at < ? or (a.recorded_at = ? and a.id < ?))
      order by a.recorded_at desc, a.id desc limit ?`,
    [placeOf(call, actor)?.id ?? '', until, until, id, limit + 1],
  );
  const nameOf = await findMatterNames(call, [...new Set(rows.map(({ matter_id }) => matter_id))]);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => ({
      id: row.id,
      noticeNumber: row.notice_number,
      at: instantOf(row.at).toISOString(),
      matter: nameOf(row.matter_id),
      outcome: row.reason,
      hasPerson: row.person_id !== null,
      caseNumber: row.number,
    })),
    ...(rows.length > limit && last && { next: `${instantOf(last.recorded_at).toISOString()}|${last.id}` }),
  };
}
