import type { Em } from '../index.ts';
import { findState } from './demo/load/load-demo.ts';

export { defaultDemoSeed, demoPersonas, type DemoPersona } from './demo/index.ts';
export { demoInvitations, type DemoLink } from './demo/load/demo-links.ts';
export { loadDemo as seedDemo, type DemoDeps, type DemoOptions, type DemoSeeded } from './demo/load/load-demo.ts';
export { seedReference } from './reference/seed-reference.ts';

/** Whether the demo university is there, whole. */
export async function isSeeded(em: Em): Promise<boolean> {
  return (await findState(em))?.step === 'finished';
}
