import { raw } from '@mikro-orm/sql';
import type { MatterContent } from '@yitang/domain/catalog';
import type { Em } from '../../database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { Batch, CatalogRevision } from './batch.entity.ts';
import { DefinitionVersion, type DefinitionKind } from './definition-version.entity.ts';
import { Matter, MatterVersion } from './matter.entity.ts';

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
export async function publishMatters(em: Em, batch: NewBatch, news: readonly MatterContent[]): Promise<void> {
  const makeId = batch.makeId ?? (() => newId());
  const batchId = await insertBatch(em, batch, makeId);
  const places = await findPlaces(em, news, makeId);
  const made = news.map((next) => madeOf(next, { batch, batchId, makeId, place: places.get(next.summary.code) }));
  const replaced = [...places.values()].flatMap(({ replacedId }) => (replacedId === null ? [] : [replacedId]));
  for (let start = 0; start < news.length; start += rowsAtOnce) {
    const piece = made.slice(start, start + rowsAtOnce);
    const [matters, definitions] = [piece.flatMap(({ matter }) => matter), piece.flatMap((one) => one.definitions)];
    const before = replaced.slice(start, start + rowsAtOnce);
    if (matters.length > 0) await em.insertMany(Matter, matters);
    if (definitions.length > 0) await em.insertMany(DefinitionVersion, definitions);
    if (before.length > 0) {
      await em.nativeUpdate(MatterVersion, { id: { $in: before } }, { effectiveUntil: batch.effectiveFrom });
    }
    await em.insertMany(
      MatterVersion,
      piece.map(({ version }) => version),
    );
  }
  await raiseRevision(em);
}

/** Guides are long, and a statement is not without end. */
const rowsAtOnce = 50;

type MakeId = NonNullable<NewBatch['makeId']>;

async function insertBatch(em: Em, { title, at }: NewBatch, makeId: MakeId): Promise<string> {
  const [latest] = await em.find(Batch, {}, { orderBy: { number: 'desc' }, limit: 1, disableIdentityMap: true });
  const number = (latest?.number ?? 0) + 1;
  const id = makeId(`batch/${number}`);
  await em.insert(Batch, { id, number, title, publishedAt: at });
  return id;
}

/** Where the next version of a matter goes. */
interface Place {
  readonly matterId: string;
  readonly isNew: boolean;
  readonly version: number;
  /** The version in force until now. */
  readonly replacedId: string | null;
}

async function findPlaces(em: Em, news: readonly MatterContent[], makeId: MakeId): Promise<Map<string, Place>> {
  const codes = news.map(({ summary }) => summary.code);
  const known = await em.find(Matter, { code: { $in: codes } }, { disableIdentityMap: true });
  const versions = await em.find(
    MatterVersion,
    { matterId: { $in: known.map(({ id }) => id) } },
    { fields: ['matterId', 'version'], orderBy: { version: 'asc' }, disableIdentityMap: true },
  );
  // In order of the versions, so that the latest stays.
  const latest = new Map(versions.map(({ id, matterId, version }) => [matterId, { id, version }]));
  const matters = new Map(known.map(({ id, code }) => [code, id]));
  return new Map(
    codes.map((code) => {
      const matterId = matters.get(code) ?? makeId(`matter/${code}`);
      const before = latest.get(matterId);
      const isNew = !matters.has(code);
      return [code, { matterId, isNew, version: (before?.version ?? 0) + 1, replacedId: before?.id ?? null }];
    }),
  );
}

interface Making {
  readonly batch: NewBatch;
  readonly batchId: string;
  readonly makeId: MakeId;
  readonly place: Place | undefined;
}

/** The rows of one new version. */
function madeOf(next: MatterContent, { batch, batchId, makeId, place }: Making) {
  const { code, name, departmentId, ...summary } = next.summary;
  if (place === undefined) throw new RangeError(`no place for ${code}`);
  const { matterId, isNew, version } = place;
  const definition = (kind: DefinitionKind, given: object | null) => ({
    id: makeId(`${kind}/${code}/${version}`),
    kind,
    key: code,
    version,
    definition: given,
    createdAt: batch.at,
  });
  const [form, route] = [definition('form', next.form), definition('route', next.route)];
  const layout = definition('layout', next.layout);
  return {
    matter: isNew ? [{ id: matterId, code, createdAt: batch.at, pausedReason: null, pausedUntil: null }] : [],
    definitions: [form, route, layout].filter((one) => one.definition !== null),
    version: {
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
      formVersionId: next.form === null ? null : form.id,
      routeVersionId: next.route === null ? null : route.id,
      layoutVersionId: next.layout === null ? null : layout.id,
    },
  };
}

/** Tells every instance, within a second, that what is published has changed. */
export async function raiseRevision(em: Em): Promise<void> {
  const changed = await em.nativeUpdate(CatalogRevision, { id: 1 }, { revision: raw('revision + 1') });
  if (changed === 0) await em.insert(CatalogRevision, { id: 1, revision: 1 });
}
