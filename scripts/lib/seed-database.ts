import type { DemoLink } from '../../apps/api/src/database/seeds/index.ts';
import { fromRoot } from './paths.ts';
import { mustRun } from './run.ts';

/**
 * Brings the database that an environment names up to date and fills it, when it is empty, with the demo university.
 * Answers the links by which its parents come in.
 */
export async function seedDatabase(env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<readonly DemoLink[]> {
  let links: readonly DemoLink[] = [];
  // A process of its own: what the seed needs in memory is gone before the server starts.
  await mustRun('Filling in the demo university', [process.execPath, fromRoot('scripts/seed.ts'), ...args], {
    env,
    onMessage: (message) => (links = message as DemoLink[]),
  });
  return links;
}
