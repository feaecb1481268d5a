import { heatScale } from '@yitang/domain/visit';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import type { ReformOverviewData } from '@yitang/contract';
import { catalogKey } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
import type { ComputedRow } from '../frequency/compute-high-frequency-set.ts';
import { settledMonths, type VolumeSources } from '../volume/index.ts';

/** As many matters as a page holds; all others stand together in one line. */
const shown = 20;

interface Asked {
  readonly months: readonly CivilMonth[];
  readonly sources: VolumeSources;
  /** By volume, largest first. */
  readonly rows: readonly ComputedRow[];
}

/** The busiest matters month by month, in five classes; a month of which nobody has said anything is unknown, not 0. */
export function volumeHeat(call: Asking, { months, rows, sources }: Asked): ReformOverviewData['heat'] {
  const snapshot = call.deps.services.get(catalogKey).current();
  const known = new Map<string, number>();
  for (const { matterId, month, cases } of settledMonths(sources)) {
    const key = `${snapshot.heirOf(matterId)} ${month}`;
    known.set(key, (known.get(key) ?? 0) + cases);
  }
  const casesOf = ({ matter }: ComputedRow) => months.map((month) => known.get(`${matter.id} ${month}`) ?? null);
  const busiest = rows.filter(({ volume }) => volume > 0).slice(0, shown);
  const lines = busiest.map((row) => ({ row, cases: casesOf(row) }));
  const scale = heatScale(lines.flatMap(({ cases }) => cases.map((one) => one ?? 0)));
  const rest = rows.slice(busiest.length).map(casesOf);
  return {
    months: [...months],
    bounds: [...scale.bounds],
    rows: lines.map(({ row: { matter }, cases }) => ({
      code: matter.code,
      name: matter.name,
      cells: cases.map((one) => ({ cases: one, class: scale.classOf(one ?? 0) })),
    })),
    rest: {
      matters: rest.length,
      cases: months.map((_, index) => rest.reduce((total, cases) => total + (cases[index] ?? 0), 0)),
    },
  };
}
