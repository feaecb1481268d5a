// `npm run seed -- [--seed NUMBER] [--date YYYY-MM-DD] [--cases NUMBER]`: brings the database up to date and fills it, when it is
// empty, with the demo university. One number and one date always give the same university.
import { parseArgs } from 'node:util';
import { defaultDemoSeed, demoInvitations, seedDemo, seedReference } from '../apps/api/src/database/seeds/index.ts';
import { main, say, Stop } from './lib/say.ts';
import { withDeps } from './lib/with-deps.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: process.env.DEMO_SEED || String(defaultDemoSeed) },
    date: { type: 'string' },
    cases: { type: 'string', default: process.env.DEMO_CASES },
  },
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Stop(`--${name} must be a whole number, not "${text}".`);
  return number;
}

await main(() =>
  withDeps(async (deps) => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: deps.config.timeZone }).format(deps.clock.now());
    const total = values.cases === undefined ? {} : { total: wholeNumber('cases', values.cases) };
    const seed = wholeNumber('seed', values.seed);
    await seedReference(deps);
    const origin = await seedDemo(deps, { seed, referenceDate: values.date ?? today, ...total, say });
    process.send?.(demoInvitations(origin, deps.crypto));
  }),
);
