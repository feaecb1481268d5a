// `npm run bench -- [--only NAME …] [--json]`: measures speed and size against yardsticks that it brings itself.
// NAME is a figure (P1.list.json) or the beginning of several (P1). With --json the last line is one object {name: figure}.
import { parseArgs } from 'node:util';
import { measures } from './bench/index.ts';
import { describeMachine } from './bench/machine.ts';
import type { Figures, Measure } from './bench/measure.ts';
import { duration, main, Stop, warn } from './lib/say.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string', multiple: true, default: [] } },
});

function isWanted(name: string): boolean {
  return values.only.length === 0 || values.only.some((only) => name === only || name.startsWith(`${only}.`));
}

/** Progress goes to standard error, so that standard output holds figures alone. */
async function measure(one: Measure, place: string): Promise<Figures> {
  const start = performance.now();
  const cleanUps: (() => Promise<unknown> | void)[] = [];
  const progress = (what: string) => warn(`[${place} ${duration(performance.now() - start)}] ${what}`);
  warn(`\n[${place}] ${one.names.join(' ')}: ${one.what}`);
  try {
    return await one.run({ progress, after: (cleanUp) => void cleanUps.push(cleanUp) });
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }
}

const round = (figure: number) => Number(figure.toPrecision(4));

await main(async () => {
  const chosen = measures.filter((one) => one.names.some(isWanted));
  if (chosen.length === 0) {
    throw new Stop(`No figure is named so. There are: ${measures.flatMap((one) => one.names).join(' ')}`);
  }
  warn(describeMachine());
  const found: Record<string, number> = {};
  for (const [index, one] of chosen.entries()) {
    const figures = await measure(one, `${index + 1}/${chosen.length}`);
    for (const [name, figure] of Object.entries(figures)) {
      if (!isWanted(name)) continue;
      found[name] = round(figure);
      if (!values.json) process.stdout.write(`${name.padEnd(16)} ${found[name]}\n`);
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify(found)}\n`);
});
