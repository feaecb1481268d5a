import { broughtOf, type MaterialMark } from './burden.ts';

/** What became of the materials that an applicant had to bring, and what was added: names, in the order of the guides. */
export interface MaterialChanges {
  readonly kept: readonly string[];
  /** Nobody asks for it any more. */
  readonly dropped: readonly string[];
  /** Looked up in another system of the university. */
  readonly nowShared: readonly string[];
  /** Made by the department that decides. */
  readonly nowOwn: readonly string[];
  readonly added: readonly string[];
}

/**
 * The same material is one with the same name, or else one with the same key: so a list on paper, whose keys say nothing,
 * and a renamed material are both recognised.
 */
export function compareMaterials(before: readonly MaterialMark[], after: readonly MaterialMark[]): MaterialChanges {
  const partners = pair(before, after);
  const brought = broughtOf(before);
  const becomes = (mode: MaterialMark['sourceMode']): string[] =>
    brought.filter((material) => partners.get(material)?.sourceMode === mode).map(({ name }) => name);
  const kept = new Set(broughtOf(after).filter((material) => brought.some((old) => partners.get(old) === material)));
  return {
    kept: becomes('applicant'),
    dropped: brought.filter((material) => !partners.has(material)).map(({ name }) => name),
    nowShared: becomes('shared'),
    nowOwn: becomes('own'),
    added: broughtOf(after)
      .filter((material) => !kept.has(material))
      .map(({ name }) => name),
  };
}

/** Each old material with the new one that it became; no new one has two. */
function pair(before: readonly MaterialMark[], after: readonly MaterialMark[]): Map<MaterialMark, MaterialMark> {
  const partners = new Map<MaterialMark, MaterialMark>();
  const taken = new Set<MaterialMark>();
  const pass = (isSame: (a: MaterialMark, b: MaterialMark) => boolean): void => {
    for (const old of before) {
      if (partners.has(old)) continue;
      const next = after.find((candidate) => !taken.has(candidate) && isSame(old, candidate));
      if (next === undefined) continue;
      partners.set(old, next);
      taken.add(next);
    }
  };
  pass((a, b) => a.key === b.key && plain(a.name) === plain(b.name));
  pass((a, b) => plain(a.name) === plain(b.name));
  pass((a, b) => a.key === b.key);
  return partners;
}

/** 《》“” and spaces are not what a name is told by. */
const plain = (name: string): string => name.normalize('NFKC').replace(/[\s《》〈〉“”"'‘’()（）]/gu, '');
