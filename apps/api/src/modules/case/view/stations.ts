import type { StationData } from '@yitang/contract';
import { workingMinutesBetween, type Moment, today } from '@yitang/domain/calendar';
import { isOpen } from '@yitang/domain/case';
import { isPause } from '@yitang/domain/clock';
import type { RouteDefinition, Stage } from '@yitang/domain/route';
import { textIn, type CaseStatus, type Locale } from '@yitang/domain/vocabulary';
import type { StagedInterval } from '../held-interval.ts';
import { stationWords, statusWords } from './case-words.ts';

export type Holder = NonNullable<StationData['holder']>;

export interface Progress {
  readonly status: CaseStatus;
  readonly stageIndex: number;
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly hasCertificate: boolean;
  readonly route: RouteDefinition;
  /** Of a matter that no route was written for: the department that did it all. */
  readonly office?: Holder | undefined;
  readonly intervals: readonly StagedInterval[];
  readonly holderOf: (postCode: string) => Holder | null;
  readonly moment: Moment;
  readonly locale: Locale;
}

/**
 * Where a case has been, is and will go: received, each stage of its route, the result. Of a case that ended early the
 * stages that it never reached are left out.
 */
export function presentStations(progress: Progress): StationData[] {
  const { route, stageIndex, status } = progress;
  const isDone = !isOpen(status);
  const isFavourable = status === 'approved' || status === 'delivered';
  const stages = route.stages
    .map((stage, index) => stageStation(progress, stage, index))
    .filter((_, index) => !isDone || isFavourable || index <= stageIndex);
  const only = progress.office === undefined ? instantStation(progress) : officeStation(progress, progress.office);
  const checks = route.stages.length === 0 ? [only] : stages;
  return [submittedStation(progress), ...checks, resultStation(progress)];
}

function submittedStation({ submittedAt, locale }: Progress): StationData {
  return {
    ...empty,
    key: 'submitted',
    name: stationWords.submitted,
    state: 'done',
    startedAt: submittedAt.toISOString(),
    endedAt: submittedAt.toISOString(),
    outcome: textIn(locale, stationWords.received),
  };
}

function instantStation({ submittedAt, locale }: Progress): StationData {
  const at = submittedAt.toISOString();
  const outcome = textIn(locale, stationWords.met);
  return { ...empty, key: 'check', name: stationWords.check, state: 'done', startedAt: at, endedAt: at, outcome };
}

/** Handed in at a window, and handled there as it always was. */
function officeStation(progress: Progress, office: Holder): StationData {
  const { intervals, status, moment, locale } = progress;
  const isCurrent = isOpen(status);
  return {
    ...empty,
    key: 'office',
    name: stationWords.office,
    state: isCurrent ? 'current' : 'done',
    holder: office,
    startedAt: intervals[0]?.startedAt.toISOString() ?? null,
    endedAt: isCurrent ? null : (intervals.at(-1)?.endedAt?.toISOString() ?? null),
    usedMinutes: usedMinutes(intervals, moment),
    outcome: isCurrent ? null : textIn(locale, statusWords[status]),
  };
}

function stageStation(progress: Progress, stage: Stage, index: number): StationData {
  const { moment, holderOf, locale } = progress;
  const own = progress.intervals.filter((interval) => interval.stage === index && interval.kind !== 'delivery');
  const state = stateOfStage(progress, index, own.length > 0);
  const isCurrent = state === 'current';
  const post = stage.tasks[0]?.post;
  return {
    key: stage.key,
    name: stage.name,
    state,
    holder: post === undefined ? null : holderOf(post),
    startedAt: own[0]?.startedAt.toISOString() ?? null,
    endedAt: state === 'done' ? (own.at(-1)?.endedAt?.toISOString() ?? null) : null,
    usedMinutes: own.length === 0 ? null : usedMinutes(own, moment),
    limitDays: stage.limitDays,
    stopped: isCurrent ? whyStopped(own, moment, locale) : null,
    outcome: state === 'done' ? textIn(locale, stageOutcome(progress, index)) : null,
  };
}

function stateOfStage({ status, stageIndex }: Progress, index: number, wasHeld: boolean): StationData['state'] {
  if (index === stageIndex && isOpen(status)) return 'current';
  return wasHeld || index < stageIndex ? 'done' : 'ahead';
}

function stageOutcome({ stageIndex, status }: Progress, index: number) {
  return index < stageIndex ? stationWords.passed : statusWords[status];
}

function resultStation({ status, decidedAt, finishedAt, hasCertificate, locale }: Progress): StationData {
  const state = isOpen(status) ? 'ahead' : status === 'approved' ? 'current' : 'done';
  return {
    ...empty,
    key: 'result',
    name: hasCertificate ? stationWords.certificate : stationWords.result,
    state,
    startedAt: decidedAt?.toISOString() ?? null,
    endedAt: state === 'done' ? (finishedAt?.toISOString() ?? null) : null,
    outcome: state === 'ahead' ? null : textIn(locale, statusWords[status]),
  };
}

/** Working minutes that the post itself had the case; what the applicant or a special procedure took is not in it. */
function usedMinutes(intervals: readonly StagedInterval[], { now, office }: Moment): number | null {
  let total = 0;
  for (const { kind, startedAt, endedAt } of intervals) {
    if (kind !== 'intake' && kind !== 'stage') continue;
    const spent = workingMinutesBetween(startedAt, endedAt ?? now, office);
    if (spent === null) return null;
    total += spent;
  }
  return total;
}

function whyStopped(intervals: readonly StagedInterval[], moment: Moment, locale: Locale): string | null {
  const pause = intervals.find((interval) => interval.endedAt === null && isPause(interval));
  if (pause?.kind === 'correction') return textIn(locale, stationWords.correcting);
  if (pause !== undefined) return pause.ground ?? textIn(locale, stationWords.suspended);
  return moment.office.calendar.kindOf(today(moment)) === 'day-off' ? textIn(locale, stationWords.dayOff) : null;
}

const empty = {
  holder: null,
  startedAt: null,
  endedAt: null,
  usedMinutes: null,
  limitDays: null,
  stopped: null,
  outcome: null,
} as const;
