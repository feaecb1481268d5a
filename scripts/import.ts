// `npm run import -- KIND FILE [--dry-run]`: departments, people, posts, grants or a calendar year from CSV or Excel, as an
// administrator does on the site; this way the first administrator comes in. With one wrong row nothing is imported.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importKinds, type Issue } from '@yitang/contract';
import { importTables, type ImportKind } from '../apps/api/src/modules/identity/index.ts';
import { isProblem } from '../apps/api/src/platform/problem/index.ts';
import { main, say, Stop } from './lib/say.ts';
import { withDeps } from './lib/with-deps.ts';

const { values, positionals } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false } },
  allowPositionals: true,
});

function kindOf(text: string | undefined): ImportKind {
  const kind = importKinds.find((each) => each === text);
  if (kind === undefined)
    throw new Stop(`Usage: npm run import -- KIND FILE [--dry-run], where KIND is one of ${importKinds.join(', ')}`);
  return kind;
}

const lines = (issues: readonly Issue[]) => issues.map(({ field, message }) => `  ${field}: ${message}`).join('\n');

await main(() =>
  withDeps(async (deps) => {
    const [kind, file] = [kindOf(positionals[0]), positionals[1]];
    if (file === undefined) throw new Stop('Which file?');
    try {
      const report = await importTables(deps, { kind, file: readFileSync(file), isDryRun: values['dry-run'] });
      say(`${report.rows} rows: ${report.created} new, ${report.changed} changed, ${report.unchanged} as they were.`);
      if (report.issues.length > 0) throw new Stop(`Nothing would be imported:\n${lines(report.issues)}`);
      if (values['dry-run']) say('A dry run: nothing was imported.');
    } catch (error) {
      if (isProblem(error)) throw new Stop(`Nothing was imported: ${error.message}\n${lines(error.issues ?? [])}`);
      throw error;
    }
  }),
);
