// Proves the whole: types, lint, dependency rules, tests on SQLite and MariaDB, journeys in a real browser.
// `npm test -- types journeys` runs the named parts only.
import { ensurePackages } from './lib/debian-packages.ts';
import { report, runParts, type Part } from './lib/parts.ts';
import { main, say, Stop } from './lib/say.ts';
import { dependencies, format, lint, svelteTypes, types, unused } from './lib/static-checks.ts';
import { journeys, mariadbTests, unitTests } from './lib/test-runs.ts';
import { buildWeb } from './lib/build-web.ts';

const named: Record<string, Part> = {
  types,
  lint,
  pages: svelteTypes,
  dependencies,
  format,
  unused,
  sqlite: unitTests,
  mariadb: mariadbTests,
  journeys,
};

function chosen(names: readonly string[]): Part[] {
  if (names.length === 0) return Object.values(named);
  return names.map((name) => {
    const part = named[name];
    if (!part) throw new Stop(`There is no part "${name}". The parts are: ${Object.keys(named).join(', ')}`);
    return part;
  });
}

await main(async () => {
  const parts = chosen(process.argv.slice(2));
  const isQuick = parts.every((part) => ![unitTests, mariadbTests, journeys].includes(part));
  if (!isQuick) {
    await ensurePackages(['fonts', 'mariadb', 'mariadbTools', 'chromium', 'cas', 'pdf']);
    await buildWeb();
  }
  const quick = parts.filter((part) => ![unitTests, mariadbTests, journeys].includes(part));
  const long = parts.filter((part) => !quick.includes(part));
  const finished = [...(await runParts(quick, 2)), ...(await runParts(long))];
  say('');
  return report(finished);
});
