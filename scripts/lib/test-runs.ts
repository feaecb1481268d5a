import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { startMariadb } from '../../tests/support/processes/private-mariadb.ts';
import { programs } from './node-programs.ts';
import type { Outcome, Part } from './parts.ts';
import { fromRoot } from './paths.ts';
import { run } from './run.ts';
import { say } from './say.ts';

/** The figures that are read of the file that `jest --json` writes. */
interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
  success: boolean;
}

/** The figures that are read of the file that Playwright's json reporter writes. */
interface PlaywrightResult {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

function reportFile(name: string): string {
  mkdirSync(fromRoot('var/test'), { recursive: true });
  const file = fromRoot('var/test', name);
  rmSync(file, { force: true });
  return file;
}

/** At least one failure when the run itself did not succeed: a crash must not look like an empty, green run. */
function outcome(passed: number, failed: number, isSuccess: boolean): Outcome {
  return { passed, failed: !isSuccess && failed === 0 ? 1 : failed };
}

async function jest(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const file = reportFile(`${name}.json`);
  const options = ['-c', 'config/jest.config.js', '--ci', '--json', `--outputFile=${file}`, ...args];
  const status = await run([...programs.jest, ...options], { env: { ...process.env, ...env } });
  const result = JSON.parse(readFileSync(file, 'utf8')) as JestResult;
  const { numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = result;
  const skipped = numPendingTests + numTodoTests;
  if (skipped > 0) say(`${skipped} tests were skipped: they count as failed.`);
  const failed = numFailedTests + skipped + numRuntimeErrorTestSuites;
  return outcome(result.numPassedTests, failed, status === 0 && result.success);
}

/** What needs no database server and no server of ours: for `npm run check`. */
export const quickTests: Part = {
  name: 'tests of packages and pages',
  run: () => jest('jest-quick', ['--selectProjects', 'packages', 'web', 'architecture']),
};

export const unitTests: Part = { name: 'tests on SQLite', run: () => jest('jest-sqlite', []) };

/** The suites that talk to a database, again, on a MariaDB that is started for them alone. */
export const mariadbTests: Part = {
  name: 'tests on MariaDB',
  run: async () => {
    const server = await startMariadb();
    try {
      const env = { TEST_DATABASE_URL: server.url };
      return await jest('jest-mariadb', ['--selectProjects', 'api', 'faults', '--passWithNoTests'], env);
    } finally {
      await server.stop();
    }
  },
};

export const journeys: Part = {
  name: 'journeys in the browser',
  run: async () => {
    const file = reportFile('playwright.json');
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const status = await run([...programs.playwright, 'test', '-c', 'config/playwright.config.ts'], { env });
    const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightResult;
    if (stats.skipped > 0) say(`${stats.skipped} journeys were skipped: they count as failed.`);
    const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
    return outcome(stats.expected, failed, status === 0);
  },
};
