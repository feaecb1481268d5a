import type { WhatIfData } from '@yitang/contract';
import { applySteps, readScenarioStep, type ScenarioStep, type TargetMatter } from '@yitang/domain/target';
import type { Call } from '../../../platform/endpoint/index.ts';
import { factsOn, loadTargetSource, todayOf, type DayFacts, type TargetSource } from './day-facts.ts';

/** What an address of the what-if says. */
export interface ScenarioQuery {
  readonly do: readonly string[];
  /** Matters that are in it without a change yet. */
  readonly matter: readonly string[];
}

type Ignored = WhatIfData['ignored'];

interface Wanted {
  readonly steps: ReadonlyMap<string, readonly ScenarioStep[]>;
  readonly ignored: Ignored;
}

/** Today as it is and as it would be. */
interface TriedScenario extends Wanted {
  readonly source: TargetSource;
  readonly now: DayFacts;
  readonly then: DayFacts;
  /** Matters of today, by code. */
  readonly known: ReadonlyMap<string, TargetMatter>;
}

/** The matters of today with some of them changed; nothing is kept. */
export async function tryScenario(call: Call, query: ScenarioQuery): Promise<TriedScenario> {
  const source = await loadTargetSource(call, { on: [todayOf(call)] });
  const now = factsOn(call, source, source.today);
  const known = new Map((now.matters ?? []).map((matter) => [matter.code, matter]));
  const { steps, ignored } = readSteps(query, known);
  const changed = (now.matters ?? []).map((matter) => applySteps(matter, steps.get(matter.code) ?? []));
  return { source, now, then: { ...now, matters: now.matters === null ? null : changed }, known, steps, ignored };
}

function readSteps({ do: texts, matter }: ScenarioQuery, known: ReadonlyMap<string, TargetMatter>): Wanted {
  const steps = new Map<string, ScenarioStep[]>();
  const ignored: Ignored = [];
  for (const code of matter) {
    if (known.has(code)) steps.set(code, []);
    else ignored.push({ text: code, message: `没有编码为 ${code} 的在用事项，未计入。` });
  }
  for (const text of texts) {
    const read = readScenarioStep(text);
    if (read === undefined) ignored.push({ text, message: `看不懂“${text}”，未计入。到现场次数请填 0 到 9 的整数。` });
    else if (known.has(read.code)) steps.set(read.code, [...(steps.get(read.code) ?? []), read.step]);
    else ignored.push({ text, message: `没有编码为 ${read.code} 的在用事项，未计入。` });
  }
  return { steps, ignored };
}
