import type { TargetBoardData, TargetOutcomeData, TargetRowData } from '@yitang/contract';
import {
  contradictsTrips,
  evaluateTarget,
  isReviewOverdue,
  isUnapproved,
  sideFigures,
  usualReading,
  type FigureBase,
  type TargetDefinition,
} from '@yitang/domain/target';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { findFiled, presentFiled } from '../filing/find-filed.ts';
import type { Asking } from '../asking.ts';
import { factsOn, loadTargetSource, todayOf, type DayFacts, type SourceQuery, type TargetSource } from './day-facts.ts';
import { loadOutlook, type Outlook } from './forecast.ts';
import { loadTargets, type Target } from './load-targets.ts';
import { presentOutcome } from './outcome.presenter.ts';

/** What targets are evaluated with; each day is asked for once. */
export interface Evaluation {
  readonly source: TargetSource;
  readonly now: DayFacts;
  readonly outlook: Outlook;
  readonly factsOf: (day: CivilDate) => DayFacts;
}

/** Of today, of the days that are named, and of every day to come. */
export async function beginEvaluation(call: Asking, { on, ...asked }: SourceQuery): Promise<Evaluation> {
  const today = todayOf(call);
  const source = await loadTargetSource(call, { ...asked, on: [today, ...on.filter((day) => day <= today)] });
  const now = factsOn(call, source, today);
  const outlook = await loadOutlook(call, source, now);
  const known = new Map<CivilDate, DayFacts>([[today, now]]);
  const factsOf = (day: CivilDate): DayFacts => {
    const facts = known.get(day) ?? (day > today ? outlook.on(day).facts : factsOn(call, source, day));
    known.set(day, facts);
    return facts;
  };
  return { source, now, outlook, factsOf };
}

interface BoardQuery extends Omit<SourceQuery, 'on'> {
  readonly asOf?: CivilDate | undefined;
}

/** All targets and what they are evaluated with on a day. */
export interface Board {
  readonly evaluation: Evaluation;
  readonly targets: readonly Target[];
  readonly day: CivilDate;
}

export async function loadBoard(call: Asking, { asOf, ...asked }: BoardQuery = {}): Promise<Board> {
  const targets = await loadTargets(call.em, asked.recordedUntil);
  const day = asOf ?? todayOf(call);
  const on = [day, ...targets.map(({ definition }) => definition.localOn)];
  return { evaluation: await beginEvaluation(call, { ...asked, on }), targets, day };
}

/** Each target on the day, on the day of the programme, and with what is planned without a day. */
export const evaluateBoard = ({ evaluation, targets, day }: Board): TargetRowData[] =>
  targets.map((target) => evaluateRow(evaluation, target, day));

/**
 * Every target of the programme as plain data on a day: of an earlier day with the catalog, the approvals and the volumes of
 * that day; of a day to come a forecast from what is planned.
 */
export async function evaluateTargets(
  call: Asking,
  query: { readonly asOf?: CivilDate | undefined } = {},
): Promise<TargetBoardData> {
  const board = await loadBoard(call, query);
  const { evaluation, day } = board;
  const { source, outlook } = evaluation;
  const facts = evaluation.factsOf(day);
  const { volumes } = facts;
  const matters = facts.matters ?? [];
  return {
    asOf: day,
    today: source.today,
    firstDay: source.days.firstDay ?? null,
    matters: matters.length,
    period: volumes && { first: volumes.firstMonth, last: volumes.lastMonth, total: volumes.total },
    targets: evaluateBoard(board),
    side: sideFigures(figureBaseOf(facts)).map((one) => ({ ...one })),
    warnings: warningsOf(facts, source),
    planned: plannedBatches(outlook),
    filings: (await findFiled(call.em, { until: day })).map(presentFiled),
    countedAt: call.now.toISOString(),
    isDemo: call.deps.config.mode !== 'production',
  };
}

/** What the figures beside the targets are made of on a day. */
export const figureBaseOf = ({ matters, volumes, excluded }: DayFacts): FigureBase => ({
  matters: matters ?? [],
  reading: usualReading,
  excluded,
  volumeOf: ({ code }) => volumes?.volumes.get(code) ?? 0,
});

/** One target on the day, on the day of the programme, and with what is planned without a day. */
export function evaluateRow(
  { source, outlook, factsOf }: Evaluation,
  { key, version, definition, isRetired }: Target,
  day: CivilDate,
): TargetRowData {
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
    outcome: outcomeOf(factsOf(day)),
    onLocalDay: outcomeOf(factsOf(localOn)),
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
    unapproved: all.filter((matter) => isUnapproved(matter, excluded)).length,
    overdue: exclusions.filter((one) => isReviewOverdue(one, on)).length,
  };
}

function plannedBatches({ planned }: Outlook): TargetBoardData['planned'] {
  const batches = Map.groupBy(planned, ({ batch }) => batch.id);
  return [...batches].map(([id, changes]) => {
    const [first] = changes;
    return { id, title: first?.batch.title ?? '', on: first?.on ?? null, changes: changes.length };
  });
}
