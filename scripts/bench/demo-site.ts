import { startApp, type StartedApp } from '../../tests/support/processes/start-app.ts';
import { buildWeb } from '../lib/build-web.ts';
import { seedDatabase } from '../lib/seed-database.ts';
import type { BenchContext } from './measure.ts';

const wideOpen = { READS_PER_MINUTE: '1000000', WRITES_PER_MINUTE: '1000000', SENSITIVE_PER_MINUTE: '1000000' };

/** The site in a process of its own, as a visitor meets it: pages built, demo university loaded, limits out of the way. */
export async function startDemoSite(context: BenchContext, env: NodeJS.ProcessEnv = {}): Promise<StartedApp> {
  await buildWeb();
  context.progress('starting a site with the demo university');
  const app = await startApp({ env: { ...wideOpen, ...env }, prepare: seedDatabase });
  context.after(() => app.remove());
  return app;
}
