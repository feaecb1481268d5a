import { covers } from '@yitang/domain/access';
import type { CaseActor } from '@yitang/domain/case';
import type { RouteDefinition } from '@yitang/domain/route';
import { civilDateAt } from '@yitang/domain/calendar';
import type { Call } from '../../platform/endpoint/index.ts';
import { activeGrant, type Grant } from '../../platform/principal/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { postIdsHeldBy, type PostView } from '../organization/index.ts';
import type { Case } from './case.entity.ts';
import type { Directory } from './directory.ts';

/** Who handles cases now: the posts that count under the active grant, and the department that a head answers for. */
export interface OfficeActor {
  readonly personId: string;
  readonly name: string;
  readonly posts: readonly PostView[];
  readonly headOf: string | null;
}

/** A head acts for every post of the department, others for the posts that they hold within the reach of the grant. */
export async function getOfficeActor(call: Call, directory: Directory): Promise<OfficeActor> {
  const { principal, deps, em, now } = call;
  const grant = activeGrant(principal);
  if (principal.personId === undefined || grant === undefined) throw problem('access.denied');
  const held = await postIdsHeldBy(em, principal.personId, civilDateAt(now, deps.config.timeZone));
  const own = directory.postsAmong(held).filter((post) => isWithin(grant, post, directory));
  const headOf = grant.role === 'head' && grant.scopeKind === 'department' ? grant.scopeId : null;
  const posts = headOf === null ? own : [...own, ...directory.postsOfDepartment(headOf)];
  const unique = [...new Map(posts.map((post) => [post.id, post])).values()];
  return { personId: principal.personId, name: principal.displayName ?? '', posts: unique, headOf };
}

/** A counter takes in matters of several departments, so there the post alone decides. */
function isWithin(grant: Grant, { departmentId, officeId }: PostView, directory: Directory): boolean {
  const campusId = directory.findDepartment(departmentId)?.campusId;
  return grant.scopeKind === 'counter' || covers(grant, { campusId, departmentId, officeId });
}

/** Where a case without a post lies: with the head of the department that offers the matter. */
export const departmentInbox = (departmentId: string): string => `department:${departmentId}`;

/** The department whose post, or whose head, an inbox belongs to. */
export function departmentOfInbox(directory: Directory, inbox: string | null | undefined): string | undefined {
  if (typeof inbox !== 'string') return undefined;
  return inbox.startsWith('department:')
    ? inbox.slice('department:'.length)
    : directory.findPostById(inbox)?.departmentId;
}

/** The inboxes that are theirs. */
export function inboxesOf({ posts, headOf }: OfficeActor): string[] {
  return [...posts.map(({ id }) => id), ...(headOf === null ? [] : [departmentInbox(headOf)])];
}

type CaseOfSomebody = Pick<Case, 'personId' | 'applicantDepartmentId' | 'departmentId' | 'inboxPost'>;

/** What the actor is to the case, in the words of the rules: routes name posts by code. */
export function relationTo(actor: OfficeActor, current: CaseOfSomebody): CaseActor {
  return {
    personId: actor.personId,
    isApplicant: actor.personId === current.personId,
    isHead: actor.headOf === current.departmentId,
    isHoldersHead: isHeadOfHolder(actor, current),
    heldPosts: actor.posts.filter((post) => isMeant(post, current)).map(({ code }) => code),
  };
}

/** Heads the department in whose inbox the case lies. */
function isHeadOfHolder({ headOf, posts }: OfficeActor, { inboxPost }: CaseOfSomebody): boolean {
  if (headOf === null) return false;
  if (inboxPost === departmentInbox(headOf)) return true;
  return posts.some(({ id, departmentId }) => id === inboxPost && departmentId === headOf);
}

/** Of posts that every department has, a case means the one of its applicant. */
function isMeant(post: PostView, { applicantDepartmentId }: CaseOfSomebody): boolean {
  return !post.isOfApplicantsDepartment || post.departmentId === applicantDepartmentId;
}

/** A case is shown to the posts of its route, also before and after their stage, and to the head who answers for it. */
export function maySee(actor: OfficeActor, current: CaseOfSomebody, route: RouteDefinition): boolean {
  const relation = relationTo(actor, current);
  if (relation.isHead === true) return true;
  return route.stages.some(({ tasks }) => tasks.some(({ post }) => relation.heldPosts.includes(post)));
}
