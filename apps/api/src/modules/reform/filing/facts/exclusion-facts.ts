import type { FiledExclusion } from '@yitang/domain/filing';
import { isReviewOverdue, excludesOn } from '@yitang/domain/target';
import type { CatalogFacts } from './catalog-facts.ts';
import type { TargetDay } from './target-facts.ts';

/** 特殊要求 of the matters of a day: those with an approval, and those that a guide claims without one. */
export function exclusionFacts(
  { published, departmentOf }: Pick<CatalogFacts, 'published' | 'departmentOf'>,
  { source, facts }: TargetDay,
): FiledExclusion[] {
  const approved = source.exclusions.filter((one) => excludesOn(one, facts.on) || isReviewOverdue(one, facts.on));
  const approvalOf = new Map(approved.map((one) => [one.code, one]));
  return published.flatMap((matter): FiledExclusion[] => {
    const { code, name, guide } = matter;
    const named = { code, name, department: departmentOf(matter) };
    const approval = approvalOf.get(code);
    if (approval !== undefined) {
      const { reason, evidence, approver, from, reviewOn } = approval;
      return [{ ...named, reason, evidence, approver, approvedOn: from, reviewOn, isApproved: true }];
    }
    const claim = guide.specialExclusion;
    if (claim === undefined) return [];
    const { reason, evidence, approver, reviewOn } = claim;
    return [{ ...named, reason, evidence, approver, approvedOn: null, reviewOn, isApproved: false }];
  });
}
