import { civilDateAt } from '@yitang/domain/calendar';
import type { Asking } from '../asking.ts';
import { catalogKey, type Catalog } from '../../catalog/index.ts';
import { computeResults, type Standing } from './compute-results.ts';

interface Kept {
  readonly revision: number;
  readonly day: string;
  readonly until: number;
  readonly standing: Promise<Standing>;
}

/** Anybody may ask as often as they like; the page says when it was counted. */
const keptMilliseconds = 60_000;
const kept = new WeakMap<Catalog, Kept>();

/** As it stands today, counted at most once a minute, and anew when the catalog has changed. */
export function liveResults(call: Asking): Promise<Standing> {
  const catalog = call.deps.services.get(catalogKey);
  const { revision } = catalog.current();
  const [day, now] = [civilDateAt(call.now, call.deps.config.timeZone), call.now.getTime()];
  const known = kept.get(catalog);
  if (known?.revision === revision && known.day === day && now < known.until) return known.standing;
  const standing = computeResults(call, { asOf: day });
  const entry = { revision, day, until: now + keptMilliseconds, standing };
  kept.set(catalog, entry);
  // What failed is tried again by whoever asks next.
  standing.catch(() => kept.get(catalog) === entry && kept.delete(catalog));
  return standing;
}
