import type { MaterialRequirement, MatterContent } from '../catalog/index.ts';
import { postsOfRoute, type PostStanding } from '../consistency/index.ts';
import type { BatchFigure, DraftOperation } from '../vocabulary/index.ts';

/** Cases that are not finished and keep one version, at one stage of it. */
export interface RunningCases {
  readonly version: number;
  readonly cases: number;
  /** Codes of the posts that these cases still have to pass. */
  readonly posts: readonly string[];
}

export interface ImpactFacts {
  readonly running: readonly RunningCases[];
  readonly posts: ReadonlyMap<string, PostStanding>;
}

/** What was and what will be. */
export interface Turn<T> {
  readonly before: T;
  readonly after: T;
}

export interface Impact {
  readonly runningCases: number;
  /** Versions that running cases keep. */
  readonly keptVersions: readonly number[];
  readonly materialsAdded: readonly string[];
  readonly materialsRemoved: readonly string[];
  /** What the applicant uploads or brings from now on, though the material is not new, and the other way round. */
  readonly materialsAskedNow: readonly string[];
  readonly materialsAskedNoMore: readonly string[];
  readonly visits: Turn<number | null> | null;
  readonly promisedDays: Turn<number | null> | null;
  /** Targets of the reform that the matter begins or ceases to meet. */
  readonly targets: Readonly<Partial<Record<Target, Turn<boolean>>>>;
  /** Posts at which running cases wait, or will, and that nobody holds. */
  readonly stranded: readonly PostNeed[];
  /** Posts that the new route does without, while running cases need them until they are finished. */
  readonly stillNeeded: readonly PostNeed[];
}

export const targets = ['one-trip', 'online', 'fully-online', 'mobile'] as const;
export type Target = (typeof targets)[number];

export interface PostNeed {
  readonly post: string;
  readonly cases: number;
}

/**
 * What changes for whom when a draft is published. Running cases keep their version, with its form, route and limits: only
 * a post that nobody holds can strand them.
 * @param before null: a new matter. @param after null: it is retired
 */
export function assessImpact(
  before: MatterContent | null,
  after: MatterContent | null,
  { running, posts }: ImpactFacts,
): Impact {
  const needs = postNeeds(running);
  const kept = new Set(postsOfRoute(after?.route ?? null).keys());
  return {
    runningCases: running.reduce((sum, { cases }) => sum + cases, 0),
    keptVersions: [...new Set(running.map(({ version }) => version))].sort((a, b) => a - b),
    ...materialTurns(before?.guide.materials ?? [], after?.guide.materials ?? []),
    visits: turn(before?.guide.visitsOnSite ?? null, after?.guide.visitsOnSite ?? null),
    promisedDays: turn(before?.guide.promisedDays ?? null, after?.guide.promisedDays ?? null),
    targets: targetTurns(before, after),
    stranded: needs.filter(({ post }) => (posts.get(post)?.held ?? 0) === 0),
    stillNeeded: needs.filter(({ post }) => !kept.has(post) && (posts.get(post)?.held ?? 0) > 0),
  };
}

/** The impact of one draft as numbers. Trips are those of one application; of a new or a retired matter none are compared. */
export function countsOf(impact: Impact): Readonly<Record<BatchFigure, number>> {
  const { visits } = impact;
  const trips = visits === null || visits.before === null || visits.after === null ? 0 : visits.after - visits.before;
  const turned = Object.values(impact.targets);
  return {
    running: impact.runningCases,
    stranded: Math.max(0, ...impact.stranded.map(({ cases }) => cases)),
    'materials-more': impact.materialsAdded.length + impact.materialsAskedNow.length,
    'materials-fewer': impact.materialsRemoved.length + impact.materialsAskedNoMore.length,
    'trips-more': Math.max(0, trips),
    'trips-fewer': Math.max(0, -trips),
    'targets-met': turned.filter(({ after }) => after).length,
    'targets-lost': turned.filter(({ after }) => !after).length,
  };
}

/** Running cases that a draft would leave without an end. */
interface StrandedCases {
  readonly cases: number;
  /** That these cases keep. */
  readonly versions: readonly number[];
  /** Codes of posts that they still have to pass and that nobody holds. */
  readonly vacant: readonly string[];
}

/** Cases that wait, or will, for a post that nobody holds, and all of a matter that is retired under them; null: none. */
export function strandedCases(operation: DraftOperation, { running, posts }: ImpactFacts): StrandedCases | null {
  const isVacant = (post: string): boolean => (posts.get(post)?.held ?? 0) === 0;
  const stranded = running.filter((one) => operation === 'retire' || one.posts.some(isVacant));
  if (stranded.length === 0) return null;
  return {
    cases: stranded.reduce((sum, { cases }) => sum + cases, 0),
    versions: [...new Set(stranded.map(({ version }) => version))].sort((a, b) => a - b),
    vacant: [...new Set(stranded.flatMap((one) => one.posts.filter(isVacant)))],
  };
}

function postNeeds(running: readonly RunningCases[]): readonly PostNeed[] {
  const needs = new Map<string, number>();
  for (const { posts, cases } of running) {
    for (const post of new Set(posts)) needs.set(post, (needs.get(post) ?? 0) + cases);
  }
  return [...needs].map(([post, cases]) => ({ post, cases }));
}

function turn<T>(before: T, after: T): Turn<T> | null {
  return before === after ? null : { before, after };
}

type MaterialTurns = Pick<Impact, 'materialsAdded' | 'materialsRemoved' | 'materialsAskedNow' | 'materialsAskedNoMore'>;

function materialTurns(before: readonly MaterialRequirement[], after: readonly MaterialRequirement[]): MaterialTurns {
  const [olds, news] = [new Map(before.map((one) => [one.key, one])), new Map(after.map((one) => [one.key, one]))];
  const names = (materials: readonly MaterialRequirement[]): readonly string[] => materials.map(({ name }) => name.zh);
  const isAsked = (material: MaterialRequirement | undefined): boolean => material?.sourceMode === 'applicant';
  return {
    materialsAdded: names(after.filter(({ key }) => !olds.has(key))),
    materialsRemoved: names(before.filter(({ key }) => !news.has(key))),
    materialsAskedNow: names(after.filter((one) => olds.has(one.key) && isAsked(one) && !isAsked(olds.get(one.key)))),
    materialsAskedNoMore: names(
      after.filter((one) => olds.has(one.key) && !isAsked(one) && isAsked(olds.get(one.key))),
    ),
  };
}

const isMet: Readonly<Record<Target, (content: MatterContent) => boolean>> = {
  'one-trip': ({ guide }) => guide.visitsOnSite !== null && guide.visitsOnSite <= 1,
  online: ({ guide }) => guide.isOnline,
  'fully-online': ({ guide }) => guide.isOnline && guide.onlineDepth === 4 && guide.visitsOnSite === 0,
  mobile: ({ guide }) => guide.isMobile === true,
};

function targetTurns(before: MatterContent | null, after: MatterContent | null): Impact['targets'] {
  return Object.fromEntries(
    targets.flatMap((target) => {
      const is = (content: MatterContent | null): boolean => content !== null && isMet[target](content);
      const change = turn(is(before), is(after));
      return change === null ? [] : [[target, change]];
    }),
  );
}
