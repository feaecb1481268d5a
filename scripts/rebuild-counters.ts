// `npm run rebuild-counters -- [--dry-run]`: counts all events of all cases again, names each counter that differs and
// mends it. It may run beside the server.
import { parseArgs } from 'node:util';
import { entities } from '../apps/api/src/database/entities.ts';
import { openOrm, type Em } from '../apps/api/src/database/index.ts';
import { compareCounters, rebuildCounters } from '../apps/api/src/modules/case/index.ts';
import { readConfiguration } from './lib/configuration.ts';
import { main, say } from './lib/say.ts';

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });

await main(async () => {
  const config = readConfiguration();
  const orm = await openOrm({ url: config.database.url, entities, poolSize: 1 });
  try {
    const em = orm.em.fork() as Em;
    const differences = values['dry-run'] ? await compareCounters(em) : await rebuildCounters(em);
    for (const { matterId, month, measure, sum } of differences)
      say(`${month} ${measure} of ${matterId}: ${sum} missing`);
    if (differences.length === 0) say('Every counter is what a recount gives.');
    else say(`${differences.length} counters differed${values['dry-run'] ? '' : ' and were mended'}.`);
    return differences.length > 0 && values['dry-run'] ? 1 : 0;
  } finally {
    await orm.close(true);
  }
});
