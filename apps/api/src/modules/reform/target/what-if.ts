import type { WhatIfData } from '@yitang/contract';
import {
  applySteps,
  evaluateTarget,
  writeScenarioStep,
  type ScenarioStep,
  type TargetMatter,
} from '@yitang/domain/target';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import type { DayFacts } from './day-facts.ts';
import { estimateSaving, tripsMade, type TripsMade } from './estimate-saving.ts';
import { loadTargets } from './load-targets.ts';
import { presentOutcome } from './outcome.presenter.ts';
import { tryScenario, type ScenarioQuery } from './try-scenario.ts';

interface WhatIfQuery extends ScenarioQuery {
  readonly q: string;
}

/** Every target of today beside what it would be; nothing is kept, the address says it all. */
export async function getWhatIf(call: Call, query: WhatIfQuery): Promise<WhatIfData> {
  const { source, now, then, known, steps, ignored } = await tryScenario(call, query);
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
