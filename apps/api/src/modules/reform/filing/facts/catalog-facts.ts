import type { FiledMatter, FiledTable } from '@yitang/domain/filing';
import { keepsCheck, type TargetMatter } from '@yitang/domain/target';
import type { Call } from '../../../../platform/endpoint/index.ts';
import { openDay, openTable, openWords, type PublishedMatter } from '../../../catalog/index.ts';
import { matterDays } from '../../target/matter-days.ts';
import { sourceOf } from '../../target/target-matter.ts';

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
  const days = await matterDays(call);
  const { departments } = day.snapshot;
  const codeOf = new Map(departments.map(({ id, code }) => [id, code]));
  const keyOf = ({ departmentId, code }: PublishedMatter): string => `${codeOf.get(departmentId) ?? '~'} ${code}`;
  const published = [...day.matters].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const { columns, rows } = openTable({ ...day, matters: published });
  return {
    published,
    table: { columns, rows },
    departmentOf: day.departmentOf,
    matters: published.map((matter) => {
      const judged = days.read(sourceOf(matter, matter.id), asOf);
      return filedMatter(matter, { department: day.departmentOf(matter), judged });
    }),
  };
}

interface Filing {
  readonly department: string;
  readonly judged: TargetMatter;
}

function filedMatter(
  { code, name, summary, guide, paused }: PublishedMatter,
  { department, judged }: Filing,
): FiledMatter {
  const { promisedDays, visitsOnSite, consultPhone } = guide;
  return {
    code,
    name,
    department,
    audiences: summary.audiences.map((audience) => openWords.audience[audience]).join('；'),
    promisedDays,
    visitsOnSite,
    isPaused: paused !== null,
    isOnline: keepsCheck(judged, 'online'),
    isFull: keepsCheck(judged, 'full'),
    isMobile: keepsCheck(judged, 'mobile'),
    phone: consultPhone,
  };
}
