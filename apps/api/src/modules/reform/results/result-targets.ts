import type { ReformResultsData } from '@yitang/contract';
import { evaluateTarget, type TargetMatter, type TargetResult } from '@yitang/domain/target';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { DayFacts } from '../target/day-facts.ts';
import { writable } from '../target/evaluate-targets.ts';
import type { Target } from '../target/load-targets.ts';
import { presentOutcome } from '../target/outcome.presenter.ts';
import type { Counted } from './figure-lists.ts';

/** The targets of the programme on the day, with members, others and exclusions behind each number; no forecast. */
export function resultTargets(
  targets: readonly Target[],
  facts: DayFacts,
  today: CivilDate,
): Counted<ReformResultsData['targets']> {
  const evaluated = targets
    .filter(({ isRetired }) => !isRetired)
    .map(({ key, definition }) => ({ key, definition, result: evaluateTarget(definition, facts) }));
  return {
    value: evaluated.map(({ key, definition, result }) => {
      const { note: _inner, ...published } = writable(definition);
      return { key, definition: published, outcome: presentOutcome(definition, result, { on: facts.on, today }) };
    }),
    lists: new Map(evaluated.flatMap(({ key, result }) => listsOf(key, result))),
    others: [],
  };
}

const codesOf = (matters: readonly TargetMatter[]): string[] => matters.map(({ code }) => code);

function listsOf(key: string, { numerators, excluded }: TargetResult): (readonly [string, string[]])[] {
  return [
    ...numerators.flatMap(({ key: share, members, nonMembers }) => [
      [`target.${key}.${share}.members`, codesOf(members)] as const,
      [`target.${key}.${share}.others`, codesOf(nonMembers.map(({ matter }) => matter))] as const,
    ]),
    [`target.${key}.excluded`, codesOf(excluded)],
  ];
}
