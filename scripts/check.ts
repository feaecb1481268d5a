// The fast half of `npm test`: what can be said without a database server and a browser.
import { report, runParts } from './lib/parts.ts';
import { main } from './lib/say.ts';
import { staticChecks } from './lib/static-checks.ts';
import { quickTests } from './lib/test-runs.ts';

await main(async () => {
  const finished = [...(await runParts(staticChecks, 2)), ...(await runParts([quickTests]))];
  return report(finished);
});
