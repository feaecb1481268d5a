import type { PublishedChangeData } from '@yitang/contract';
import { burdenOf, compareBurdens, publicChangeOf } from '@yitang/domain/reduction';
import { changedFields } from '../changed-fields.ts';
import { contentOf } from '../draft/create-draft.ts';
import type { PublishedMatter } from '../published-matter.ts';

/** In what a version differs from the one before: its fields, and what that means for people. */
export type Difference = Pick<PublishedChangeData, 'changedFields' | 'forPeople'>;

export const noDifference: Difference = { changedFields: [], forPeople: null };

export function differenceOf(before: PublishedMatter | undefined, after: PublishedMatter | undefined): Difference {
  if (before === undefined || after === undefined) return noDifference;
  const [old, next] = [contentOf(before), contentOf(after)];
  const { measures, addedServices, becameInstant } = publicChangeOf(compareBurdens(burdenOf(old), burdenOf(next)));
  const isNothing = measures.length === 0 && addedServices.length === 0 && !becameInstant;
  return {
    changedFields: changedFields(old, next),
    forPeople: isNothing ? null : { measures: [...measures], addedServices: [...addedServices], becameInstant },
  };
}
