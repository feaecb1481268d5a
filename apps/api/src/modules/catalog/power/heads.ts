import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import { serviceKey, type Deps } from '../../../platform/endpoint/index.ts';
import { civilDateAt } from '@yitang/domain/calendar';

/** Ids of the people who head a department on a day; offered by the module that knows people. */
export type FindHeads = (em: Em, departmentId: string, on: CivilDate) => Promise<string[]>;
export const findHeadsKey = serviceKey<FindHeads>('catalog.find-heads');

/** Ids of the people who work for the reform office on a day. */
export type FindReformOfficers = (em: Em, on: CivilDate) => Promise<string[]>;
export const findReformOfficersKey = serviceKey<FindReformOfficers>('catalog.find-reform-officers');

interface Telling {
  readonly departmentId: string;
  readonly kind: 'power-opened' | 'power-returned';
  readonly round: { readonly id: string; readonly title: string; readonly dueOn: CivilDate };
}

/** Part of a command: a message to each head of the department. */
export async function tellHeads(
  { deps }: { readonly deps: Pick<Deps, 'services' | 'config'> },
  tx: Tx,
  { departmentId, kind, round }: Telling,
): Promise<void> {
  const on = civilDateAt(tx.now, deps.config.timeZone);
  const heads = await deps.services.find(findHeadsKey)?.(tx.em, departmentId, on);
  for (const personId of heads ?? []) tellOfRound(tx, personId, { kind, round });
}

export function tellOfRound(
  tx: Tx,
  personId: string,
  { kind, round }: { kind: Telling['kind'] | 'power-due' | 'power-overdue'; round: Telling['round'] },
): void {
  const path = `/console/power/rounds/${round.id}`;
  const payload = { personId, kind, path, matterName: round.title, dueDate: round.dueOn };
  tx.enqueue({ kind: 'notice.send', payload });
}
