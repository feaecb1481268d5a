import { addDistributions, rateOf } from '@yitang/domain/visit';
import type { ReformOverviewData } from '@yitang/contract';
import type { TripFigures } from '../../case/index.ts';
import { catalogKey, type PublishedMatter } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
import type { ComputedRow } from '../frequency/compute-high-frequency-set.ts';

interface Figures {
  readonly rows: readonly ComputedRow[];
  /** By the matter that they belong to today. */
  readonly trips: ReadonlyMap<string, readonly TripFigures[]>;
  readonly isOnline: (matter: PublishedMatter) => boolean;
}

/** Every department that offers a matter, those with the most cases first. */
export function departmentFigures(call: Asking, { rows, trips, isOnline }: Figures): ReformOverviewData['departments'] {
  const snapshot = call.deps.services.get(catalogKey).current();
  const groups = Map.groupBy(rows, ({ matter }) => matter.departmentId);
  const departments = [...groups].map(([id, own]) => {
    const made = own.flatMap(({ matter }) => trips.get(matter.id) ?? []);
    const { onceOrLess, known, finished } = rateOf(addDistributions(made.map(({ distribution }) => distribution)));
    const department = snapshot.findDepartment(id);
    return {
      id,
      code: department?.code ?? '',
      name: department?.name ?? '',
      matters: own.length,
      cases: sum(own.map(({ volume }) => volume)),
      once: own.filter(({ matter }) => (matter.guide.visitsOnSite ?? 2) <= 1).length,
      online: own.filter(({ matter }) => isOnline(matter)).length,
      measured: { onceOrLess, known, finished },
      over: sum(made.map(({ over }) => over)),
    };
  });
  return departments.sort((a, b) => b.cases - a.cases || (a.code < b.code ? -1 : 1));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
