import { heatScale } from '@yitang/domain/visit';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import type { ReformOverviewData } from '@yitang/contract';
import type { CatalogDay } from '../../catalog/index.ts';
import type { ComputedRow } from '../frequency/compute-high-frequency-set.ts';
import { settledMonths, type VolumeSources } from '../volume/index.ts';

/** As many matters as a page holds; all others stand together in one line. */
const shown = 20;

interface Asked {
  readonly day: Pick<CatalogDay, 'heirOf'>;
  readonly months: readonly CivilMonth[];
  readonly sources: VolumeSources;
  /** By volume, largest first. */
  readonly rows: readonly ComputedRow[];
}

/** A matter month by month; null: nobody has said anything, which is not 0. */
export interface HeatLine {
  readonly row: ComputedRow;
  readonly cases: readonly (number | null)[];
}

/** The busiest matters, and all others. */
export function heatLines({ day, months, rows, sources }: Asked): {
  readonly busiest: readonly HeatLine[];
  readonly rest: readonly HeatLine[];
} {
  const known = new Map<string, number>();
  for (const { matterId, month, cases } of settledMonths(sources)) {
    const key = `${day.heirOf(matterId)} ${month}`;
    known.set(key, (known.get(key) ?? 0) + cases);
  }
  const lines = rows.map((row): HeatLine => ({
    row,
    cases: months.map((month) => known.get(`${row.matter.id} ${month}`) ?? null),
  }));
  const busy = Math.min(shown, rows.filter(({ volume }) => volume > 0).length);
  return { busiest: lines.slice(0, busy), rest: lines.slice(busy) };
}

/** Month by month, the busiest in five classes. */
export function volumeHeat(asked: Asked): ReformOverviewData['heat'] {
  const { busiest, rest } = heatLines(asked);
  const scale = heatScale(busiest.flatMap(({ cases }) => cases.map((one) => one ?? 0)));
  return {
    months: [...asked.months],
    bounds: [...scale.bounds],
    rows: busiest.map(({ row: { matter }, cases }) => ({
      code: matter.code,
      name: matter.name,
      cells: cases.map((one) => ({ cases: one, class: scale.classOf(one ?? 0) })),
    })),
    rest: {
      matters: rest.length,
      cases: asked.months.map((_, index) => rest.reduce((total, { cases }) => total + (cases[index] ?? 0), 0)),
    },
  };
}
