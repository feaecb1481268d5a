import type { Answer, dataSourceEndpoints } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { isSourceLive } from '@yitang/domain/catalog';
import { sourceKey } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { departmentsInReach, mayIn } from '../draft/draft-access.ts';
import { findSources } from './find-sources.ts';

/** The data catalogue (数据目录): what is live first. */
export async function listSources(call: Call): Promise<Answer<typeof dataSourceEndpoints.listDataSources>> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const today = civilDateAt(call.now, call.deps.config.timeZone);
  const uses = new Map<string, number>();
  for (const { guide } of snapshot.matters) {
    const shared = guide.materials.filter(({ sourceMode }) => sourceMode === 'shared');
    for (const key of new Set(shared.map(({ sharedFrom }) => sourceKey(sharedFrom?.zh ?? ''))))
      uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  const items = (await findSources(call.em)).map((source) => ({
    id: source.id,
    name: { zh: source.name, ...(source.nameEn && { en: source.nameEn }) },
    department: { id: source.departmentId, name: snapshot.findDepartment(source.departmentId)?.name ?? '' },
    ...{ gives: source.gives, basis: source.basis, liveFrom: source.liveFrom, liveUntil: source.liveUntil },
    isLive: isSourceLive(source, today),
    matters: uses.get(sourceKey(source.name)) ?? 0,
    revision: source.revision,
  }));
  return {
    items: [...items.filter(({ isLive }) => isLive), ...items.filter(({ isLive }) => !isLive)],
    mayKeep: departmentsInReach(call) === undefined && mayIn(call, 'catalog.review', ''),
  };
}
