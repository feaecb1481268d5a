import { scoreParts, type ScorePart } from '../vocabulary/index.ts';
import { refuseProgramme, type ProgrammeRefused } from './stage.ts';

/** Weights of the parts, whole numbers that make 100: the formula is data, and a score keeps the version it was made by. */
export type ScoreWeights = Readonly<Record<ScorePart, number>>;

export function decideWeights(weights: ScoreWeights): { readonly ok: true } | ProgrammeRefused {
  const all = scoreParts.map((part) => weights[part]);
  const areShares = all.every((weight) => Number.isInteger(weight) && weight >= 0 && weight <= 100);
  const isWhole = areShares && all.reduce((sum, weight) => sum + weight, 0) === 100;
  return isWhole ? { ok: true } : refuseProgramme([{ code: 'score.weights' }]);
}

/** `good` of `all`; with nothing to judge by, `all` 0, the part is not computable. */
export interface PartCount {
  readonly good: number;
  readonly all: number;
}

export interface ScoredPart extends PartCount {
  readonly part: ScorePart;
  readonly weight: number;
  /** Per ten thousand, rounded down; null: not computable, and left out. */
  readonly share: number | null;
}

export interface DepartmentScore {
  /** Points of a hundred times a hundred (8750: 87.50), rounded down; null where no part could be computed. */
  readonly total: number | null;
  /** Of the hundred points of weight, how many could be judged. */
  readonly judgedWeight: number;
  readonly parts: readonly ScoredPart[];
}

/**
 * The yearly score of a department: the mean of the shares of its computable parts by their weights. A part that is not
 * computable is left out, of the sum and of the weights, and said; it is neither 0 nor 100.
 */
export function scoreDepartment(
  counts: Readonly<Record<ScorePart, PartCount | null>>,
  weights: ScoreWeights,
): DepartmentScore {
  const parts = scoreParts.map((part): ScoredPart => {
    const { good, all } = counts[part] ?? { good: 0, all: 0 };
    const share = all > 0 ? Math.floor((good * 10_000) / all) : null;
    return { part, weight: weights[part], good, all, share };
  });
  const judged = parts.filter(({ share, weight }) => share !== null && weight > 0);
  const judgedWeight = judged.reduce((sum, { weight }) => sum + weight, 0);
  const points = judged.reduce((sum, { share, weight }) => sum + (share ?? 0) * weight, 0);
  return { total: judgedWeight === 0 ? null : Math.floor(points / judgedWeight), judgedWeight, parts };
}
