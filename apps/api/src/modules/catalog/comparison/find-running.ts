import { postsOfRoute } from '@yitang/domain/consistency';
import type { RunningCases } from '@yitang/domain/comparison';
import type { Em } from '../../../database/index.ts';
import type { Deps } from '../../../platform/endpoint/index.ts';
import { countRunningKey } from '../catalog-key.ts';
import { findMatterVersions } from '../load-published-matters.ts';

interface Source {
  readonly em: Em;
  readonly deps: Pick<Deps, 'services'>;
}

/** Running cases by the id of their matter, with the posts that each version's route still leads them past. */
export async function findRunning(
  { em, deps }: Source,
  matterIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RunningCases[]>> {
  const running = await deps.services.get(countRunningKey)(em, matterIds);
  const kept = await findMatterVersions(
    em,
    running.map(({ versionId }) => versionId),
  );
  const byId = new Map(kept.map((version) => [version.versionId, version]));
  const byMatter = Map.groupBy(running, ({ matterId }) => matterId);
  return new Map(
    [...byMatter].map(([matterId, rows]) => [
      matterId,
      rows.map(({ versionId, stageIndex, cases }) => {
        const version = byId.get(versionId);
        const stages = version?.route?.definition.stages.slice(stageIndex) ?? [];
        return { version: version?.version ?? 0, cases, posts: [...postsOfRoute({ stages }).keys()] };
      }),
    ]),
  );
}
