import type { FiledCoverage } from '@yitang/domain/filing';
import { coverageOf, monthAt, monthIndex } from '@yitang/domain/volume';
import type { Call } from '../../../../platform/endpoint/index.ts';
import { findReported, loadVolumeSources, settledMonths } from '../../volume/index.ts';
import type { CatalogFacts } from './catalog-facts.ts';

export interface CoverageQuery {
  readonly months: readonly string[];
  readonly recordedUntil: Date;
}

type Department = FiledCoverage['departments'][number];

/** Which department has figures of which month, and where sources stand against each other, as it was known then. */
export async function coverageFacts(
  call: Call,
  { published, departmentOf }: Pick<CatalogFacts, 'published' | 'departmentOf'>,
  { months, recordedUntil }: CoverageQuery,
): Promise<FiledCoverage> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return { months, departments: [], conflicts: [] };
  const sources = await loadVolumeSources(call, { first, last, recordedUntil });
  const settled = settledMonths(sources);
  const departments = coverageOf({
    ...{ months, matters: published },
    // Who reported in the year before is expected to go on.
    reported: await findReported(call.em, { first: monthAt(monthIndex(first) - 12), last, recordedUntil }),
    counted: sources.counted,
  });
  const ownerOf = new Map(published.map(({ id, departmentId }) => [id, departmentId]));
  const cases = new Map<string, number>();
  for (const { matterId, month, cases: figure } of settled) {
    const key = `${ownerOf.get(matterId) ?? ''} ${month}`;
    cases.set(key, (cases.get(key) ?? 0) + figure);
  }
  const open = Map.groupBy(
    settled.filter(({ state }) => state === 'open'),
    ({ matterId }) => matterId,
  );
  return {
    months,
    departments: departments.map((row): Department => ({
      name: departmentOf(row),
      cases: row.cells.map(({ month }) => cases.get(`${row.departmentId} ${month}`) ?? null),
      partial: row.cells.filter(({ state }) => state === 'partial').map(({ month }) => month),
    })),
    conflicts: published.flatMap(({ id, code, name }) => {
      const found = open.get(id);
      return found === undefined ? [] : [{ code, name, months: found.length }];
    }),
  };
}
