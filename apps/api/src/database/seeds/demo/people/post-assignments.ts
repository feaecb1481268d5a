import { demoPosts } from '../organization/index.ts';

/** The head approves leave in the own unit, the clerk holds everything else there is in the department. */
export function postsOfHead(departmentCode: string): string[] {
  return codesIn(departmentCode).filter((code) => code === 'unit.leave');
}

export function postsOfClerk(departmentCode: string): string[] {
  return codesIn(departmentCode).filter((code) => code !== 'unit.leave');
}

function codesIn(departmentCode: string): string[] {
  return demoPosts.filter((post) => post.departmentCode === departmentCode).map(({ code }) => code);
}
