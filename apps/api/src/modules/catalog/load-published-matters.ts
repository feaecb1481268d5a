import type {
  CertificateLayout,
  FormDefinition,
  Guide,
  MatterSummary,
  Precondition,
  RouteDefinition,
} from '@yitang/domain';
import type { Em } from '../../database/index.ts';
import { DefinitionVersion } from './definition-version.entity.ts';
import { Matter, MatterVersion } from './matter.entity.ts';
import type { PublishedMatter, Versioned } from './published-matter.ts';

/** The matters in force on a civil day, by code. */
export async function loadPublishedMatters(em: Em, day: string): Promise<PublishedMatter[]> {
  const versions = await em.find(
    MatterVersion,
    { effectiveFrom: { $lte: day }, $or: [{ effectiveUntil: null }, { effectiveUntil: { $gt: day } }] },
    { disableIdentityMap: true },
  );
  const matters = new Map(
    (await em.find(Matter, {}, { disableIdentityMap: true })).map((matter) => [matter.id, matter]),
  );
  const definitions = await loadDefinitions(em, versions);
  return versions
    .flatMap((version) => {
      const matter = matters.get(version.matterId);
      return matter === undefined ? [] : [publishedMatter(matter, version, definitions)];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** One version with its definitions, in force or not: what a running case keeps to. */
export async function findMatterVersion(em: Em, versionId: string): Promise<PublishedMatter | undefined> {
  const version = await em.findOne(MatterVersion, { id: versionId }, { disableIdentityMap: true });
  if (version === null) return undefined;
  return completeVersion(em, version);
}

export async function findMatterVersionByNumber(
  em: Em,
  matterId: string,
  number: number,
): Promise<PublishedMatter | undefined> {
  const version = await em.findOne(MatterVersion, { matterId, version: number }, { disableIdentityMap: true });
  return version === null ? undefined : completeVersion(em, version);
}

async function completeVersion(em: Em, version: MatterVersion): Promise<PublishedMatter | undefined> {
  const matter = await em.findOne(Matter, { id: version.matterId }, { disableIdentityMap: true });
  return matter === null ? undefined : publishedMatter(matter, version, await loadDefinitions(em, [version]));
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
    paused:
      typeof matter.pausedReason === 'string'
        ? { reason: matter.pausedReason, until: matter.pausedUntil ?? null }
        : null,
  };
}
