import type { CountRunning } from '../../catalog/index.ts';

/** How many matters one statement names at the most. */
const mattersAtOnce = 500;

interface Row {
  readonly matterId: string;
  readonly versionId: string;
  readonly stageIndex: number;
  readonly cases: number | string;
}

/** From the index of a matter's cases; one row for each version and stage. */
export const countRunning: CountRunning = async (em, matterIds) => {
  const found: Row[] = [];
  for (let start = 0; start < matterIds.length; start += mattersAtOnce) {
    const piece = matterIds.slice(start, start + mattersAtOnce);
    const sql =
      'select matter_id as matterId, matter_version_id as versionId, stage_index as stageIndex, count(*) as cases from cases ' +
      `where matter_id in (${piece.map(() => '?').join(', ')}) and inbox_view <> 'finished' ` +
      'group by matter_id, matter_version_id, stage_index';
    found.push(...(await em.execute<Row[]>(sql, piece)));
  }
  return found.map(({ cases, ...row }) => ({ ...row, cases: Number(cases) }));
};
