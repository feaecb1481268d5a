import type { Em } from '../../database/index.ts';

export interface RatingSummary {
  readonly matterId: string;
  /** 好评: levels 1 to 3. */
  readonly good: number;
  readonly ratings: number;
}

/** How the cases of each matter were rated; dismissals are no ratings. */
export async function summariseRatings(em: Em): Promise<RatingSummary[]> {
  const rows = await em.execute<{ matterId: string; good: number | string; ratings: number | string }[]>(
    `select matter_id as matterId, sum(case when level <= 3 then 1 else 0 end) as good, count(*) as ratings
       from ratings where level is not null group by matter_id`,
  );
  return rows.map(({ matterId, good, ratings }) => ({ matterId, good: Number(good), ratings: Number(ratings) }));
}
