// `npm run rebuild-counters -- [--dry-run]`: counts all events and all trips of all cases again, names each counter
// that differs and mends it. It may run beside the server.
import { parseArgs } from 'node:util';
import { entities } from '../apps/api/src/database/entities.ts';
import { openOrm, type Em } from '../apps/api/src/database/index.ts';
import { compareCounters, rebuildCounters, recountTrips, tripRuleOf } from '../apps/api/src/modules/case/index.ts';
import { readConfiguration } from './lib/configuration.ts';
import { main, say } from './lib/say.ts';

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });

/** A line each time that so many more are done. */
function sayEach(step: number, what: string): (done: number) => void {
  return (done) => {
    if (done % step === 0) say(`${done.toLocaleString('en')} ${what} …`);
  };
}

await main(async () => {
  const config = readConfiguration();
  const orm = await openOrm({ url: config.database.url, entities, poolSize: 4 });
  try {
    const em = orm.em.fork() as Em;
    const count = values['dry-run'] ? compareCounters : rebuildCounters;
    // Neither reads what the other writes: while the database counts events, trips are tallied here.
    const [differences, trips] = await Promise.all([
      count(em, sayEach(500_000, 'events counted')),
      recountTrips(() => orm.em.fork(), {
        rule: tripRuleOf(config),
        mends: !values['dry-run'],
        onProgress: sayEach(100_000, 'cases whose trips were counted'),
      }),
    ]);
    for (const { matterId, month, measure, sum } of differences)
      say(`${month} ${measure} of ${matterId}: ${sum} missing`);
    for (const { matterId, month, declared, measure, sum } of trips.counters)
      say(`${month} ${measure} (declared ${declared ?? 'nothing'}) of ${matterId}: ${sum} missing`);
    for (const { placeId, slot, sum } of trips.arrivals) say(`arrivals ${slot} at ${placeId}: ${sum} missing`);
    if (trips.cases > 0) say(`The trips of ${trips.cases} cases were not what their records give.`);
    const found = differences.length + trips.cases + trips.counters.length + trips.arrivals.length;
    if (found === 0) say('Every counter is what a recount gives.');
    else say(`${found} counters and cases differed${values['dry-run'] ? '' : ' and were mended'}.`);
    return found > 0 && values['dry-run'] ? 1 : 0;
  } finally {
    await orm.close(true);
  }
});
