import { isOpen } from '@yitang/domain/case';
import type { Case } from '../case.entity.ts';
import type { Directory } from '../directory.ts';

/** "教务处 学籍管理岗": who holds a case now, in words; null once it is finished. */
export function holderWords(
  directory: Directory,
  { status, inboxPost }: Pick<Case, 'status' | 'inboxPost'>,
): string | null {
  if (!isOpen(status) || typeof inboxPost !== 'string') return null;
  const holder = directory.holderOf(directory.findPostById(inboxPost));
  if (holder !== null) return `${holder.department} ${holder.post}`.trim();
  const departmentId = inboxPost.startsWith('department:') ? inboxPost.slice('department:'.length) : null;
  return directory.findDepartment(departmentId)?.name ?? null;
}
