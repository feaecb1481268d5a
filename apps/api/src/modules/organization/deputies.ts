import type { Deputyship } from '@yitang/domain/deputy';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../database/index.ts';
import { Post, PostDeputy } from './organization.entity.ts';

export interface DeputyView extends Deputyship {
  readonly id: string;
}

const holdsOn = (on: CivilDate) => ({ fromDay: { $lte: on }, untilDay: { $gte: on }, endedAt: null });

/** Of those who hold a post the ones who are away that day, with who stands in for them. */
export async function findDeputies(
  em: Em,
  { postId, absentIds, on }: { postId: string; absentIds: readonly string[]; on: CivilDate },
): Promise<ReadonlyMap<string, string>> {
  if (absentIds.length === 0) return new Map();
  const where = { absentId: { $in: [...absentIds] }, ...holdsOn(on) };
  const found = await em.find(PostDeputy, where, { disableIdentityMap: true });
  if (found.length === 0) return new Map();
  const post = await em.findOne(Post, { id: postId }, { disableIdentityMap: true, fields: ['departmentId'] });
  const meant = found.filter(({ departmentId }) => departmentId === post?.departmentId);
  return new Map(meant.map(({ absentId, deputyId }) => [absentId, deputyId]));
}

/** Those of a department that hold on a day or will, by their first day. */
export function listDeputies(em: Em, departmentId: string, from: CivilDate): Promise<DeputyView[]> {
  const where = { departmentId, untilDay: { $gte: from }, endedAt: null };
  return em.find(PostDeputy, where, { orderBy: { fromDay: 'asc', id: 'asc' }, disableIdentityMap: true });
}

/** Part of a command that has judged it. */
export async function nameDeputy(
  em: Em,
  row: DeputyView & { readonly departmentId: string; readonly namedBy: string; readonly namedAt: Date },
): Promise<void> {
  await em.insert(PostDeputy, { ...row, endedAt: null });
}

/** Part of a command. false: there is none of this department that still holds. */
export async function endDeputy(em: Em, of: { id: string; departmentId: string }, at: Date): Promise<boolean> {
  return (await em.nativeUpdate(PostDeputy, { ...of, endedAt: null }, { endedAt: at })) === 1;
}
