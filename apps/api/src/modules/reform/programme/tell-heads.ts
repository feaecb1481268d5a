import { civilDateAt } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Tx } from '../../../platform/command/index.ts';
import type { Deps } from '../../../platform/endpoint/index.ts';
import { findHeadsKey } from '../../catalog/index.ts';

export interface Told {
  readonly kind:
    'task-given' | 'task-due' | 'task-overdue' | 'task-returned' | 'accountability-opened' | 'score-published';
  readonly path: string;
  readonly title: string;
  readonly dueOn?: CivilDate;
}

/** Part of a command: a message to each head of the department. */
export async function tellHeads(
  { deps, tx }: { readonly deps: Pick<Deps, 'services' | 'config'>; readonly tx: Tx },
  departmentId: string,
  told: Told,
): Promise<void> {
  const on = civilDateAt(tx.now, deps.config.timeZone);
  const heads = await deps.services.find(findHeadsKey)?.(tx.em, departmentId, on);
  for (const personId of heads ?? []) tell(tx, personId, told);
}

export function tell(tx: Tx, personId: string, { kind, path, title, dueOn }: Told): void {
  const payload = { personId, kind, path, matterName: title, ...(dueOn !== undefined && { dueDate: dueOn }) };
  tx.enqueue({ kind: 'notice.send', payload });
}
