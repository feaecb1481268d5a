import type { AffiliationKind } from '@yitang/domain/vocabulary';

/** 身份类别 as files and lists write it. */
export const affiliationWords: Readonly<Record<AffiliationKind, string>> = {
  student: '学生',
  teacher: '教师',
  staff: '职工',
  parent: '家长',
  alumnus: '校友',
  visitor: '访客',
};
