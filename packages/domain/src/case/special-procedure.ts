import { addMonths, addWorkdays, dueOn, isCivilDate, type Moment, today } from '../calendar/index.ts';
import type { CivilDate, Refusal } from '../vocabulary/index.ts';
import {
  type CaseCommand,
  commonRefusals,
  decideUnless,
  eventActor,
  handOver,
  neededWords,
  release,
  settle,
  wordsOf,
} from './case-decision.ts';
import { type CaseFacts, postsOf, stageOf } from './case-facts.ts';
import type { Decided } from './handling.ts';

/** No special procedure is expected to take longer; a date beyond is a slip of the pen. */
export const longestSuspensionMonths = 12;

export interface SuspensionRequest {
  /** 公示, 专家评审, 校外验证 …, in words for the applicant. */
  readonly ground: string;
  /** The rule that it rests on. */
  readonly basis: string;
  /** The day on which it is expected to end: the applicant is told how long it takes. */
  readonly expectedOn: CivilDate;
}

/** A ground on which the guide lets the clock stand, for so many working days at most. */
export interface SuspensionGround {
  readonly name: string;
  readonly basis: string;
  readonly limitDays: number;
}

/**
 * 特别程序: the clock stands on a named ground until it is resumed; by the expected day somebody has to do that.
 * @param command with the grounds that the guide names: where it names some, no other ground holds, and none for longer
 */
export function decideSuspend(
  facts: CaseFacts,
  command: CaseCommand & SuspensionRequest & { readonly grounds?: readonly SuspensionGround[] | undefined },
  moment: Moment,
): Decided {
  const { expectedOn, grounds = [] } = command;
  const refusals: Refusal[] = [...commonRefusals(facts, 'suspend', command)];
  const ground = neededWords(command.ground, { field: 'ground', code: 'decision.ground-missing' }, refusals);
  const named = grounds.find(({ name }) => name === ground);
  if (ground !== '' && grounds.length > 0 && named === undefined)
    refusals.push({ code: 'decision.ground-unknown', field: 'ground' });
  const stated = command.basis.trim() === '' ? (named?.basis ?? '') : command.basis;
  const basis = neededWords(stated, { field: 'basis', code: 'decision.basis-missing' }, refusals);
  refusals.push(...expectedEndRefusals(expectedOn, latestEnd(named, moment), today(moment)));
  return decideUnless(refusals, () => {
    const at = moment.now;
    const by = eventActor(facts, command.actor);
    const intervals = handOver(at, postsOf(stageOf(facts)), { kind: 'suspension', ground });
    const events = [{ type: 'suspended', at, by, ground, basis, expectedOn }] as const;
    const decision = settle(facts, { state: { status: 'suspended' }, intervals, events }, moment);
    return { ...decision, actBy: dueOn(expectedOn) };
  });
}

/** The clock runs again; every working day whose closing time the procedure covered is given back. */
export function decideResume(
  facts: CaseFacts,
  command: CaseCommand & { readonly note?: string | undefined },
  moment: Moment,
): Decided {
  const refusals = [...commonRefusals(facts, 'resume', command)];
  const note = wordsOf(command.note, 'note', refusals);
  return decideUnless(refusals, () => {
    const at = moment.now;
    const by = eventActor(facts, command.actor);
    const intervals = handOver(at, postsOf(stageOf(facts)), { kind: 'stage' });
    const events = [{ type: 'resumed', at, by, note }] as const;
    return settle(facts, { state: { status: 'handling' }, intervals, events }, moment);
  });
}

/** By the limit of the ground; where there is none, or its year is unpublished, by what is conceivable. */
function latestEnd(named: SuspensionGround | undefined, moment: Moment): CivilDate {
  const longest = addMonths(today(moment), longestSuspensionMonths);
  const limit = named && addWorkdays(moment.office.calendar, today(moment), named.limitDays).on;
  return limit && limit < longest ? limit : longest;
}

function expectedEndRefusals(expectedOn: CivilDate, latest: CivilDate, earliest: CivilDate): Refusal[] {
  const field = 'expectedOn';
  if (expectedOn === '') return [{ code: 'field.required', field }];
  if (!isCivilDate(expectedOn)) return [{ code: 'field.impossible-date', field }];
  if (expectedOn < earliest) return [{ code: 'field.too-early', field, params: { earliest } }];
  return expectedOn > latest ? [{ code: 'field.too-late', field, params: { latest } }] : [];
}

/** 作废: the business itself was invalid. By the head, with a reason. */
export function decideVoid(
  facts: CaseFacts,
  command: CaseCommand & { readonly reason: string },
  moment: Moment,
): Decided {
  return decideStrike(facts, command, { action: 'void', outcome: 'voided', moment });
}

/** 删除: entered by mistake. By the head, with a reason; the record stays, no count includes it. */
export function decideRemove(
  facts: CaseFacts,
  command: CaseCommand & { readonly reason: string },
  moment: Moment,
): Decided {
  return decideStrike(facts, command, { action: 'remove', outcome: 'removed', moment });
}

interface Strike {
  readonly action: 'void' | 'remove';
  readonly outcome: 'voided' | 'removed';
  readonly moment: Moment;
}

function decideStrike(facts: CaseFacts, command: CaseCommand & { readonly reason: string }, strike: Strike): Decided {
  const { action, outcome, moment } = strike;
  const refusals: Refusal[] = [...commonRefusals(facts, action, command)];
  const reason = neededWords(command.reason, { field: 'reason', code: 'decision.reason-missing' }, refusals);
  return decideUnless(refusals, () => {
    const by = eventActor(facts, command.actor);
    return settle(
      facts,
      {
        state: { status: outcome, openCorrection: null },
        intervals: release(moment.now),
        events: [{ type: outcome, at: moment.now, by, reason }],
      },
      moment,
    );
  });
}
