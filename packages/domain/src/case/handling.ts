import { isPast, type Moment, today } from '../calendar/index.ts';
import { acceptanceDueOf, receiptOf } from '../clock/index.ts';
import type { AcceptanceKind, CivilDate, Refusal, Refused, ResultDelivery } from '../vocabulary/index.ts';
import {
  type CaseCommand,
  type CaseDecision,
  commonRefusals,
  decideUnless,
  eventActor,
  handOver,
  release,
  settle,
  wordsOf,
} from './case-decision.ts';
import { type CaseFacts, postsOf, stageOf } from './case-facts.ts';

export type Decided = CaseDecision | Refused;

/** 受理, or 容缺受理 while secondary materials are owed. The promised clock starts. */
export function decideAccept(
  facts: CaseFacts,
  command: CaseCommand & { readonly isTolerant?: boolean | undefined; readonly note?: string | undefined },
  moment: Moment,
): Decided {
  const refusals = [...commonRefusals(facts, command.isTolerant ? 'accept-tolerantly' : 'accept', command)];
  const note = wordsOf(command.note, 'note', refusals);
  const kind = command.isTolerant ? 'tolerant' : 'full';
  return decideUnless(refusals, () => accepted(facts, command, { kind, on: today(moment), note, moment }));
}

/**
 * Silence accepts: when the applicant was not told within the days for acceptance, the case counts as accepted on the
 * day of receipt.
 */
export function decideDeemAccepted(facts: CaseFacts, command: CaseCommand, moment: Moment): Decided {
  const refusals = [...commonRefusals(facts, 'deem-accepted', command)];
  const due = acceptanceDueOf(facts, moment).on;
  const on = receiptOf(facts, moment).on;
  if (due === null || on === null) refusals.push({ code: 'calendar.unpublished' });
  else if (!isPast(due, moment)) refusals.push({ code: 'case.not-yet-due', params: { due } });
  return decideUnless(refusals, () =>
    accepted(facts, command, { kind: 'deemed', on: on ?? today(moment), note: null, moment }),
  );
}

/** To the next stage, with a remark if need be. */
export function decidePass(
  facts: CaseFacts,
  command: CaseCommand & { readonly note?: string | undefined },
  moment: Moment,
): Decided {
  const refusals = [...commonRefusals(facts, 'pass', command)];
  const note = wordsOf(command.note, 'note', refusals);
  return decideUnless(refusals, () => {
    const at = moment.now;
    const next = { route: facts.route, stageIndex: facts.stageIndex + 1 };
    const [from, to] = [stageOf(facts), stageOf(next)];
    const by = eventActor(facts, command.actor);
    return settle(
      facts,
      {
        state: { stageIndex: next.stageIndex },
        intervals: handOver(at, postsOf(to), { kind: 'stage' }),
        events: [{ type: 'passed', at, by, fromStage: from?.key ?? '', toStage: to?.key ?? '', note }],
      },
      moment,
    );
  });
}

/** 办结 in favour of the applicant; the result waits to be delivered. */
export function decideApprove(
  facts: CaseFacts,
  command: CaseCommand & { readonly note?: string | undefined },
  moment: Moment,
): Decided {
  const refusals = [...commonRefusals(facts, 'approve', command)];
  const note = wordsOf(command.note, 'note', refusals);
  return decideUnless(refusals, () =>
    settle(
      facts,
      {
        state: { status: 'approved' },
        intervals: handOver(moment.now, postsOf(stageOf(facts)), { kind: 'delivery' }),
        events: [{ type: 'approved', at: moment.now, by: eventActor(facts, command.actor), note }],
      },
      moment,
    ),
  );
}

export interface Grounds {
  readonly reason: string;
  /** The rule that the decision rests on. */
  readonly basis: string;
}

/** 不予批准, by the last stage. */
export function decideDecline(facts: CaseFacts, command: CaseCommand & Grounds, moment: Moment): Decided {
  return decideAgainst(facts, command, { action: 'decline', outcome: 'declined', moment });
}

/** 不予受理, by the first stage before acceptance. */
export function decideRefuse(facts: CaseFacts, command: CaseCommand & Grounds, moment: Moment): Decided {
  return decideAgainst(facts, command, { action: 'refuse', outcome: 'refused', moment });
}

/** The result is with the applicant. */
export function decideDeliver(
  facts: CaseFacts,
  command: CaseCommand & { readonly delivery: ResultDelivery },
  moment: Moment,
): Decided {
  return decideUnless(commonRefusals(facts, 'deliver', command), () => {
    const by = eventActor(facts, command.actor);
    return settle(
      facts,
      {
        state: { status: 'delivered' },
        intervals: release(moment.now),
        events: [{ type: 'delivered', at: moment.now, by, delivery: command.delivery }],
      },
      moment,
    );
  });
}

/** By the applicant, until it is decided. */
export function decideWithdraw(
  facts: CaseFacts,
  command: CaseCommand & { readonly reason?: string | undefined },
  moment: Moment,
): Decided {
  const refusals = [...commonRefusals(facts, 'withdraw', command)];
  const reason = wordsOf(command.reason, 'reason', refusals);
  return decideUnless(refusals, () =>
    settle(
      facts,
      {
        state: { status: 'withdrawn', openCorrection: null },
        intervals: release(moment.now),
        events: [{ type: 'withdrawn', at: moment.now, by: eventActor(facts, command.actor), reason }],
      },
      moment,
    ),
  );
}

interface Acceptance {
  readonly kind: AcceptanceKind;
  readonly on: CivilDate;
  readonly note: string | null;
  readonly moment: Moment;
}

function accepted(facts: CaseFacts, command: CaseCommand, { kind, on, note, moment }: Acceptance): CaseDecision {
  const at = moment.now;
  return settle(
    facts,
    {
      state: { status: 'handling', acceptanceKind: kind, acceptedOn: on },
      intervals: handOver(at, postsOf(stageOf(facts)), { kind: 'stage' }),
      events: [{ type: 'accepted', at, by: eventActor(facts, command.actor), kind, on, note }],
    },
    moment,
  );
}

interface Against {
  readonly action: 'decline' | 'refuse';
  readonly outcome: 'declined' | 'refused';
  readonly moment: Moment;
}

function decideAgainst(
  facts: CaseFacts,
  command: CaseCommand & Grounds,
  { action, outcome, moment }: Against,
): Decided {
  const refusals: Refusal[] = [...commonRefusals(facts, action, command)];
  const reason = requiredWords(command.reason, 'reason', refusals);
  const basis = requiredWords(command.basis, 'basis', refusals);
  return decideUnless(refusals, () =>
    settle(
      facts,
      {
        state: { status: outcome },
        intervals: release(moment.now),
        events: [{ type: outcome, at: moment.now, by: eventActor(facts, command.actor), reason, basis }],
      },
      moment,
    ),
  );
}

function requiredWords(text: string, field: 'reason' | 'basis', refusals: Refusal[]): string {
  const before = refusals.length;
  const words = wordsOf(text, field, refusals);
  if (words === null && refusals.length === before) refusals.push({ code: `decision.${field}-missing`, field });
  return words ?? '';
}
