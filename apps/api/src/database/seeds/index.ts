import type { Deps } from '../../platform/endpoint/index.ts';
import type { Em } from '../index.ts';
import { findState } from './demo/load/load-demo.ts';
import { loadCalendar } from './reference/load-calendar.ts';

export { defaultDemoSeed, demoPersonas, type DemoPersona } from './demo/index.ts';
export { demoInvitations, type DemoLink } from './demo/load/demo-links.ts';
export { loadDemo as seedDemo, type DemoDeps, type DemoOptions, type DemoSeeded } from './demo/load/load-demo.ts';

/**
 * What every installation brings along: the working calendar of the years that the State Council has published. Adds
 * what is missing and changes nothing, so it may run at every start, in production too. Returns the years added.
 */
export async function seedReference(deps: Pick<Deps, 'orm' | 'clock'>): Promise<number[]> {
  return deps.orm.em.fork().transactional((em) => loadCalendar(em as Em, deps.clock.now()));
}

/** Whether the demo university is there, whole. */
export async function isSeeded(em: Em): Promise<boolean> {
  return (await findState(em))?.step === 'finished';
}
