import type { Deps } from '../../../platform/endpoint/index.ts';
import { loadCalendar } from './load-calendar.ts';
import { loadReferenceTargets } from './load-targets.ts';

/**
 * What every installation brings along: the working calendar of the years that the State Council has published and
 * the targets of 浙教人〔2018〕105号. Adds what is missing and changes nothing, so it runs at every start, in production too. Returns the years added.
 */
export async function seedReference(deps: Pick<Deps, 'orm' | 'clock'>): Promise<number[]> {
  const now = deps.clock.now();
  return deps.orm.em.fork().transactional(async (em) => {
    await loadReferenceTargets(em, now);
    return loadCalendar(em, now);
  });
}
