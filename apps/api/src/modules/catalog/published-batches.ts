import type { Em } from '../../database/index.ts';
import { Batch } from './batch.entity.ts';
import { countChanges, noChanges } from './batch/count-changes.ts';
import type { MatterStatistics } from './matter.presenter.ts';
import { Matter, MatterVersion } from './matter.entity.ts';

/** A batch as everybody may see it. */
export interface PublishedBatch {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly note: string | null;
  readonly publishedAt: Date;
  readonly effectiveFrom: string;
  readonly changes: { readonly add: number; readonly change: number; readonly retire: number };
}

/** Newest first. */
export async function loadPublishedBatches(em: Em): Promise<PublishedBatch[]> {
  const where = { status: 'published' } as const;
  const batches = await em.find(Batch, where, { orderBy: { number: 'desc' }, disableIdentityMap: true });
  const changes = await countChanges(
    em,
    batches.map(({ id }) => id),
  );
  return batches.flatMap(({ id, number, title, note, publishedAt, effectiveFrom }) => {
    // A published batch has all three.
    if (typeof number !== 'number' || !publishedAt || typeof effectiveFrom !== 'string') return [];
    const shown = { id, number, title, note: note ?? null, publishedAt, effectiveFrom };
    return [{ ...shown, changes: changes.get(id) ?? noChanges }];
  });
}

/** A matter that is no longer offered, with the last version of its guide. */
export interface RetiredMatter {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly version: number;
  readonly retiredOn: string;
  readonly batchId: string;
  readonly successorCode: string | null;
}

export async function loadRetiredMatters(em: Em): Promise<RetiredMatter[]> {
  const matters = await em.find(
    Matter,
    { retiredOn: { $ne: null } },
    { orderBy: { code: 'asc' }, disableIdentityMap: true },
  );
  if (matters.length === 0) return [];
  const versions = await em.find(
    MatterVersion,
    { matterId: { $in: matters.map(({ id }) => id) } },
    {
      fields: ['matterId', 'version', 'name', 'departmentId'],
      orderBy: { version: 'asc' },
      disableIdentityMap: true,
    },
  );
  // In order of the versions, so that the latest stays.
  const last = new Map(versions.map((version) => [version.matterId, version]));
  return matters.flatMap(({ id, code, retiredOn, retiredBatchId, successorCode }) => {
    const version = last.get(id);
    if (version === undefined || typeof retiredOn !== 'string') return [];
    const { name, departmentId } = version;
    const batchId = retiredBatchId ?? '';
    return [
      {
        id,
        code,
        name,
        departmentId,
        version: version.version,
        retiredOn,
        batchId,
        successorCode: successorCode ?? null,
      },
    ];
  });
}

/** By id of a retired matter the one in force that took over, also where that one was retired in its turn. */
export function heirsOf(
  retired: readonly RetiredMatter[],
  matters: readonly { readonly id: string; readonly code: string }[],
): Map<string, string> {
  const inForce = new Map(matters.map(({ id, code }) => [code, id]));
  const successors = new Map(retired.map(({ code, successorCode }) => [code, successorCode]));
  const heirs = new Map<string, string>();
  for (const { id, successorCode } of retired) {
    let code = successorCode;
    // Two that name each other end here.
    for (let step = 0; step < retired.length && code !== null && !inForce.has(code); step += 1) {
      code = successors.get(code) ?? null;
    }
    const heir = code === null ? undefined : inForce.get(code);
    if (heir !== undefined) heirs.set(id, heir);
  }
  return heirs;
}

/** What was counted of retired matters passes on to those that took over. */
export function inheritStatistics(
  counted: ReadonlyMap<string, MatterStatistics>,
  retired: readonly RetiredMatter[],
  matters: readonly { readonly id: string; readonly code: string }[],
): Map<string, MatterStatistics> {
  const statistics = new Map(counted);
  for (const [from, to] of heirsOf(retired, matters)) {
    const [given, own] = [counted.get(from), statistics.get(to)];
    if (given === undefined) continue;
    statistics.set(to, {
      uses: given.uses + (own?.uses ?? 0),
      good: given.good + (own?.good ?? 0),
      ratings: given.ratings + (own?.ratings ?? 0),
    });
  }
  return statistics;
}
