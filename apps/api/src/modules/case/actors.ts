import type { CaseActor } from '@yitang/domain/case';
import type { Principal } from '../../platform/principal/index.ts';
import type { Case } from './case.entity.ts';
import type { Directory } from './directory.ts';
import type { OfficeActor } from './office-actor.ts';

/** Silence, expiry and delivery on the net are done by the platform itself. */
export const systemActor: CaseActor = { personId: null, isApplicant: false, isSystem: true, heldPosts: [] };
export const systemLabel = '系统';

export function applicantActor(principal: Principal): CaseActor {
  return { personId: principal.personId ?? null, isApplicant: true, heldPosts: [] };
}

/** "教务处 学籍管理岗 王芳": who acts on a case, as the timeline names them. */
export function staffLabel(actor: OfficeActor, current: Pick<Case, 'inboxPost'>, directory: Directory): string {
  const post = actor.posts.find(({ id }) => id === current.inboxPost) ?? actor.posts[0];
  const department = directory.findDepartment(post?.departmentId ?? actor.headOf);
  return [department?.name, post?.name, actor.name].filter((part) => part !== undefined && part !== '').join(' ');
}
