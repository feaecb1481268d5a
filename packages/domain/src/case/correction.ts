import { addWorkdays, isPast, type Moment, today } from '../calendar/index.ts';
import { applicantHolder } from '../clock/index.ts';
import type { Refusal } from '../vocabulary/index.ts';
import { type Application, findApplicationIssues, owedMaterialsOf } from './application.ts';
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
import { type CaseFacts, type CorrectionItem, postsOf, stageOf } from './case-facts.ts';
import type { Decided } from './handling.ts';

export interface CorrectionRequest {
  readonly items: readonly CorrectionItem[];
  /** A remark on the whole. */
  readonly message?: string | undefined;
  /** Why this could not be said the first time; needed from the second round on (一次性告知). */
  readonly secondRoundReason?: string | undefined;
}

/** 补正告知: one list of all that is missing. Before acceptance the promise has not begun, after it the clock stands. */
export function decideRequestCorrection(
  facts: CaseFacts,
  command: CaseCommand & CorrectionRequest,
  moment: Moment,
): Decided {
  const refusals = [...commonRefusals(facts, 'request-correction', command)];
  const items = cleanedItems(command.items, refusals);
  const message = wordsOf(command.message, 'message', refusals);
  const secondRoundReason = wordsOf(command.secondRoundReason, 'secondRoundReason', refusals);
  const round = facts.correctionRounds + 1;
  if (round > 1 && secondRoundReason === null) {
    refusals.push({ code: 'correction.reason-missing', field: 'secondRoundReason', params: { round } });
  }
  return decideUnless(refusals, () => {
    const at = moment.now;
    const { on: dueOn } = addWorkdays(moment.office.calendar, today(moment), facts.correctionDays);
    const by = eventActor(facts, command.actor);
    return settle(
      facts,
      {
        state: { status: 'correcting', correctionRounds: round, openCorrection: { round, items, message, dueOn } },
        intervals: handOver(at, [applicantHolder], {
          kind: 'correction',
          ground: items.map(({ reason }) => reason).join('\n'),
        }),
        events: [{ type: 'correction-requested', at, by, round, items, message, secondRoundReason }],
      },
      moment,
    );
  });
}

export interface CorrectionSupply {
  /** The whole application as it now is. */
  readonly application: Application;
  /** Keys of the items that the applicant has answered. */
  readonly answered: readonly string[];
}

/** The applicant gives the list back; the case returns to intake, or to the stage that asked. */
export function decideSupplyCorrection(
  facts: CaseFacts,
  command: CaseCommand & CorrectionSupply,
  moment: Moment,
): Decided {
  const refusals = [...commonRefusals(facts, 'supply-correction', command)];
  for (const { field } of facts.openCorrection?.items ?? []) {
    if (!command.answered.includes(field)) refusals.push({ code: 'correction.incomplete', field });
  }
  refusals.push(...findApplicationIssues(command.application, today(moment)));
  return decideUnless(refusals, () => {
    const at = moment.now;
    const isAccepted = facts.acceptedOn !== null;
    const by = eventActor(facts, command.actor);
    return settle(
      facts,
      {
        state: {
          status: isAccepted ? 'handling' : 'submitted',
          openCorrection: null,
          owedMaterials: owedMaterialsOf(command.application, today(moment)),
        },
        intervals: handOver(at, postsOf(stageOf(facts)), { kind: isAccepted ? 'stage' : 'intake' }),
        events: [{ type: 'correction-supplied', at, by, round: facts.correctionRounds }],
      },
      moment,
    );
  });
}

/** 补正超时退件: the last day to supply is over. */
export function decideExpireCorrection(facts: CaseFacts, command: CaseCommand, moment: Moment): Decided {
  const refusals = [...commonRefusals(facts, 'expire-correction', command)];
  const dueOn = facts.openCorrection?.dueOn;
  if (dueOn === null) refusals.push({ code: 'calendar.unpublished' });
  else if (dueOn !== undefined && !isPast(dueOn, moment))
    refusals.push({ code: 'case.not-yet-due', params: { due: dueOn } });
  return decideUnless(refusals, (): CaseDecision => {
    const by = eventActor(facts, command.actor);
    return settle(
      facts,
      {
        state: { status: 'expired', openCorrection: null },
        intervals: release(moment.now),
        events: [{ type: 'correction-expired', at: moment.now, by, round: facts.correctionRounds }],
      },
      moment,
    );
  });
}

function cleanedItems(items: readonly CorrectionItem[], refusals: Refusal[]): readonly CorrectionItem[] {
  if (items.length === 0) refusals.push({ code: 'correction.empty', field: 'items' });
  return items.map((item) => {
    const before = refusals.length;
    const reason = wordsOf(item.reason, item.field, refusals);
    if (reason === null && refusals.length === before) refusals.push({ code: 'correction.empty', field: item.field });
    return { ...item, reason: reason ?? '' };
  });
}
