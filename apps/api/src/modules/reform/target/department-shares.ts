import { departmentShare, type DepartmentShare } from '@yitang/domain/target';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { factsOn, loadTargetSource } from './day-facts.ts';
import { loadTargets, type Target } from './load-targets.ts';

export interface DueShare extends DepartmentShare {
  readonly departmentId: string;
  readonly target: Target;
}

/**
 * How far each department kept the targets that the programme had due by a day that was, with the catalog, the approvals
 * and the volumes of that day: the same reading as that of `evaluateTargets`.
 */
export async function departmentShares(
  call: Pick<Call, 'deps' | 'em' | 'now'>,
  day: CivilDate,
): Promise<readonly DueShare[]> {
  const facts = factsOn(call, await loadTargetSource(call, { on: [day] }), day);
  const due = (await loadTargets(call.em)).filter(
    ({ isRetired, definition }) => !isRetired && definition.localOn <= day,
  );
  const departments = new Set(facts.matters?.map(({ departmentId }) => departmentId));
  return [...departments].flatMap((departmentId) =>
    due.flatMap((target) => {
      const share = departmentShare(target.definition, facts, departmentId);
      return share === null ? [] : [{ ...share, departmentId, target }];
    }),
  );
}
