import type { MatterVolume } from './high-frequency.ts';
import { byJointRule } from './joint-rule.ts';
import type { JointRule } from './periods.ts';
import { inheritVolumes, type InheritedVolumes } from './succession.ts';

/** What of the catalog of a day decides where a case counts. */
export interface CountingCatalog {
  /** Codes of the matters in force. */
  readonly published: readonly string[];
  /** Those that were retired, each with the code of the one that supersedes it; null: none does. */
  readonly retired: readonly { readonly code: string; readonly successorCode: string | null }[];
  /** See `byJointRule`. */
  readonly componentsOf: ReadonlyMap<string, readonly string[]>;
}

export interface CountedByMatter extends InheritedVolumes {
  /** What `volumes` were before cases of 一件事 went where the rule counts them. */
  readonly inherited: readonly MatterVolume[];
}

/** Cases as 高频事项 count them: those of retired matters with their successors, those of a 一件事 by the rule. */
export function countByMatter(
  counted: readonly MatterVolume[],
  { published, retired: gone, componentsOf }: CountingCatalog,
  joint: JointRule,
): CountedByMatter {
  const succeededBy = new Map(
    gone.flatMap(({ code, successorCode }) => (successorCode === null ? [] : [[code, successorCode] as const])),
  );
  const { volumes: inherited, retired } = inheritVolumes(published, counted, succeededBy);
  return { volumes: byJointRule(inherited, componentsOf, joint), inherited, retired };
}
