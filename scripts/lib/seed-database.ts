import { mustRun } from './run.ts';
import { fromRoot } from './paths.ts';

/** Brings the database that an environment names up to date and fills it, when it is empty, with the demo university. */
export async function seedDatabase(env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<void> {
  // A process of its own: what the seed needs in memory is gone before the server starts.
  await mustRun('Filling in the demo university', [process.execPath, fromRoot('scripts/seed.ts'), ...args], { env });
}
