import type { MatterVolume } from './high-frequency.ts';
import type { JointRule } from './periods.ts';

/**
 * Cases of a 一件事 count once for it, or once for each of its components, never both (handbook: by component unless
 * another rule is chosen). They are counted and reported under the 一件事 alone, so that its components have only those
 * cases that were begun at them.
 * @param componentsOf code of a 一件事 → codes of its components; those without a volume row are not published, and a
 *   一件事 that is left without any keeps its cases
 */
export function byJointRule(
  volumes: readonly MatterVolume[],
  componentsOf: ReadonlyMap<string, readonly string[]>,
  rule: JointRule,
): readonly MatterVolume[] {
  if (rule === 'as-one' || componentsOf.size === 0) return volumes;
  const counted = new Map(volumes.map(({ code, volume }) => [code, volume]));
  for (const { code, volume } of volumes) {
    const components = (componentsOf.get(code) ?? []).filter((one) => counted.has(one));
    if (components.length === 0) continue;
    counted.set(code, (counted.get(code) ?? 0) - volume);
    for (const one of components) counted.set(one, (counted.get(one) ?? 0) + volume);
  }
  return volumes.map(({ code }) => ({ code, volume: counted.get(code) ?? 0 }));
}
