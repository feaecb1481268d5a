import type { MatterContent } from '../catalog/index.ts';
import type { CivilDate } from '../vocabulary/index.ts';
import { findCircles } from './circles.ts';

/** How many posts have one code (one in each college, or just one), and how many of them somebody holds. */
export interface PostStanding {
  readonly posts: number;
  readonly held: number;
}

/** What the rules look up outside the catalog. */
export interface RuleFacts {
  readonly today: CivilDate;
  readonly departmentIds: ReadonlySet<string>;
  readonly counterCodes: ReadonlySet<string>;
  /** By code; a code that is absent is no post. */
  readonly posts: ReadonlyMap<string, PostStanding>;
  /** Addresses that did not answer when they were last asked, each with what came instead. */
  readonly deadAddresses: ReadonlyMap<string, string>;
  /** Sources of data that have a live entry today, by `sourceKey`. */
  readonly liveSources: ReadonlySet<string>;
}

/** What a matter is to the others. */
export interface Neighbour {
  readonly name: string;
  readonly hasResult: boolean;
  /** A 一件事 of several matters. */
  readonly isJoint: boolean;
}

export interface RuleContext extends RuleFacts {
  /** Every matter of the catalog, by code. */
  readonly matters: ReadonlyMap<string, Neighbour>;
  /** Of a matter that, by way of others, needs its own result: all matters of that circle. */
  readonly circles: ReadonlyMap<string, readonly string[]>;
}

/** The facts together with what the matters are to each other; in time proportional to the catalog. */
export function makeRuleContext(facts: RuleFacts, contents: readonly MatterContent[]): RuleContext {
  const matters = new Map(contents.map(({ summary, guide }) => [summary.code, neighbourOf(summary.name, guide)]));
  const needs = new Map(contents.map((content) => [content.summary.code, neededMatters(content)]));
  return { ...facts, matters, circles: findCircles(needs) };
}

function neighbourOf(name: string, { result, componentCodes = [] }: MatterContent['guide']): Neighbour {
  return { name, hasResult: result !== null && result.kind !== 'none', isJoint: componentCodes.length > 0 };
}

/** Codes of the matters whose results this one asks for. */
export function neededMatters({ guide }: MatterContent): readonly string[] {
  return guide.materials.flatMap(({ issuedByMatter }) => (issuedByMatter === undefined ? [] : [issuedByMatter]));
}
