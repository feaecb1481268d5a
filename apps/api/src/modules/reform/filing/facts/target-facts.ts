import type { FiledSet, FiledTarget } from '@yitang/domain/filing';
import { evaluateTarget, type TargetResult } from '@yitang/domain/target';
import type { Call } from '../../../../platform/endpoint/index.ts';
import { factsOn, loadTargetSource, type DayFacts, type TargetSource } from '../../target/day-facts.ts';
import { loadTargets, type Target } from '../../target/load-targets.ts';
import {
  audienceWords,
  checkWords,
  faultWords,
  percentOfFraction,
  reasonWords,
  recordWords,
  scopeWords,
} from '../../target/target-words.ts';

export interface TargetDay {
  readonly source: TargetSource;
  readonly facts: DayFacts;
}

/** What targets are held against on a day; 高频事项 are those of the package where it has a frozen set. */
export async function targetDay(call: Call, asOf: string, set: FiledSet): Promise<TargetDay> {
  const source = await loadTargetSource(call, { on: [asOf] });
  const facts = factsOn(call, source, asOf);
  if (set.number === null) return { source, facts };
  const frozen = new Set(set.rows.filter(({ isHighFrequency }) => isHighFrequency).map(({ code }) => code));
  return { source, facts: { ...facts, frozen } };
}

/** The targets of the programme as they stood on a day, with who misses them and why. */
export async function targetFacts(call: Call, { facts }: TargetDay): Promise<FiledTarget[]> {
  const targets = await loadTargets(call.em);
  return targets.filter(({ isRetired }) => !isRetired).map((target) => filedTarget(target, facts));
}

function filedTarget({ key, definition }: Target, facts: DayFacts): FiledTarget {
  const { title, demand, source, policyOn, localOn, measure, audience } = definition;
  const result = evaluateTarget(definition, facts);
  const isShare = measure.kind === 'share';
  return {
    ...{ id: key, title, policyDate: policyOn, localDate: localOn, state: result.state },
    demand: `${demand}（${source}）`,
    threshold: isShare ? percentOfFraction(measure.threshold) : '',
    why: result.reason === null ? null : reasonWords[result.reason],
    base: isShare ? `${scopeWords[measure.scope]}${audienceWords[audience]}` : '备案材料',
    denominator: result.base.length,
    numerators: result.numerators.map(({ key: of, members }) => ({
      label: labelOf(definition, of),
      count: members.length,
    })),
    records: result.records.map(({ kind, isThere }) => ({ label: recordWords[kind], isThere })),
    excluded: result.excluded.length,
    missed: missedOf(result),
  };
}

function labelOf({ measure }: Target['definition'], key: string): string {
  const found = measure.kind === 'share' ? measure.numerators.find((each) => each.key === key) : undefined;
  return found?.requires.map((check) => checkWords[check]).join('且') ?? key;
}

/** Each matter once, with every reason of every share. */
function missedOf({ numerators }: TargetResult): FiledTarget['missed'] {
  const reasons = new Map<string, { readonly name: string; readonly why: Set<string> }>();
  for (const { matter, faults } of numerators.flatMap(({ nonMembers }) => nonMembers)) {
    const known = reasons.get(matter.code) ?? { name: matter.name, why: new Set() };
    for (const fault of faults) known.why.add(faultWords[fault]);
    reasons.set(matter.code, known);
  }
  return [...reasons].map(([code, { name, why }]) => ({ code, name, why: [...why].join('；') }));
}
