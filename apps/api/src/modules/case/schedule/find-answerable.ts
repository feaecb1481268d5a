import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { findPeopleWithRole } from '../../identity/index.ts';
import { findPostHolders } from '../../organization/index.ts';
import type { Case } from '../case.entity.ts';
import type { Directory } from '../directory.ts';

interface Query {
  readonly directory: Directory;
  readonly on: CivilDate;
  readonly withHead: boolean;
}

/**
 * Who holds the post in whose inbox a case lies; with them, or where nobody does, the heads of that post's department.
 * Never the applicant: nobody handles their own case.
 */
export async function findAnswerable(
  em: Em,
  { inboxPost, departmentId, personId }: Pick<Case, 'inboxPost' | 'departmentId' | 'personId'>,
  { directory, on, withHead }: Query,
): Promise<string[]> {
  const post = directory.findPostById(inboxPost ?? '');
  const isOther = (id: string): boolean => id !== personId;
  const holders = post === undefined ? [] : (await findPostHolders(em, post.id, on)).filter(isOther);
  if (holders.length > 0 && !withHead) return holders;
  const heads = await findPeopleWithRole(em, 'head', { on, scopeId: post?.departmentId ?? departmentId });
  return [...new Set([...holders, ...heads.filter(isOther)])];
}
