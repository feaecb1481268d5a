import { isPast, type Moment } from '../calendar/index.ts';
import { dueDateOf, type IntervalChanges } from '../clock/index.ts';
import type { Refusal } from '../vocabulary/index.ts';
import {
  type CaseCommand,
  type CaseDecision,
  commonRefusals,
  decideUnless,
  eventActor,
  neededWords,
  settle,
  wordsOf,
} from './case-decision.ts';
import type { CaseFacts, OpenExtension } from './case-facts.ts';
import type { Decided } from './handling.ts';

/** 行政许可法 42: with the leader's approval the limit is lengthened by ten working days at most. */
export const statutoryExtensionDays = 10;

export interface ExtensionRequest {
  /** Working days. */
  readonly days: number;
  /** Why it takes longer, in words for the applicant. */
  readonly reason: string;
  /** The rule that it rests on; may be left to the guide where that names one. */
  readonly basis: string;
  /** Name of a 特别程序 of the guide, where it names any of this kind. */
  readonly procedure?: string | undefined;
}

/** 延长审批 as the guide allows it: for so many working days at most. */
export interface ExtensionProcedure {
  readonly name: string;
  readonly basis: string;
  readonly limitDays: number;
}

type Wanted = CaseCommand &
  ExtensionRequest & {
    /** Those that the guide names: where it names some, no other holds. */
    readonly procedures?: readonly ExtensionProcedure[] | undefined;
  };

/**
 * Working days by which a case may still be lengthened: all its extensions together by no more than the guide says;
 * where it says nothing, by ten as the law has it, and never by more than was promised.
 */
export function extensionDaysLeft(
  { promisedDays, extensionDays }: Pick<CaseFacts, 'promisedDays' | 'extensionDays'>,
  procedure?: ExtensionProcedure,
): number {
  const most = procedure?.limitDays ?? Math.min(statutoryExtensionDays, promisedDays);
  return Math.max(0, most - extensionDays);
}

/** An extension lengthens a promise that still holds; it never washes an overrun away. */
export function isExtensible(facts: CaseFacts, moment: Moment): boolean {
  const { on } = dueDateOf(facts, moment);
  return on === null || !isPast(on, moment);
}

/** Whoever holds the stage asks the head of the department for more time. The promise holds until it is approved. */
export function decideRequestExtension(facts: CaseFacts, command: Wanted, moment: Moment): Decided {
  const refusals = lengtheningRefusals(facts, command, { action: 'request-extension', moment });
  const wanted = readWanted(facts, command, refusals);
  return decideUnless(refusals, () => {
    const by = eventActor(facts, command.actor);
    const openExtension = { ...wanted, askedBy: command.actor.personId };
    const events = [{ type: 'extension-requested', at: moment.now, by, ...wanted }] as const;
    return settle(facts, { state: { openExtension }, intervals: nobodyMoves, events }, moment);
  });
}

/** The head needs nobody's approval. */
export function decideExtend(facts: CaseFacts, command: Wanted, moment: Moment): Decided {
  const refusals = lengtheningRefusals(facts, command, { action: 'extend', moment });
  const wanted = readWanted(facts, command, refusals);
  return decideUnless(refusals, () => extended(facts, { command, wanted, note: null }, moment));
}

/** The head approves what was asked for, as it was asked for, while the promise is not over. */
export function decideApproveExtension(
  facts: CaseFacts,
  command: CaseCommand & { readonly note?: string | undefined },
  moment: Moment,
): Decided {
  const refusals = lengtheningRefusals(facts, command, { action: 'approve-extension', moment });
  const note = wordsOf(command.note, 'note', refusals);
  const wanted = facts.openExtension;
  if (wanted === null) return { ok: false, refusals };
  return decideUnless(refusals, () => extended(facts, { command, wanted, note }, moment));
}

/** The promise stays as it is; whoever asked is told why. */
export function decideDeclineExtension(
  facts: CaseFacts,
  command: CaseCommand & { readonly reason: string },
  moment: Moment,
): Decided {
  const refusals: Refusal[] = [...commonRefusals(facts, 'decline-extension', command)];
  const reason = neededWords(command.reason, { field: 'reason', code: 'extension.decline-reason-missing' }, refusals);
  return decideUnless(refusals, () => {
    const by = eventActor(facts, command.actor);
    const events = [{ type: 'extension-declined', at: moment.now, by, reason }] as const;
    return settle(facts, { state: { openExtension: null }, intervals: nobodyMoves, events }, moment);
  });
}

/** Who holds the case goes on holding it, and the clock runs. */
const nobodyMoves: IntervalChanges = { closesAt: null, opens: [] };

type Extension = Omit<OpenExtension, 'askedBy'>;

/** Not theirs, not now, or over already. */
function lengtheningRefusals(
  facts: CaseFacts,
  command: CaseCommand,
  { action, moment }: { action: 'request-extension' | 'extend' | 'approve-extension'; moment: Moment },
): Refusal[] {
  const refusals = [...commonRefusals(facts, action, command)];
  if (refusals.length === 0 && !isExtensible(facts, moment)) refusals.push({ code: 'extension.too-late' });
  return refusals;
}

function readWanted(facts: CaseFacts, command: Wanted, refusals: Refusal[]): Extension {
  const procedure = readProcedure(command, refusals);
  refusals.push(...dayRefusals(command.days, extensionDaysLeft(facts, procedure)));
  const reason = neededWords(command.reason, { field: 'reason', code: 'decision.reason-missing' }, refusals);
  const stated = command.basis.trim() === '' ? (procedure?.basis ?? '') : command.basis;
  // Of a procedure that is yet to be chosen the basis comes with it.
  const needsBasis = procedure !== undefined || (command.procedures ?? []).length === 0;
  const basis = needsBasis ? neededWords(stated, { field: 'basis', code: 'decision.basis-missing' }, refusals) : '';
  return { days: command.days, procedure: procedure?.name ?? null, reason, basis };
}

function readProcedure({ procedure, procedures = [] }: Wanted, refusals: Refusal[]): ExtensionProcedure | undefined {
  const named = procedures.find(({ name }) => name === procedure);
  if (procedures.length > 0 && named === undefined) {
    refusals.push({ code: 'decision.procedure-unknown', field: 'procedure' });
  }
  return named;
}

function dayRefusals(days: number, left: number): readonly Refusal[] {
  const field = 'days';
  if (!Number.isInteger(days) || days < 1) return [{ code: 'field.not-a-number', field }];
  if (left === 0) return [{ code: 'extension.exhausted', field }];
  return days > left ? [{ code: 'extension.too-many-days', field, params: { max: left } }] : [];
}

interface Approved {
  readonly command: CaseCommand;
  readonly wanted: Extension;
  readonly note: string | null;
}

function extended(facts: CaseFacts, { command, wanted, note }: Approved, moment: Moment): CaseDecision {
  const { days, procedure, reason, basis } = wanted;
  const extensionDays = facts.extensionDays + days;
  const [from, until] = [facts, { ...facts, extensionDays }].map((record) => dueDateOf(record, moment).on);
  const by = eventActor(facts, command.actor);
  const told = { days, procedure, reason, basis, from: from ?? null, until: until ?? null, note };
  return settle(
    facts,
    {
      state: { extensionDays, openExtension: null },
      intervals: nobodyMoves,
      events: [{ type: 'extended', at: moment.now, by, ...told }],
    },
    moment,
  );
}
