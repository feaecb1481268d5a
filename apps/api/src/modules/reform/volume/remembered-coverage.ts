import { coverageOf, monthAt, monthIndex, type CoverageRow } from '@yitang/domain/volume';
import { findVolumes } from '../../case/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
import type { Period } from '../require-period.ts';
import { findChoices, findReported } from './find-reported.ts';
import { settledMonths, sourcesWithin, type SettledMonth } from './settle-months.ts';
import { volumeMemoryKey } from './volume-memory.ts';

export interface Coverage {
  readonly rows: readonly CoverageRow[];
  /** Of matters that are published: months in which several sources stand against each other. */
  readonly open: readonly SettledMonth[];
}

/** Of all departments, of this moment, and computed once for each: which of them somebody may see is asked afterwards. */
export function rememberedCoverage(call: Asking, period: Period): Promise<Coverage> {
  const { months, firstMonth: first, lastMonth: last } = period;
  const compute = async (): Promise<Coverage> => {
    const snapshot = call.deps.services.get(catalogKey).current();
    // From the year before it shows who reports.
    const reported = await findReported(call.em, { first: monthAt(monthIndex(first) - 12), last });
    const counted = await findVolumes(call.em, { first, last });
    const sources = { counted, reported, choices: await findChoices(call.em) };
    const settled = settledMonths(sourcesWithin(sources, { first, last }));
    return {
      rows: coverageOf({ months, matters: snapshot.matters, reported, counted }),
      open: settled.filter(({ matterId, state }) => state === 'open' && snapshot.findById(matterId) !== undefined),
    };
  };
  return call.deps.services.get(volumeMemoryKey).remember(call, JSON.stringify(['coverage', first, last]), compute);
}
