import type { Deps } from '../../../platform/endpoint/index.ts';
import { loadCalendar } from './load-calendar.ts';

/**
 * What every installation brings along: the working calendar of the years that the State Council has published. Adds
 * what is missing and changes nothing, so it runs at every start, in production too. Returns the years added.
 */
export async function seedReference(deps: Pick<Deps, 'orm' | 'clock'>): Promise<number[]> {
  return deps.orm.em.fork().transactional((em) => loadCalendar(em, deps.clock.now()));
}
