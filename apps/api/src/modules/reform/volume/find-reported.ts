import type { ReportedVolume, VolumeChoice as Choice } from '@yitang/domain/volume';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { VolumeChoice } from './volume.entity.ts';

/** Both months included. */
export interface MonthSpan {
  readonly first: CivilMonth;
  readonly last: CivilMonth;
}

export interface ReportedQuery extends MonthSpan {
  /** As it was known then; left out: as it is known now. */
  readonly recordedUntil?: Date | undefined;
  readonly matterId?: string | undefined;
}

type Row = ReportedVolume & { readonly turn: number };

/**
 * What other systems say of each matter and month: the last entry of each source, in the order of their first. Costs the
 * number of matters and months, not of cases.
 */
export async function findReported(em: Em, query: ReportedQuery): Promise<ReportedVolume[]> {
  const { first, last, recordedUntil, matterId } = query;
  const rows = await em.execute<Row[]>(
    `select matter_id as matterId, month, source, cases, turn from volume_entries
      where month between ? and ?${matterId === undefined ? '' : ' and matter_id = ?'}
        ${recordedUntil === undefined ? '' : 'and recorded_at <= ?'}
      order by month, matter_id, id`,
    [
      first,
      last,
      ...(matterId === undefined ? [] : [matterId]),
      ...(recordedUntil === undefined ? [] : [recordedUntil]),
    ],
  );
  const standing: ReportedVolume[] = [];
  const places = new Map<string, number>();
  for (const { matterId: of, month, source, cases, turn } of rows) {
    const row = { matterId: of, month, source, cases: Number(cases) };
    const key = `${of} ${month} ${source}`;
    // Hardly any entry is a correction; only those are looked up.
    const before = Number(turn) === 1 ? undefined : places.get(key);
    if (before === undefined) places.set(key, standing.push(row) - 1);
    else standing[before] = row;
  }
  return standing;
}

/** Choices of the reform office, oldest first. */
export async function findChoices(
  em: Em,
  { recordedUntil, matterId }: Pick<ReportedQuery, 'recordedUntil' | 'matterId'> = {},
): Promise<Choice[]> {
  const where = {
    ...(recordedUntil === undefined ? {} : { recordedAt: { $lte: recordedUntil } }),
    ...(matterId === undefined ? {} : { matterId }),
  };
  const found = await em.find(VolumeChoice, where, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return found.map(({ matterId: of, month, take }) => ({ matterId: of, month: month ?? null, take }));
}

/** The first month of which any source, ours included, has a figure; undefined: of none. */
export async function findFirstMonth(em: Em): Promise<CivilMonth | undefined> {
  const [row] = await em.execute<{ first: CivilMonth | null }[]>(
    `select min(month) as first from (
       select min(month) as month from case_counters where measure = 'accepted'
       union all select min(month) as month from volume_entries) months`,
  );
  return row?.first ?? undefined;
}
