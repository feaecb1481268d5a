import {
  acceptanceDueOf,
  applyIntervalChanges,
  dueDateOf,
  type Interval,
  type IntervalChanges,
} from '../clock/index.ts';
import { type Due, dueOn, type Moment, noDue } from '../calendar/index.ts';
import type { CaseAction, IntervalKind, Refusal, Refused } from '../vocabulary/index.ts';
import { cleanText } from '../form/index.ts';
import { type CaseRelation, findActionRefusal } from './available-actions.ts';
import type { CaseEvent, EventActor } from './case-event.ts';
import { type CaseFacts, type CaseState, postsOf, stageOf } from './case-facts.ts';
import { isOpen } from './case-lifecycle.ts';

/** Longest reason, basis, ground or note, in characters. */
export const maxWords = 2_000;

/** Who acts, and on which version of the case they looked when they did. */
export interface CaseCommand {
  readonly actor: CaseActor;
  /** Absent: act on whatever is there (jobs). */
  readonly expectedVersion?: number | undefined;
}

export interface CaseActor extends CaseRelation {
  readonly personId: string | null;
}

/** All that a command writes: the state afterwards, the change of intervals, the derived dates and the events. */
export interface CaseDecision extends CaseState {
  readonly ok: true;
  readonly intervals: IntervalChanges;
  /** Last day of the promise (clock/case-clock.ts says how it is counted). */
  readonly due: Due;
  /** The next date that somebody must keep: decide on acceptance, supply corrections, or finish. */
  readonly actBy: Due;
  readonly events: readonly CaseEvent[];
}

export interface CaseChange {
  readonly state: Partial<CaseState>;
  readonly intervals: IntervalChanges;
  readonly events: readonly CaseEvent[];
}

/** Refusals that hold for every action: an older version, not theirs, not in this status. */
export function commonRefusals(facts: CaseFacts, action: CaseAction, command: CaseCommand): readonly Refusal[] {
  const { actor, expectedVersion } = command;
  // Who lost a race is told just that: the rest would be about a case they haven't seen.
  if (expectedVersion !== undefined && expectedVersion !== facts.version) return [{ code: 'case.changed-meanwhile' }];
  const unavailable = findActionRefusal(facts, action, actor);
  return unavailable ? [unavailable] : [];
}

export function settle(facts: CaseFacts, change: CaseChange, moment: Moment): CaseDecision {
  const lapsed = lapsedExtension(facts, change, moment);
  const state: CaseState = { ...stateOf(facts), ...change.state, ...(lapsed && { openExtension: null }) };
  const after: CaseFacts = { ...facts, ...state, intervals: applyIntervalChanges(facts.intervals, change.intervals) };
  const due = dueDateOf(after, moment);
  return {
    ok: true,
    ...state,
    intervals: change.intervals,
    due,
    actBy: actByOf(after, due, moment),
    events: [...(lapsed ? [lapsed] : []), ...change.events],
  };
}

/**
 * An extension that nobody has decided on ends when the case leaves the stage or its handling: it was about a date and a
 * department that are no longer these. Told before what ended it.
 */
function lapsedExtension(facts: CaseFacts, { state, events }: CaseChange, { now }: Moment): CaseEvent | undefined {
  const { openExtension, status, stageIndex } = facts;
  const after = { status, stageIndex, openExtension, ...state };
  const stays = after.status === status && after.stageIndex === stageIndex;
  const by = events[0]?.by;
  if (openExtension === null || after.openExtension === null || stays || by === undefined) return undefined;
  return { type: 'extension-lapsed', at: now, by, days: openExtension.days };
}

export function decideUnless(refusals: readonly Refusal[], decide: () => CaseDecision): CaseDecision | Refused {
  return refusals.length > 0 ? { ok: false, refusals } : decide();
}

/** Closes what is open and opens one interval for each holder. */
export function handOver(at: Date, holders: readonly string[], interval: IntervalShape): IntervalChanges {
  return { closesAt: at, opens: holders.map((holder) => openInterval(at, holder, interval)) };
}

/** Ends the last interval: nobody holds the case any more. */
export function release(at: Date): IntervalChanges {
  return { closesAt: at, opens: [] };
}

export interface IntervalShape {
  readonly kind: IntervalKind;
  readonly ground?: string | undefined;
}

export function openInterval(at: Date, holder: string, { kind, ground }: IntervalShape): Interval {
  return { kind, holder, startedAt: at, endedAt: null, isRunning: kind === 'stage', ground: ground ?? null };
}

export function eventActor(facts: CaseFacts, actor: CaseActor): EventActor {
  if (actor.isSystem) return { kind: 'system', personId: null, post: null };
  if (actor.isApplicant) return { kind: 'applicant', personId: actor.personId, post: null };
  const post = postsOf(stageOf(facts)).find((code) => actor.heldPosts.includes(code));
  return { kind: 'staff', personId: actor.personId, post: post ?? null };
}

/** Words that somebody gives with an act: cleaned; what is wrong with them is added to `refusals`. */
export function wordsOf(text: string | undefined, field: string, refusals: Refusal[]): string | null {
  const cleaned = cleanText(text ?? '', { isMultiline: true });
  if (!cleaned.ok) refusals.push({ code: cleaned.code, field });
  else if (cleaned.length > maxWords) refusals.push({ code: 'field.too-long', field, params: { max: maxWords } });
  else if (cleaned.text !== '') return cleaned.text;
  return null;
}

/** Words that may not be left out. */
export function neededWords(
  text: string,
  missing: { field: string; code: Refusal['code'] },
  refusals: Refusal[],
): string {
  const before = refusals.length;
  const words = wordsOf(text, missing.field, refusals);
  if (words === null && refusals.length === before) refusals.push({ code: missing.code, field: missing.field });
  return words ?? '';
}

function actByOf(facts: CaseFacts, due: Due, moment: Moment): Due {
  if (facts.status === 'submitted') return acceptanceDueOf(facts, moment);
  if (facts.status === 'correcting') return facts.openCorrection?.dueOn ? dueOn(facts.openCorrection.dueOn) : noDue;
  return isOpen(facts.status) ? due : noDue;
}

/** Of a case or of a decision, the state alone. */
export function stateOf(facts: CaseState): CaseState {
  return {
    status: facts.status,
    stageIndex: facts.stageIndex,
    acceptanceKind: facts.acceptanceKind,
    acceptedOn: facts.acceptedOn,
    correctionRounds: facts.correctionRounds,
    openCorrection: facts.openCorrection,
    owedMaterials: facts.owedMaterials,
    extensionDays: facts.extensionDays,
    openExtension: facts.openExtension,
  };
}
