import type { PackageGapCode } from '../vocabulary/index.ts';
import type { FilingSnapshot } from './snapshot.ts';

/** One thing that is missing, with what it concerns. */
export interface PackageGap {
  readonly code: PackageGapCode;
  /** It stands against filing; otherwise it is worth a look. */
  readonly isBlocking: boolean;
  /** How many matters, targets, departments or months; 1 where there is one only. */
  readonly count: number;
  /** Names of the first of them. */
  readonly examples: readonly string[];
}

const warnings: ReadonlySet<PackageGapCode> = new Set([
  'exclusion.review-overdue',
  'volume.months-missing',
  'matter.visits-unknown',
  'matter.no-phone',
]);
const examplesAtMost = 5;

/**
 * All that is missing in a package before it can be filed, at once. The papers that 浙教人〔2018〕105号 names (工作专班成立文件、
 * 校务服务事项目录、高频事项目录) are demanded; a target that can't be computed is not reached and not 100 %, and a special
 * requirement without an approval is none.
 */
export function findPackageGaps(snapshot: FilingSnapshot): PackageGap[] {
  return [
    ...decreeGaps(snapshot),
    ...one('catalog.empty', snapshot.matters.length === 0),
    ...setGaps(snapshot),
    ...one('targets.none', snapshot.targets.length === 0),
    ...many(
      'target.not-computable',
      snapshot.targets.filter(({ state }) => state === 'not-computable').map(({ title }) => title),
    ),
    ...many(
      'volume.conflict',
      snapshot.coverage.conflicts.map(({ name }) => name),
    ),
    ...exclusionGaps(snapshot),
    ...many(
      'volume.months-missing',
      snapshot.coverage.departments
        .filter(({ cases, partial }) => partial.length > 0 || cases.includes(null))
        .map(({ name }) => name),
    ),
    ...matterGaps(snapshot),
  ];
}

export const countBlocking = (gaps: readonly PackageGap[]): number =>
  gaps.filter(({ isBlocking }) => isBlocking).length;

function decreeGaps({ decree }: FilingSnapshot): PackageGap[] {
  if (decree === null) return one('decree.missing', true);
  return one('decree.no-file', decree.file === null);
}

function setGaps({ set }: FilingSnapshot): PackageGap[] {
  if (set === null) return one('set.missing', true);
  return [...one('set.not-frozen', set.number === null), ...one('set.not-computable', !set.isComputable)];
}

function exclusionGaps({ exclusions, asOf }: FilingSnapshot): PackageGap[] {
  const bare = exclusions.filter(({ isApproved }) => !isApproved);
  const overdue = exclusions.filter(({ isApproved, reviewOn }) => isApproved && reviewOn !== null && reviewOn < asOf);
  return [...many('exclusion.not-approved', namesOf(bare)), ...many('exclusion.review-overdue', namesOf(overdue))];
}

function matterGaps({ matters }: FilingSnapshot): PackageGap[] {
  const vague = matters.filter(({ visitsOnSite }) => visitsOnSite === null);
  const silent = matters.filter(({ phone }) => phone === null);
  return [...many('matter.visits-unknown', namesOf(vague)), ...many('matter.no-phone', namesOf(silent))];
}

const namesOf = (rows: readonly { readonly name: string }[]): string[] => rows.map(({ name }) => name);

const one = (code: PackageGapCode, isMissing: boolean): PackageGap[] => (isMissing ? [gapOf(code, [''])] : []);

const many = (code: PackageGapCode, names: readonly string[]): PackageGap[] =>
  names.length === 0 ? [] : [gapOf(code, names)];

function gapOf(code: PackageGapCode, names: readonly string[]): PackageGap {
  const examples = names.filter((name) => name !== '').slice(0, examplesAtMost);
  return { code, isBlocking: !warnings.has(code), count: names.length, examples };
}
