import type { ReductionRowData, ReductionSumData } from '@yitang/contract';
import { isHeavier, isLighter, sumReductions, type Reduction, type ReductionSum } from '@yitang/domain/reduction';
import type { BurdenMeasure } from '@yitang/domain/vocabulary';
import type { CatalogSnapshot } from '../../catalog/index.ts';
import type { ComparedMatter } from './compare-days.ts';

export interface ReductionFilter {
  readonly department?: string | undefined;
  readonly measure?: BurdenMeasure | undefined;
  readonly show: 'all' | 'lighter' | 'heavier' | 'unknown' | 'new' | 'merged' | 'retired' | 'instant';
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
export function isShown({ standing, reduction }: ComparedMatter, { measure, show }: ReductionFilter): boolean {
  if (show === 'new' || show === 'merged' || show === 'retired') return standing === show;
  if (reduction === null) return show === 'all' && measure === undefined;
  return measure === undefined ? hasWhole(reduction, show) : hasMeasure(reduction, measure, show);
}

type Shown = Exclude<ReductionFilter['show'], 'new' | 'merged' | 'retired'>;

function hasWhole(reduction: Reduction, show: Shown): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'lighter':
      return isLighter(reduction);
    case 'heavier':
      return isHeavier(reduction);
    case 'instant':
      return reduction.becameInstant === true;
    case 'unknown':
      return reduction.measures.some(({ change }) => change === null);
  }
}

function hasMeasure(reduction: Reduction, measure: BurdenMeasure, show: Shown): boolean {
  if (show === 'all' || show === 'instant') return hasWhole(reduction, show);
  const change = reduction.measures.find((one) => one.measure === measure)?.change ?? null;
  if (show === 'unknown') return change === null;
  return change !== null && (show === 'lighter' ? change < 0 : change > 0);
}
