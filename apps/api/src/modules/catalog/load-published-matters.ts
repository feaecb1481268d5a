import type {
  CertificateLayout,
  FormDefinition,
  Guide,
  MatterSummary,
  Precondition,
  RouteDefinition,
} from '@yitang/domain';
import { findPauseOn } from '@yitang/domain/catalog';
import type { Em } from '../../database/index.ts';
import { DefinitionVersion } from './definition-version.entity.ts';
import { loadPauses, type KnownPause } from './load-pauses.ts';
import { Matter, MatterVersion } from './matter.entity.ts';
import type { PublishedMatter, Versioned } from './published-matter.ts';

/** The matters in force on a civil day that is no day to come, by code. */
export async function loadPublishedMatters(em: Em, day: string): Promise<PublishedMatter[]> {
  const versions = await em.find(
    MatterVersion,
    { effectiveFrom: { $lte: day }, $or: [{ effectiveUntil: null }, { effectiveUntil: { $gt: day } }] },
    { disableIdentityMap: true },
  );
  const matters = await em.find(Matter, {}, { disableIdentityMap: true });
  const pauses = await loadPauses(em);
  return (await withDefinitions(em, versions, matters))
    .map((matter) => ({ ...matter, paused: pausedOn(pauses.get(matter.id), day) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function pausedOn(pauses: readonly KnownPause[] = [], day: string): PublishedMatter['paused'] {
  const pause = findPauseOn(pauses, day);
  return pause === undefined ? null : { reason: pause.reason, until: pause.expectedUntil };
}

/** Versions with their definitions, in force or not: what running cases keep to. Three statements, however many. */
export async function findMatterVersions(em: Em, versionIds: readonly string[]): Promise<PublishedMatter[]> {
  if (versionIds.length === 0) return [];
  const where = { id: { $in: [...new Set(versionIds)] } };
  return complete(em, await em.find(MatterVersion, where, { disableIdentityMap: true }));
}

/** Every version of some matters, by matter and number. */
export async function findVersionsOf(em: Em, matterIds: readonly string[]): Promise<PublishedMatter[]> {
  if (matterIds.length === 0) return [];
  const options = { orderBy: { matterId: 'asc', version: 'asc' }, disableIdentityMap: true } as const;
  return complete(em, await em.find(MatterVersion, { matterId: { $in: [...matterIds] } }, options));
}

export async function findMatterVersionByNumber(
  em: Em,
  matterId: string,
  number: number,
): Promise<PublishedMatter | undefined> {
  const found = await em.find(MatterVersion, { matterId, version: number }, { disableIdentityMap: true });
  return (await complete(em, found))[0];
}

/** Some versions of some matters, by the id of the matter and the number of the version: `ID/2`. */
export async function findVersionsByNumber(
  em: Em,
  wanted: readonly { readonly matterId: string; readonly version: number }[],
): Promise<Map<string, PublishedMatter>> {
  if (wanted.length === 0) return new Map();
  const $or = wanted.map(({ matterId, version }) => ({ matterId, version }));
  const versions = await complete(em, await em.find(MatterVersion, { $or }, { disableIdentityMap: true }));
  return new Map(versions.map((matter) => [`${matter.id}/${matter.version}`, matter]));
}

async function complete(em: Em, versions: readonly MatterVersion[]): Promise<PublishedMatter[]> {
  const ids = [...new Set(versions.map(({ matterId }) => matterId))];
  const matters = ids.length === 0 ? [] : await em.find(Matter, { id: { $in: ids } }, { disableIdentityMap: true });
  return withDefinitions(em, versions, matters);
}

async function withDefinitions(
  em: Em,
  versions: readonly MatterVersion[],
  matters: readonly Matter[],
): Promise<PublishedMatter[]> {
  const byId = new Map(matters.map((matter) => [matter.id, matter]));
  const definitions = await loadDefinitions(em, versions);
  return versions.flatMap((version) => {
    const matter = byId.get(version.matterId);
    return matter === undefined ? [] : [publishedMatter(matter, version, definitions)];
  });
}

async function loadDefinitions(em: Em, versions: readonly MatterVersion[]): Promise<Map<string, unknown>> {
  const ids = versions.flatMap(({ formVersionId, routeVersionId, layoutVersionId }) =>
    [formVersionId, routeVersionId, layoutVersionId].filter((id) => typeof id === 'string'),
  );
  if (ids.length === 0) return new Map();
  const rows = await em.find(DefinitionVersion, { id: { $in: [...new Set(ids)] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, row.definition]));
}

// What these columns hold was checked against the definitions' types when the version was published.
function publishedMatter(
  matter: Matter,
  version: MatterVersion,
  definitions: ReadonlyMap<string, unknown>,
): PublishedMatter {
  const versioned = <T>(id: string | null | undefined): Versioned<T> | null =>
    typeof id !== 'string' || !definitions.has(id) ? null : { versionId: id, definition: definitions.get(id) as T };
  const { code } = matter;
  const { name, departmentId } = version;
  return {
    id: matter.id,
    code,
    name,
    departmentId,
    versionId: version.id,
    version: version.version,
    batchId: version.batchId,
    effectiveFrom: version.effectiveFrom,
    summary: {
      ...(version.summary as Omit<MatterSummary, 'code' | 'name' | 'departmentId'>),
      code,
      name,
      departmentId,
    },
    guide: version.guide as Guide,
    preconditions: version.preconditions as Precondition[],
    form: versioned<FormDefinition>(version.formVersionId),
    route: versioned<RouteDefinition>(version.routeVersionId),
    layout: versioned<CertificateLayout>(version.layoutVersionId),
    paused: null,
  };
}
