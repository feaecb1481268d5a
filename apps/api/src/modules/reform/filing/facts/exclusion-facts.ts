import type { FiledExclusion } from '@yitang/domain/filing';
import type { Call } from '../../../../platform/endpoint/index.ts';
import type { CatalogFacts } from './catalog-facts.ts';

/** 特殊要求 of the matters of a day, with what approves them. */
export function exclusionFacts(
  _call: Call,
  { published, departmentOf }: Pick<CatalogFacts, 'published' | 'departmentOf'>,
  _asOf: string,
): Promise<FiledExclusion[]> {
  const found = published.flatMap((matter): FiledExclusion[] => {
    const { specialExclusion } = matter.guide;
    if (specialExclusion === undefined) return [];
    const { reason, evidence, approver, reviewOn } = specialExclusion;
    return [
      {
        ...{
          code: matter.code,
          name: matter.name,
          department: departmentOf(matter),
          reason,
          evidence,
          approver,
          reviewOn,
        },
        approvedOn: null,
        isApproved: false,
      },
    ];
  });
  return Promise.resolve(found);
}
