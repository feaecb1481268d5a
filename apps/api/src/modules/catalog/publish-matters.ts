import { raw } from '@mikro-orm/sql';
import type { MatterContent } from '@yitang/domain/catalog';
import { inPieces, type Em } from '../../database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { Batch, CatalogRevision } from './batch.entity.ts';
import { DefinitionVersion, type DefinitionKind } from './definition-version.entity.ts';
import { findPlaces, rowsAtOnce, type Place, type Places } from './matter-places.ts';
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
 * Publishes the next version of each matter (the first one of a matter that is new) in a batch of their own, in force from
 * a civil day on. Runs inside the caller's transaction; the raised revision makes every instance swap its snapshot.
 */
export async function publishMatters(em: Em, batch: NewBatch, news: readonly MatterContent[]): Promise<void> {
  const { effectiveFrom, at, makeId = () => newId() } = batch;
  await raiseRevision(em);
  const batchId = await insertBatch(em, batch, makeId);
  const codes = news.map(({ summary }) => summary.code);
  const places = await findPlaces(em, codes, makeId);
  await insertVersions(em, { batchId, effectiveFrom, at, makeId, places }, news);
}

async function insertBatch(em: Em, { title, effectiveFrom, at }: NewBatch, makeId: MakeId): Promise<string> {
  const number = await nextBatchNumber(em);
  const id = makeId(`batch/${number}`);
  await em.insert(Batch, {
    id,
    number,
    title,
    note: null,
    status: 'published',
    effectiveAt: null,
    effectiveFrom,
    publishedAt: at,
    publishedBy: null,
    withdrawnReason: null,
    heldReason: null,
    revision: 0,
    createdAt: at,
    createdBy: '',
  });
  return id;
}

/** Whoever takes it has raised the revision of the catalog before: others wait there until the commit. */
export async function nextBatchNumber(em: Em): Promise<number> {
  const where = { number: { $ne: null } };
  const [latest] = await em.find(Batch, where, { orderBy: { number: 'desc' }, limit: 1, disableIdentityMap: true });
  return (latest?.number ?? 0) + 1;
}

type MakeId = NonNullable<NewBatch['makeId']>;

/** What versions, and ends of versions, are published with. */
export interface Publication {
  readonly batchId: string;
  /** Civil day. */
  readonly effectiveFrom: string;
  readonly at: Date;
  readonly makeId: MakeId;
  /** Of all matters of the batch. */
  readonly places: Places;
}

/** The rows of the next versions, a set of them in each statement; those in force until now end. */
export async function insertVersions(em: Em, publication: Publication, news: readonly MatterContent[]): Promise<void> {
  for (const piece of inPieces(news, guidesAtOnce)) {
    const made = piece.map((next) => madeOf(next, publication));
    const [matters, definitions] = [made.flatMap(({ matter }) => matter), made.flatMap((one) => one.definitions)];
    if (matters.length > 0) await em.insertMany(Matter, matters);
    if (definitions.length > 0) await em.insertMany(DefinitionVersion, definitions);
    await em.insertMany(
      MatterVersion,
      made.map(({ version }) => version),
    );
  }
  await endVersions(
    em,
    publication,
    news.map(({ summary }) => summary.code),
  );
}

/** Guides are long, and a statement is not without end. */
const guidesAtOnce = 50;

/** Retires matters: what is in force of them ends, their guides stay readable and say what took over. */
export async function retireMatters(
  em: Em,
  publication: Publication,
  retirements: readonly { readonly code: string; readonly successorCode: string | null }[],
): Promise<void> {
  const codes = retirements.map(({ code }) => code);
  await endVersions(em, publication, codes);
  for (const [successorCode, retired] of Map.groupBy(retirements, (one) => one.successorCode)) {
    for (const piece of inPieces(retired, rowsAtOnce)) {
      await em.nativeUpdate(
        Matter,
        { code: { $in: piece.map(({ code }) => code) } },
        { retiredOn: publication.effectiveFrom, retiredBatchId: publication.batchId, successorCode },
      );
    }
  }
}

async function endVersions(em: Em, { places, effectiveFrom }: Publication, codes: readonly string[]): Promise<void> {
  const ended = codes.flatMap((code) => places.get(code)?.replacedId ?? []);
  for (const piece of inPieces(ended, rowsAtOnce)) {
    await em.nativeUpdate(MatterVersion, { id: { $in: [...piece] } }, { effectiveUntil: effectiveFrom });
  }
}

/** The rows of one new version. */
function madeOf(next: MatterContent, { batchId, effectiveFrom, at, makeId, places }: Publication) {
  const { code, name, departmentId, ...summary } = next.summary;
  const { matterId, isNew, version } = placeOf(code, places);
  const definition = (kind: DefinitionKind, given: object | null) => ({
    id: makeId(`${kind}/${code}/${version}`),
    kind,
    key: code,
    version,
    definition: given,
    createdAt: at,
  });
  const [form, route] = [definition('form', next.form), definition('route', next.route)];
  const layout = definition('layout', next.layout);
  return {
    matter: isNew ? [newMatter(matterId, code, at)] : [],
    definitions: [form, route, layout].filter((one) => one.definition !== null),
    version: {
      id: makeId(`version/${code}/${version}`),
      matterId,
      version,
      batchId,
      effectiveFrom,
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

function placeOf(code: string, places: Places): Place {
  const place = places.get(code);
  if (place === undefined) throw new RangeError(`no place for ${code}`);
  return place;
}

const newMatter = (id: string, code: string, at: Date) => ({
  id,
  code,
  createdAt: at,
  retiredOn: null,
  retiredBatchId: null,
  successorCode: null,
});

/** Tells every instance, within a second, that what is published has changed. */
export async function raiseRevision(em: Em): Promise<void> {
  const changed = await em.nativeUpdate(CatalogRevision, { id: 1 }, { revision: raw('revision + 1') });
  if (changed === 0) await em.insert(CatalogRevision, { id: 1, revision: 1 });
}
