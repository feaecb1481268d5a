import type { WhatIfData } from '@yitang/contract';
import {
  applySteps,
  evaluateTarget,
  readScenarioStep,
  writeScenarioStep,
  type ScenarioStep,
  type TargetMatter,
} from '@yitang/domain/target';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { factsOn, loadTargetSource, todayOf, type DayFacts } from './day-facts.ts';
import { estimateSaving, tripsMade, type TripsMade } from './estimate-saving.ts';
import { loadTargets } from './load-targets.ts';
import { presentOutcome } from './outcome.presenter.ts';

interface WhatIfQuery {
  readonly do: readonly string[];
  readonly matter: readonly string[];
  readonly q: string;
}

type Ignored = WhatIfData['ignored'];

interface Wanted {
  readonly steps: ReadonlyMap<string, readonly ScenarioStep[]>;
  readonly ignored: Ignored;
}

/** Every target of today beside what it would be; nothing is kept, the address says it all. */
export async function getWhatIf(call: Call, query: WhatIfQuery): Promise<WhatIfData> {
  const source = await loadTargetSource(call, { on: [todayOf(call)] });
  const now = factsOn(call, source, source.today);
  const known = new Map((now.matters ?? []).map((matter) => [matter.code, matter]));
  const { steps, ignored } = readSteps(query, known);
  const changed = (now.matters ?? []).map((matter) => applySteps(matter, steps.get(matter.code) ?? []));
  const then: DayFacts = { ...now, matters: now.matters === null ? null : changed };
  const made = await tripsMade(
    call,
    now,
    [...steps.keys()].map((code) => known.get(code) as TargetMatter),
  );
  const rows = [...steps].map(([code, ofMatter]) =>
    presentChange(call, known.get(code) as TargetMatter, { ofMatter, now, made }),
  );
  const targets = (await loadTargets(call.em)).filter(({ isRetired }) => !isRetired);
  const day = { on: source.today, today: source.today };
  return {
    on: source.today,
    targets: targets.flatMap(({ key, definition }) => {
      const { measure, title } = definition;
      if (measure.kind === 'records') return [];
      const outcomeOf = (facts: DayFacts) => presentOutcome(definition, evaluateTarget(definition, facts), day);
      return [{ key, title, threshold: { ...measure.threshold }, before: outcomeOf(now), after: outcomeOf(then) }];
    }),
    matters: rows,
    savedTrips: rows.reduce((sum, { savedTrips }) => sum + (savedTrips ?? 0), 0),
    savedPapers: rows.reduce((sum, { savedPapers }) => sum + savedPapers, 0),
    measuredSavings: rows.filter(({ basis }) => basis === 'measured').length,
    unknownSavings: rows.filter(({ savedTrips }) => savedTrips === null).length,
    ignored,
    found: findMatters(call, query.q, known).filter(({ code }) => !steps.has(code)),
    isDemo: call.deps.config.mode !== 'production',
  };
}

function readSteps({ do: texts, matter }: WhatIfQuery, known: ReadonlyMap<string, TargetMatter>): Wanted {
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

interface Changing {
  readonly ofMatter: readonly ScenarioStep[];
  readonly now: DayFacts;
  readonly made: TripsMade;
}

function presentChange(
  { deps }: Call,
  before: TargetMatter,
  { ofMatter, now, made }: Changing,
): WhatIfData['matters'][number] {
  const { code, name, departmentId } = before;
  const after = applySteps(before, ofMatter);
  const volume = now.volumes?.volumes.get(code) ?? 0;
  const saving = estimateSaving({ before, after, cases: volume }, made.get(before.id));
  const left = new Set(after.materials.map(({ key }) => key));
  return {
    code,
    name,
    department: deps.services.get(catalogKey).current().findDepartment(departmentId)?.name ?? '',
    volume,
    steps: ofMatter.map((step) => writeScenarioStep(code, step)),
    before: standing(before),
    after: standing(after),
    materials: before.materials
      .filter(({ isAsked }) => isAsked)
      .map(({ key, name: material }) => ({ key, name: material, isDropped: !left.has(key) })),
    savedTrips: saving.trips,
    ...{ basis: saving.basis, known: saving.known, tripsKnown: saving.tripsKnown },
    savedPapers: saving.papers,
  };
}

const standing = ({ visits, isOnline, depth, isMobile }: TargetMatter) => ({ visits, isOnline, depth, isMobile });

const mostFound = 20;

/** Matters to try something on, as the search of the hall finds them. */
function findMatters({ deps }: Call, q: string, known: ReadonlyMap<string, TargetMatter>): WhatIfData['found'] {
  const wanted = q.trim().toLowerCase();
  if (wanted === '') return [];
  const snapshot = deps.services.get(catalogKey).current();
  const hits = [...known.values()].filter(
    ({ code, name }) => name.toLowerCase().includes(wanted) || code.toLowerCase().includes(wanted),
  );
  return hits.slice(0, mostFound).map(({ code, name, departmentId, visits }) => ({
    code,
    name,
    department: snapshot.findDepartment(departmentId)?.name ?? '',
    visits,
  }));
}
