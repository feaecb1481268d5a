import type { Em } from '../../database/index.ts';
import type { Deps } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { catalogKey, findMatterVersion, type CatalogSnapshot, type PublishedMatter } from '../catalog/index.ts';

export const catalogOf = (deps: Pick<Deps, 'services'>): CatalogSnapshot => deps.services.get(catalogKey).current();

const keptVersions = 500;
const versions = new Map<string, PublishedMatter>();

/** A version of a matter by its id. It never changes, so it is read once. */
export async function findVersion(em: Em, versionId: string): Promise<PublishedMatter | undefined> {
  const known = versions.get(versionId);
  if (known !== undefined) return known;
  const found = await findMatterVersion(em, versionId);
  if (found === undefined) return undefined;
  if (versions.size >= keptVersions) versions.clear();
  versions.set(versionId, found);
  return found;
}

/** The version that a case was submitted under. */
export async function getPinnedMatter(
  em: Em,
  deps: Pick<Deps, 'services'>,
  pinned: { matterId: string; matterVersionId: string },
): Promise<PublishedMatter> {
  const current = catalogOf(deps).findById(pinned.matterId);
  if (current?.versionId === pinned.matterVersionId) return current;
  const found = await findVersion(em, pinned.matterVersionId);
  if (found === undefined)
    throw problem('service.failed', { cause: new Error(`no matter version ${pinned.matterVersionId}`) });
  return found;
}
