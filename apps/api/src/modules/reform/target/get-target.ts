import type { TargetViewData } from '@yitang/contract';
import {
  evaluateTarget,
  findShortestWays,
  otherReadings,
  readOtherwise,
  stepsAgainst,
  applySteps,
  declaredSaving,
  writeScenarioStep,
  type TargetDefinition,
  type WayStep,
} from '@yitang/domain/target';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findFiled, presentFiled, type Filed } from '../filing/find-filed.ts';
import { todayOf, type DayFacts } from './day-facts.ts';
import { beginEvaluation, evaluateRow } from './evaluate-targets.ts';
import { requireVersions } from './load-targets.ts';
import { presentOutcome } from './outcome.presenter.ts';
import { TargetRecord, type TargetVersion } from './target.entity.ts';

/** @throws `record.not-found` */
export async function getTarget(
  call: Call,
  key: string,
  { asOf }: { readonly asOf?: CivilDate | undefined },
): Promise<TargetViewData> {
  const versions = await requireVersions(call.em, key);
  const [{ version, definition, isRetired }] = versions;
  const today = todayOf(call);
  const day = asOf ?? today;
  const evaluation = await beginEvaluation(call, { on: [day, definition.localOn] });
  const facts = evaluation.factsOf(day);
  const filings = await findFiled(call.em, { until: day });
  return {
    ...evaluateRow(evaluation, { key, version, definition, isRetired }, day),
    today,
    variants: variantsOf(definition, facts, today),
    ways: waysOf(definition, facts),
    versions: versions.map(presentVersion),
    records: definition.measure.kind === 'records' ? await loadRecords(call, filings) : [],
    filings: filings.map(presentFiled),
    isDemo: call.deps.config.mode !== 'production',
  };
}

/** The target read otherwise, one thing at a time. */
function variantsOf(definition: TargetDefinition, facts: DayFacts, today: CivilDate): TargetViewData['variants'] {
  return otherReadings(definition).flatMap((reading) => {
    const other = readOtherwise(definition, reading);
    const outcome = presentOutcome(other, evaluateTarget(other, facts), { on: facts.on, today });
    return readingKeys.flatMap((differs) =>
      reading[differs] === undefined ? [] : [{ differs, value: String(reading[differs]), outcome }],
    );
  });
}
const readingKeys = ['trips', 'audience', 'depth', 'scope', 'special'] as const;

/** null: nothing is missing, or nothing can be computed. */
function waysOf(definition: TargetDefinition, facts: DayFacts): TargetViewData['ways'] {
  const { measure } = definition;
  const result = evaluateTarget(definition, facts);
  if (measure.kind === 'records' || result.state !== 'missed') return null;
  const volumeOf = ({ code }: { readonly code: string }): number => facts.volumes?.volumes.get(code) ?? 0;
  const checks = measure.numerators.flatMap(({ requires }) => requires);
  const ways = findShortestWays(result, measure.threshold, {
    volumeOf,
    savesOf: (matter, faults) =>
      declaredSaving(matter, applySteps(matter, stepsAgainst(faults, checks)), volumeOf(matter)).trips,
  });
  const present = ({ matter, faults, saves }: WayStep) => ({
    code: matter.code,
    name: matter.name,
    faults: [...faults],
    volume: volumeOf(matter),
    saves,
    steps: stepsAgainst(faults, checks).map((step) => writeScenarioStep(matter.code, step)),
  });
  return { size: ways.size, easiest: ways.easiest.map(present), mostSaving: ways.mostSaving.map(present) };
}

const presentVersion = ({ version, definition, isRetired, reason, recordedAt, recordedBy }: TargetVersion) => ({
  version,
  title: definition.title,
  localOn: definition.localOn,
  isRetired,
  reason,
  recordedAt: recordedAt.toISOString(),
  recordedBy,
});

async function loadRecords({ em }: Call, filings: readonly Filed[]): Promise<TargetViewData['records']> {
  const rows = await em.find(
    TargetRecord,
    { withdrawnAt: null },
    { orderBy: { madeOn: 'asc', id: 'asc' }, disableIdentityMap: true },
  );
  const filed = filings.filter(({ status }) => status === 'filed');
  return rows.map(({ id, kind, madeOn, title, receipt, recordedBy }) => ({
    id,
    kind,
    madeOn,
    title,
    receipt,
    recordedBy,
    filingId: filed.find(({ answer }) => answer?.number === receipt)?.id ?? null,
  }));
}
