import type { Em } from '../../database/index.ts';

export interface RatingSummary {
  readonly matterId: string;
  /** 好评: levels 1 to 3. */
  readonly good: number;
  readonly ratings: number;
}

/** How the cases of each matter were rated, in all or from one instant until before another; dismissals are no ratings. */
export async function summariseRatings(
  em: Em,
  within?: { readonly from: Date; readonly until: Date },
): Promise<RatingSummary[]> {
  const rows = await em.execute<{ matterId: string; good: number | string; ratings: number | string }[]>(
    `select matter_id as matterId, sum(case when level <= 3 then 1 else 0 end) as good, count(*) as ratings
       from ratings where level is not null ${within === undefined ? '' : 'and rated_at >= ? and rated_at < ?'}
       group by matter_id order by matter_id`,
    within === undefined ? [] : [within.from, within.until],
  );
  return rows.map(({ matterId, good, ratings }) => ({ matterId, good: Number(good), ratings: Number(ratings) }));
}
