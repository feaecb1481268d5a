import { getDemoMatterByName } from './index.ts';

/** 一件事 of the list, each with the matters that it settles in one go. */
const components: Readonly<Record<string, readonly string[]>> = {
  学生离校一件事: ['毕业生退宿办理', '毕业离馆手续', '校园卡注销退费', '毕业离校户政审核', '毕业生户口迁移'],
  教职工离校手续: ['校园卡注销', '党组织关系接转'],
};

/** undefined: the matter is no 一件事. */
export function componentsOf(name: string) {
  return components[name]?.map(getDemoMatterByName);
}
