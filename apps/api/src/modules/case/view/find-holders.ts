import { isOpen } from '@yitang/domain/case';
import type { Case } from '../case.entity.ts';
import type { Directory } from '../directory.ts';

type Held = Pick<Case, 'status' | 'inboxPost'>;

interface Holding {
  readonly department: string;
  readonly post: string;
}

/** Who holds a case now; null once it is finished. A department that nobody of holds the post has no post. */
function holdingOf(directory: Directory, { status, inboxPost }: Held): Holding | null {
  if (!isOpen(status) || typeof inboxPost !== 'string') return null;
  const holder = directory.holderOf(directory.findPostById(inboxPost));
  if (holder !== null) return holder;
  const departmentId = inboxPost.startsWith('department:') ? inboxPost.slice('department:'.length) : null;
  const department = directory.findDepartment(departmentId);
  return department === undefined ? null : { department: department.name, post: '' };
}

/** "教务处 学籍管理岗": who holds a case now, in words; null once it is finished. */
export function holderWords(directory: Directory, held: Held): string | null {
  const holding = holdingOf(directory, held);
  return holding && `${holding.department} ${holding.post}`.trim();
}

/** "教务处": the department that holds a case now; null once it is finished. */
export const holdingDepartment = (directory: Directory, held: Held): string | null =>
  holdingOf(directory, held)?.department ?? null;
