import type { FiledMatter, FiledTable } from '@yitang/domain/filing';
import type { Call } from '../../../../platform/endpoint/index.ts';
import { openDay, openTable, openWords, type PublishedMatter } from '../../../catalog/index.ts';

export interface CatalogFacts {
  readonly published: readonly PublishedMatter[];
  readonly matters: readonly FiledMatter[];
  readonly table: FiledTable;
  readonly departmentOf: (matter: { readonly departmentId: string }) => string;
}

/**
 * The catalog of a day, department by department.
 * @throws `request.invalid` for a day to come
 */
export async function catalogFacts(call: Call, asOf: string): Promise<CatalogFacts> {
  const day = await openDay(call, { on: asOf });
  const { departments } = day.snapshot;
  const codeOf = new Map(departments.map(({ id, code }) => [id, code]));
  const keyOf = ({ departmentId, code }: PublishedMatter): string => `${codeOf.get(departmentId) ?? '~'} ${code}`;
  const published = [...day.matters].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const { columns, rows } = openTable({ ...day, matters: published });
  return {
    published,
    table: { columns, rows },
    departmentOf: day.departmentOf,
    matters: published.map((matter) => filedMatter(matter, day.departmentOf(matter))),
  };
}

function filedMatter({ code, name, summary, guide }: PublishedMatter, department: string): FiledMatter {
  const { promisedDays, visitsOnSite, isOnline, onlineDepth, isMobile, consultPhone } = guide;
  return {
    code,
    name,
    department,
    audiences: summary.audiences.map((audience) => openWords.audience[audience]).join('；'),
    promisedDays,
    visitsOnSite,
    isOnline,
    isFull: onlineDepth === 4 && visitsOnSite === 0,
    isMobile: isMobile === true,
    phone: consultPhone,
  };
}
