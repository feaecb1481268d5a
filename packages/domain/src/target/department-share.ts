import { evaluateTarget, type TargetFacts } from './evaluation.ts';
import type { TargetMatter } from './matter-checks.ts';
import { leastReaching, type TargetDefinition } from './target-definition.ts';

/** What a department's own matters do for a target. */
export interface DepartmentShare {
  /** Matters that keep the target, no more than are needed. */
  readonly good: number;
  /** The fewest of the department's matters with which the share is reached, over all shares of the target. */
  readonly all: number;
  /** Matters that do not keep it, each once; none where the share is reached without them. */
  readonly lacking: readonly TargetMatter[];
}

/**
 * A target held against the matters of one department alone. Who has reached the share has all that is asked: a target of
 * half of the matters asks nobody for more than half. null: a target of records, or one that has no matters of the department.
 */
export function departmentShare(
  definition: TargetDefinition,
  facts: TargetFacts,
  departmentId: string,
): DepartmentShare | null {
  const { measure } = definition;
  if (measure.kind === 'records') return null;
  const own = facts.matters?.filter((matter) => matter.departmentId === departmentId) ?? null;
  const { state, base, numerators } = evaluateTarget(definition, { ...facts, matters: own });
  if (state === 'not-computable') return null;
  const least = leastReaching(base.length, measure.threshold);
  const missed = numerators.filter((one) => one.state === 'missed');
  return {
    good: numerators.reduce((sum, { members }) => sum + Math.min(members.length, least), 0),
    all: least * numerators.length,
    lacking: [...new Set(missed.flatMap(({ nonMembers }) => nonMembers.map(({ matter }) => matter)))],
  };
}
