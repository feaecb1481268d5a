import type { FieldPath, FieldValues } from './control.ts';

/** Whether two values say the same: the server trims texts, and an absent part says the same as an undefined one. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one === 'string' && typeof other === 'string') return one.trim() === other.trim();
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSame(item, other[index]))
    );
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => isSame(one[key], other[key]));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The fields in which two states of a draft differ. */
export function changedPaths(before: FieldValues, after: FieldValues): FieldPath[] {
  return (Object.keys(after) as FieldPath[]).filter((path) => !isSame(before[path], after[path]));
}

export interface Merge {
  /** What is shown now: mine where I changed something, theirs where only they did. */
  readonly values: FieldValues;
  readonly taken: readonly FieldPath[];
  /** Fields that both have changed, each in another way. */
  readonly collisions: readonly FieldPath[];
}

/** Brings in what others have saved since `base`; nothing that was typed here is lost. */
export function mergeFields(states: {
  readonly base: FieldValues;
  readonly mine: FieldValues;
  readonly theirs: FieldValues;
}): Merge {
  const { base, mine, theirs } = states;
  const changedByMe = new Set(changedPaths(base, mine));
  const changedByThem = changedPaths(base, theirs);
  const taken = changedByThem.filter((path) => !changedByMe.has(path));
  const collisions = changedByThem.filter((path) => changedByMe.has(path) && !isSame(mine[path], theirs[path]));
  const values = { ...mine, ...Object.fromEntries(taken.map((path) => [path, theirs[path]])) };
  return { values, taken, collisions };
}
