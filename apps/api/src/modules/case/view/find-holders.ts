import { isOpen } from '@yitang/domain/case';
import type { Case } from '../case.entity.ts';
import type { Directory } from '../directory.ts';

type Held = Pick<Case, 'status' | 'inboxPost'>;

/** "教务处 学籍管理岗": who holds a case now, in words; null once it is finished. */
export function holderWords(directory: Directory, held: Held): string | null {
  if (!isOpen(held.status) || typeof held.inboxPost !== 'string') return null;
  const holder = directory.holderOf(directory.findPostById(held.inboxPost));
  if (holder !== null) return `${holder.department} ${holder.post}`.trim();
  return holdingDepartment(directory, held);
}

/** "教务处": the department that holds a case now; null once it is finished. */
export function holdingDepartment(directory: Directory, { status, inboxPost }: Held): string | null {
  if (!isOpen(status) || typeof inboxPost !== 'string') return null;
  const holder = directory.holderOf(directory.findPostById(inboxPost));
  if (holder !== null) return holder.department;
  const departmentId = inboxPost.startsWith('department:') ? inboxPost.slice('department:'.length) : null;
  return directory.findDepartment(departmentId)?.name ?? null;
}
