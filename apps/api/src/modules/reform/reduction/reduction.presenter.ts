import type { ReductionRowData, ReductionSumData } from '@yitang/contract';
import { isHeavier, isLighter, sumReductions, type Reduction, type ReductionSum } from '@yitang/domain/reduction';
import type { AddedService, BurdenMeasure, ReductionShow } from '@yitang/domain/vocabulary';
import type { CatalogSnapshot } from '../../catalog/index.ts';
import type { ComparedMatter } from './compare-days.ts';

export interface ReductionFilter {
  readonly department?: string | undefined;
  readonly measure?: BurdenMeasure | undefined;
  readonly show: ReductionShow;
  readonly service?: AddedService | undefined;
}

export function presentRow(snapshot: CatalogSnapshot, row: ComparedMatter): ReductionRowData {
  const { code, name, standing, reduction, fromPaper, successorCode } = row;
  const successor =
    successorCode === null ? undefined : (snapshot.find(successorCode) ?? snapshot.findRetired(successorCode));
  return {
    code,
    name,
    department: snapshot.findDepartment(row.departmentId)?.name ?? '',
    standing,
    measures: (reduction?.measures ?? []).map((one) => ({ ...one, isFromPaper: fromPaper.includes(one.measure) })),
    addedServices: [...(reduction?.addedServices ?? [])],
    becameInstant: reduction?.becameInstant ?? null,
    successor: successor === undefined ? null : { code: successor.code, name: successor.name },
  };
}

export function sumOf(rows: readonly ComparedMatter[]): ReductionSumData {
  return plain(
    sumReductions(
      rows.flatMap(({ reduction, instantBefore, instantAfter }) =>
        reduction === null ? [] : [{ reduction, instantBefore, instantAfter }],
      ),
    ),
  );
}

const plain = ({ measures, services, ...sum }: ReductionSum): ReductionSumData => ({
  ...sum,
  measures: [...measures],
  services: [...services],
});

/** Which rows a figure counts: the one that it opens. */
export function isShown(row: ComparedMatter, { measure, show, service }: ReductionFilter): boolean {
  const { standing, reduction } = row;
  if (service !== undefined && reduction?.addedServices.includes(service) !== true) return false;
  if (show === 'new' || show === 'merged' || show === 'retired') return standing === show;
  if (reduction === null) return show === 'all' && measure === undefined;
  if (show === 'is-instant') return row.instantBefore !== null && row.instantAfter === true;
  return measure === undefined ? hasWhole(reduction, show) : hasMeasure(reduction, measure, show);
}

type Shown = Exclude<ReductionShow, 'new' | 'merged' | 'retired' | 'is-instant'>;

const wholes: Record<Shown, (reduction: Reduction) => boolean> = {
  all: () => true,
  comparable: () => true,
  lighter: isLighter,
  heavier: isHeavier,
  instant: ({ becameInstant }) => becameInstant === true,
  services: ({ addedServices }) => addedServices.length > 0,
  known: ({ measures }) => measures.every(({ change }) => change !== null),
  unknown: ({ measures }) => measures.some(({ change }) => change === null),
};
const hasWhole = (reduction: Reduction, show: Shown): boolean => wholes[show](reduction);

function hasMeasure(reduction: Reduction, measure: BurdenMeasure, show: Shown): boolean {
  const change = reduction.measures.find((one) => one.measure === measure)?.change ?? null;
  switch (show) {
    case 'known':
      return change !== null;
    case 'unknown':
      return change === null;
    case 'lighter':
      return change !== null && change < 0;
    case 'heavier':
      return change !== null && change > 0;
    default:
      return hasWhole(reduction, show);
  }
}
