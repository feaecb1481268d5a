import type { CatalogConsoleData } from '@yitang/contract';
import { draftLifecycle, isDraftOpen } from '@yitang/domain/catalog';
import { draftStatuses, type DraftAction, type DraftStatus } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { actOfStep, departmentsInReach, mayIn } from '../draft/draft-access.ts';

interface CountRow {
  readonly status: DraftStatus;
  readonly departmentId: string;
  readonly drafts: number | string;
}

/** Steps that lead nowhere further: who may take only these does not hold a draft up. */
const backward: readonly DraftAction[] = ['return', 'reopen', 'abandon', 'unschedule', 'keep-cases'];

/** Where the caller may edit, and how many open drafts are in each status; one statement. */
export async function getConsole(call: Call): Promise<CatalogConsoleData> {
  const reach = departmentsInReach(call);
  const { departments } = call.deps.services.get(catalogKey).current();
  const inReach = departments.filter(({ id }) => reach?.includes(id) ?? true);
  const rows = await call.em.execute<CountRow[]>(
    `select status, department_id as departmentId, count(*) as drafts from matter_drafts
      where open_key is not null group by status, department_id`,
  );
  const mine = rows.filter(({ departmentId }) => reach?.includes(departmentId) ?? true);
  return {
    departments: inReach
      .filter(({ id }) => mayIn(call, 'catalog.edit', id))
      .map(({ id, code, name }) => ({ id, code, name })),
    waiting: draftStatuses.filter(isDraftOpen).map((status) => {
      const here = mine.filter((row) => row.status === status);
      return {
        status,
        count: here.reduce((sum, { drafts }) => sum + Number(drafts), 0),
        isMine: here.some(({ departmentId }) => waitsForCaller(call, status, departmentId)),
      };
    }),
  };
}

function waitsForCaller(call: Call, status: DraftStatus, departmentId: string): boolean {
  const steps = Object.keys(draftLifecycle[status]) as DraftAction[];
  return steps.some((step) => !backward.includes(step) && mayIn(call, actOfStep[step], departmentId));
}
