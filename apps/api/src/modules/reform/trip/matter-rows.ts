import type { TripMatterRowData } from '@yitang/contract';
import { brokenPromises, defaultPromiseRule } from '@yitang/domain/visit';
import type { Call } from '../../../platform/endpoint/index.ts';
import { addFigures, findMatterNames, type TripFigures } from '../../case/index.ts';
import type { CatalogDay } from '../../catalog/index.ts';
import { departmentNames } from '../frequency/department-names.ts';

export interface MatterRows {
  /** Most decided cases first. */
  readonly rows: TripMatterRowData[];
  /** Codes, worst first. */
  readonly broken: string[];
}

/** Figures by matter: cases of a retired one stand with the one that took over. */
export async function matterRows(call: Call, figures: readonly TripFigures[], day: CatalogDay): Promise<MatterRows> {
  const byMatter = Map.groupBy(figures, ({ matterId }) => day.heirOf(matterId));
  const nameOf = await findMatterNames(call, [...byMatter.keys()]);
  const department = departmentNames(call);
  const then = new Map(day.matters.map((matter) => [matter.id, matter]));
  const rows = [...byMatter].map(([matterId, parts]) => {
    const matter = then.get(matterId);
    return {
      ...nameOf(matterId),
      department: matter === undefined ? '' : department(matter.departmentId),
      declared: matter?.guide.visitsOnSite ?? null,
      ...addFigures(parts),
    };
  });
  const broken = brokenPromises(rows).map(({ code }) => code);
  const known = new Set(broken);
  return { rows: rows.map((row) => ({ ...row, isBroken: known.has(row.code) })).sort(mostCasesFirst), broken };
}

const casesOf = ({ distribution }: TripMatterRowData): number =>
  Object.values(distribution).reduce((sum, cases) => sum + cases, 0);

function mostCasesFirst(a: TripMatterRowData, b: TripMatterRowData): number {
  return casesOf(b) - casesOf(a) || (a.code < b.code ? -1 : 1);
}

export const promiseRule = { leastKnown: defaultPromiseRule.leastKnown, ...defaultPromiseRule.mostBroken };
