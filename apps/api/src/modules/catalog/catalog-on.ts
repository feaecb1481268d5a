import { civilDateAt } from '@yitang/domain/calendar';
import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { catalogKey } from './catalog-key.ts';
import type { CatalogSnapshot } from './catalog-snapshot.ts';
import { loadPublishedMatters } from './load-published-matters.ts';
import { heirsOf, type PublishedBatch, type RetiredMatter } from './published-batches.ts';
import type { PublishedMatter } from './published-matter.ts';

/** The catalog as it was, or is, on one day of the university. */
export interface CatalogDay {
  readonly on: string;
  readonly today: string;
  readonly matters: readonly PublishedMatter[];
  readonly retired: readonly RetiredMatter[];
  readonly batches: readonly PublishedBatch[];
  /** The matter in force that day that took over, in one step or several; of any other matter itself. */
  readonly heirOf: (matterId: string) => string;
  readonly snapshot: CatalogSnapshot;
}

/**
 * The catalog of a day: that of today from memory, that of an earlier day from the database.
 * @throws `request.invalid` for a day to come: what is scheduled is not public yet
 */
export async function catalogOn(call: Pick<Call, 'deps' | 'em' | 'now'>, on: string | undefined): Promise<CatalogDay> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const today = civilDateAt(call.now, call.deps.config.timeZone);
  const { matters, retired, batches } = snapshot;
  if (on === undefined || on === today) {
    return { on: today, today, matters, retired, batches, heirOf: (id) => snapshot.heirOf(id), snapshot };
  }
  if (on > today) {
    const message = '只能查看今天或以前的目录，请换一个日期。';
    throw problem('request.invalid', { issues: [{ field: 'query.on', code: 'future', message }] });
  }
  const then = await loadPublishedMatters(call.em, on);
  const gone = retired.filter(({ retiredOn }) => retiredOn <= on);
  const heirs = heirsOf(gone, then);
  return {
    on,
    today,
    matters: then,
    retired: gone,
    heirOf: (matterId) => heirs.get(matterId) ?? matterId,
    batches: batches.filter(({ effectiveFrom }) => effectiveFrom <= on),
    snapshot,
  };
}

/** A matter and all that it stands for in what is counted. */
export function withForebears({ heirOf, retired }: CatalogDay, matterId: string): string[] {
  return [matterId, ...retired.map(({ id }) => id).filter((id) => heirOf(id) === matterId)];
}
