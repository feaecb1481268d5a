import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { findPeopleWithRole } from '../../identity/index.ts';
import { listPostHolders, type PostView } from '../../organization/index.ts';
import type { Directory } from '../directory.ts';
import { departmentInbox } from '../office-actor.ts';

export interface Team {
  readonly posts: readonly PostView[];
  /** By person, the posts of the department that they hold themselves. */
  readonly heldBy: ReadonlyMap<string, readonly PostView[]>;
  /** Who may act for the department as clerk or head. */
  readonly staff: readonly string[];
}

/** Who works in a department on a day. */
export async function findTeam(
  em: Em,
  { departmentId, directory, on }: { departmentId: string; directory: Directory; on: CivilDate },
): Promise<Team> {
  const posts = directory.postsOfDepartment(departmentId);
  const holders = await listPostHolders(em, on);
  const heldBy = new Map<string, PostView[]>();
  for (const post of posts) {
    for (const personId of holders.get(post.id) ?? []) heldBy.set(personId, [...(heldBy.get(personId) ?? []), post]);
  }
  const clerks = await findPeopleWithRole(em, 'clerk', { on, scopeId: departmentId });
  const heads = await findPeopleWithRole(em, 'head', { on, scopeId: departmentId });
  return { posts, heldBy, staff: [...new Set([...clerks, ...heads])] };
}

/** Inboxes that belong to a person; to nobody: those of posts without a holder, and of what has no post at all. */
export function inboxesOfMember(team: Team, departmentId: string, personId: string | null): readonly string[] {
  if (personId !== null) return (team.heldBy.get(personId) ?? []).map(({ id }) => id);
  const held = new Set([...team.heldBy.values()].flat().map(({ id }) => id));
  return [...team.posts.map(({ id }) => id).filter((id) => !held.has(id)), departmentInbox(departmentId)];
}
