import type { MatterVolume } from './high-frequency.ts';

export interface InheritedVolumes {
  /** One row for each matter that is published now, in the given order. */
  readonly volumes: readonly MatterVolume[];
  /** Retired matters that no published one succeeds, with their cases: these leave the total and are shown. */
  readonly retired: readonly MatterVolume[];
}

/**
 * A matter that was merged or renamed leaves its cases to its successor.
 * @param succeededBy code of a retired matter → code of the one that supersedes it, also in several steps
 */
export function inheritVolumes(
  published: readonly string[],
  counted: readonly MatterVolume[],
  succeededBy: ReadonlyMap<string, string>,
): InheritedVolumes {
  const volumes = new Map(published.map((code) => [code, 0]));
  const retired: MatterVolume[] = [];
  for (const { code, volume } of counted) {
    const heir = heirOf(code, volumes, succeededBy);
    if (heir === undefined) retired.push({ code, volume });
    else volumes.set(heir, (volumes.get(heir) ?? 0) + volume);
  }
  return { volumes: [...volumes].map(([code, volume]) => ({ code, volume })), retired };
}

function heirOf(
  code: string,
  published: ReadonlyMap<string, number>,
  succeededBy: ReadonlyMap<string, string>,
): string | undefined {
  const seen = new Set<string>();
  for (let heir: string | undefined = code; heir !== undefined && !seen.has(heir); heir = succeededBy.get(heir)) {
    if (published.has(heir)) return heir;
    seen.add(heir);
  }
  return undefined;
}
