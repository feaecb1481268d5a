import type { CountRunning } from '../../catalog/index.ts';

/** From the index of a matter's cases; one row for each version and stage. */
export const countRunning: CountRunning = async (em, matterId) => {
  const rows = await em.execute<{ versionId: string; stageIndex: number; cases: number | string }[]>(
    "select matter_version_id as versionId, stage_index as stageIndex, count(*) as cases from cases where matter_id = ? and inbox_view <> 'finished' group by matter_version_id, stage_index",
    [matterId],
  );
  return rows.map(({ versionId, stageIndex, cases }) => ({ versionId, stageIndex, cases: Number(cases) }));
};
