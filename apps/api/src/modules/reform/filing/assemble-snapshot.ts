import { monthRange, snapshotFormat, type FiledDecree, type FilingSnapshot } from '@yitang/domain/filing';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogFacts } from './facts/catalog-facts.ts';
import { coverageFacts } from './facts/coverage-facts.ts';
import { exclusionFacts } from './facts/exclusion-facts.ts';
import { setFacts } from './facts/set-facts.ts';
import { targetDay, targetFacts } from './facts/target-facts.ts';
import { minuteOf } from './minute-of.ts';

export interface SnapshotWish {
  readonly asOf: string;
  readonly setNumber: number | null;
  readonly decree: FiledDecree | null;
  readonly version: number;
  readonly replaces: string | null;
}

/**
 * Everything that the papers will show, as it is known now. Costs the number of matters and months, not of cases.
 * @throws `request.invalid` for a day to come, or a set that does not fit
 */
export async function assembleSnapshot(call: Call, wish: SnapshotWish): Promise<FilingSnapshot> {
  const { asOf, setNumber, decree, version, replaces } = wish;
  const { config } = call.deps;
  const catalog = await catalogFacts(call, asOf);
  const { set, recordedUntil } = await setFacts(call, { asOf, setNumber, departmentOf: catalog.departmentOf });
  const months = monthRange(set.firstMonth, set.lastMonth);
  const day = await targetDay(call, asOf, set);
  return {
    ...{ format: snapshotFormat, asOf, version, replaces, decree, set },
    university: config.university.name,
    site: config.origin.replace(/\/$/, ''),
    isDemo: config.mode !== 'production',
    assembledAt: minuteOf(call, call.now),
    catalog: catalog.table,
    matters: catalog.matters,
    targets: await targetFacts(call, day),
    exclusions: exclusionFacts(catalog, day),
    coverage: await coverageFacts(call, catalog, { months, recordedUntil }),
  };
}
