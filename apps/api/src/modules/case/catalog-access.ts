import type { Em } from '../../database/index.ts';
import type { Deps } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { catalogKey, findMatterVersions, type CatalogSnapshot, type PublishedMatter } from '../catalog/index.ts';

export const catalogOf = (deps: Pick<Deps, 'services'>): CatalogSnapshot => deps.services.get(catalogKey).current();

const keptVersions = 500;
const versions = new Map<string, PublishedMatter>();

interface Pinned {
  readonly matterId: string;
  readonly matterVersionId: string;
}

/** A version of a matter by its id. It never changes, so it is read once. */
export async function findVersion(em: Em, versionId: string): Promise<PublishedMatter | undefined> {
  return (await findVersions(em, [versionId])).get(versionId);
}

async function findVersions(em: Em, versionIds: readonly string[]): Promise<ReadonlyMap<string, PublishedMatter>> {
  const known = versionIds.flatMap((id) => versions.get(id) ?? []);
  const read = await findMatterVersions(
    em,
    versionIds.filter((id) => !versions.has(id)),
  );
  if (versions.size + read.length > keptVersions) versions.clear();
  for (const matter of read) versions.set(matter.versionId, matter);
  return byVersion([...known, ...read]);
}

const byVersion = (matters: readonly PublishedMatter[]): ReadonlyMap<string, PublishedMatter> =>
  new Map(matters.map((matter) => [matter.versionId, matter]));

/** The versions that cases were submitted under, by their ids: from memory, otherwise together. */
export async function findPinnedMatters(
  em: Em,
  deps: Pick<Deps, 'services'>,
  pinned: readonly Pinned[],
): Promise<ReadonlyMap<string, PublishedMatter>> {
  const catalog = catalogOf(deps);
  const inForce = byVersion(pinned.flatMap(({ matterId }) => catalog.findById(matterId) ?? []));
  const older = pinned.map(({ matterVersionId }) => matterVersionId).filter((id) => !inForce.has(id));
  return new Map([...inForce, ...(await findVersions(em, older))]);
}

/** The version that a case was submitted under. */
export async function getPinnedMatter(em: Em, deps: Pick<Deps, 'services'>, pinned: Pinned): Promise<PublishedMatter> {
  const found = (await findPinnedMatters(em, deps, [pinned])).get(pinned.matterVersionId);
  if (found === undefined)
    throw problem('service.failed', { cause: new Error(`no matter version ${pinned.matterVersionId}`) });
  return found;
}
