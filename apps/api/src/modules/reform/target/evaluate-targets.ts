import type { TargetBoardData, TargetOutcomeData, TargetRowData } from '@yitang/contract';
import {
  contradictsTrips,
  evaluateTarget,
  isReviewOverdue,
  sideFigures,
  type FigureBase,
  type TargetDefinition,
} from '@yitang/domain/target';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { findFiled, presentFiled } from '../filing/find-filed.ts';
import type { Asking } from '../asking.ts';
import { factsOn, loadTargetSource, type DayFacts, type TargetSource } from './day-facts.ts';
import { loadOutlook, type Outlook } from './forecast.ts';
import { loadTargets, type Target } from './load-targets.ts';
import { presentOutcome } from './outcome.presenter.ts';

/** How the side figures read matters: as the document's own targets do by default. */
const usual = { audience: 'all', trips: '2019', depth: 2 } as const;

/** What targets are evaluated with; each day is asked for once. */
export interface Evaluation {
  readonly source: TargetSource;
  readonly now: DayFacts;
  readonly outlook: Outlook;
  readonly factsOf: (day: CivilDate) => Promise<DayFacts>;
}

export async function beginEvaluation(call: Asking, recordedUntil?: Date): Promise<Evaluation> {
  const source = await loadTargetSource(call, recordedUntil);
  const { today } = source;
  const now = await factsOn(call, source, today);
  const outlook = await loadOutlook(call, source, now);
  const known = new Map<CivilDate, Promise<DayFacts>>([[today, Promise.resolve(now)]]);
  const factsOf = (day: CivilDate): Promise<DayFacts> => {
    const facts = known.get(day) ?? (day > today ? Promise.resolve(outlook.on(day).facts) : factsOn(call, source, day));
    known.set(day, facts);
    return facts;
  };
  return { source, now, outlook, factsOf };
}

/**
 * Every target of the programme as plain data on a day: of an earlier day with the catalog, the approvals and the volumes of
 * that day; of a day to come a forecast from what is planned.
 */
export async function evaluateTargets(
  call: Asking,
  { asOf, recordedUntil }: { readonly asOf?: CivilDate | undefined; readonly recordedUntil?: Date | undefined } = {},
): Promise<TargetBoardData> {
  const evaluation = await beginEvaluation(call, recordedUntil);
  const { source, outlook } = evaluation;
  const day = asOf ?? source.today;
  const facts = await evaluation.factsOf(day);
  const targets: TargetRowData[] = [];
  for (const target of await loadTargets(call.em, recordedUntil))
    targets.push(await evaluateRow(evaluation, target, day));
  const { volumes } = facts;
  const matters = facts.matters ?? [];
  return {
    asOf: day,
    today: source.today,
    firstDay: source.days.firstDay ?? null,
    matters: matters.length,
    period: volumes && { first: volumes.firstMonth, last: volumes.lastMonth, total: volumes.total },
    targets,
    side: sideFigures(figureBaseOf(facts)).map((one) => ({ ...one })),
    warnings: warningsOf(facts, source),
    planned: plannedBatches(outlook),
    filings: (await findFiled(call.em, { until: day })).map(presentFiled),
    countedAt: call.now.toISOString(),
    isDemo: call.deps.config.mode !== 'production',
  };
}

/** What the figures beside the targets are made of on a day. */
export const figureBaseOf = ({ matters, volumes }: DayFacts): FigureBase => ({
  matters: matters ?? [],
  reading: usual,
  volumeOf: ({ code }) => volumes?.volumes.get(code) ?? 0,
});

/** One target on the day, on the day of the programme, and with what is planned without a day. */
export async function evaluateRow(
  { source, outlook, factsOf }: Evaluation,
  { key, version, definition, isRetired }: Target,
  day: CivilDate,
): Promise<TargetRowData> {
  const { today } = source;
  const outcomeOf = (facts: DayFacts): TargetOutcomeData =>
    presentOutcome(definition, evaluateTarget(definition, facts), { on: facts.on, today });
  const { localOn } = definition;
  const isAhead = localOn > today && outlook.planned.some(({ on }) => on === null);
  return {
    key,
    version,
    isRetired,
    definition: writable(definition),
    outcome: outcomeOf(await factsOf(day)),
    onLocalDay: outcomeOf(await factsOf(localOn)),
    withUndated: isAhead ? outcomeOf(outlook.withUndated(localOn).facts) : null,
  };
}

/** A copy whose lists may be written to, as answers are typed. */
export function writable(definition: TargetDefinition): TargetRowData['definition'] {
  return structuredClone(definition) as TargetRowData['definition'];
}

function warningsOf({ matters, excluded, on }: DayFacts, { exclusions }: TargetSource): TargetBoardData['warnings'] {
  const all = matters ?? [];
  return {
    unknownVisits: all.filter(({ visits }) => visits === null).length,
    contradictions: all.filter(contradictsTrips).length,
    unapproved: all.filter(({ claimsExclusion, code }) => claimsExclusion && !excluded.has(code)).length,
    overdue: exclusions.filter((one) => isReviewOverdue(one, on)).length,
  };
}

function plannedBatches({ planned }: Outlook): TargetBoardData['planned'] {
  const batches = Map.groupBy(planned, ({ batch }) => batch.id);
  return [...batches.values()].map((changes) => {
    const [first] = changes;
    return { title: first?.batch.title ?? '', on: first?.on ?? null, changes: changes.length };
  });
}
