import { raw } from '@mikro-orm/sql';
import type {
  CertificateLayout,
  FormDefinition,
  Guide,
  MatterSummary,
  Precondition,
  RouteDefinition,
} from '@yitang/domain';
import type { Em } from '../../database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { Batch, CatalogRevision } from './batch.entity.ts';
import { DefinitionVersion, type DefinitionKind } from './definition-version.entity.ts';
import { Matter, MatterVersion } from './matter.entity.ts';

export interface NewMatterVersion {
  readonly summary: MatterSummary;
  readonly guide: Guide;
  readonly preconditions: readonly Precondition[];
  readonly form: FormDefinition | null;
  readonly route: RouteDefinition | null;
  readonly layout: CertificateLayout | null;
}

export interface NewBatch {
  readonly title: string;
  /** Civil day. */
  readonly effectiveFrom: string;
  readonly at: Date;
  /** Ids by what they are for; default: random ones. */
  readonly makeId?: (name: string) => string;
}

/**
 * Publishes the next version of each matter (the first one of a matter that is new) in one batch, in force from a civil
 * day on. Runs inside the caller's transaction; the raised revision makes every instance swap its snapshot.
 */
export async function publishMatters(em: Em, batch: NewBatch, news: readonly NewMatterVersion[]): Promise<void> {
  const makeId = batch.makeId ?? (() => newId());
  const [latest] = await em.find(Batch, {}, { orderBy: { number: 'desc' }, limit: 1 });
  const number = (latest?.number ?? 0) + 1;
  const batchId = makeId(`batch/${number}`);
  await em.insert(Batch, { id: batchId, number, title: batch.title, publishedAt: batch.at });
  const known = new Map(
    (await em.find(Matter, { code: { $in: news.map(({ summary }) => summary.code) } })).map((matter) => [
      matter.code,
      matter.id,
    ]),
  );
  for (const next of news) {
    const { code, name, departmentId, ...summary } = next.summary;
    const matterId = known.get(code) ?? makeId(`matter/${code}`);
    if (!known.has(code))
      await em.insert(Matter, { id: matterId, code, createdAt: batch.at, pausedReason: null, pausedUntil: null });
    const before = await em.findOne(
      MatterVersion,
      { matterId },
      { orderBy: { version: 'desc' }, disableIdentityMap: true },
    );
    const version = (before?.version ?? 0) + 1;
    if (before !== null)
      await em.nativeUpdate(MatterVersion, { id: before.id }, { effectiveUntil: batch.effectiveFrom });
    const define = (kind: DefinitionKind, definition: object | null): Promise<string | null> =>
      insertDefinition(em, {
        id: makeId(`${kind}/${code}/${version}`),
        kind,
        key: code,
        version,
        definition,
        at: batch.at,
      });
    await em.insert(MatterVersion, {
      id: makeId(`version/${code}/${version}`),
      matterId,
      version,
      batchId,
      effectiveFrom: batch.effectiveFrom,
      effectiveUntil: null,
      departmentId,
      name,
      summary,
      guide: next.guide,
      preconditions: [...next.preconditions],
      formVersionId: await define('form', next.form),
      routeVersionId: await define('route', next.route),
      layoutVersionId: await define('layout', next.layout),
    });
  }
  await raiseRevision(em);
}

async function insertDefinition(
  em: Em,
  row: { id: string; kind: DefinitionKind; key: string; version: number; definition: object | null; at: Date },
): Promise<string | null> {
  if (row.definition === null) return null;
  await em.insert(DefinitionVersion, {
    id: row.id,
    kind: row.kind,
    key: row.key,
    version: row.version,
    definition: row.definition,
    createdAt: row.at,
  });
  return row.id;
}

/** Tells every instance, within a second, that what is published has changed. */
export async function raiseRevision(em: Em): Promise<void> {
  const changed = await em.nativeUpdate(CatalogRevision, { id: 1 }, { revision: raw('revision + 1') });
  if (changed === 0) await em.insert(CatalogRevision, { id: 1, revision: 1 });
}
