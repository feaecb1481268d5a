import type { Moment } from '../calendar/index.ts';
import type { Refusal } from '../vocabulary/index.ts';
import {
  type CaseCommand,
  commonRefusals,
  decideUnless,
  eventActor,
  handOver,
  release,
  settle,
  wordsOf,
} from './case-decision.ts';
import { type CaseFacts, postsOf, stageOf } from './case-facts.ts';
import type { Decided } from './handling.ts';

/** 特别程序: the clock stands on a named ground (公示, 专家评审, 校外验证 …) until it is resumed. */
export function decideSuspend(
  facts: CaseFacts,
  command: CaseCommand & { readonly ground: string },
  moment: Moment,
): Decided {
  const refusals: Refusal[] = [...commonRefusals(facts, 'suspend', command)];
  const ground = neededWords(command.ground, { field: 'ground', code: 'decision.ground-missing' }, refusals);
  return decideUnless(refusals, () => {
    const at = moment.now;
    const by = eventActor(facts, command.actor);
    const intervals = handOver(at, postsOf(stageOf(facts)), { kind: 'suspension', ground });
    return settle(
      facts,
      { state: { status: 'suspended' }, intervals, events: [{ type: 'suspended', at, by, ground }] },
      moment,
    );
  });
}

export function decideResume(facts: CaseFacts, command: CaseCommand, moment: Moment): Decided {
  return decideUnless(commonRefusals(facts, 'resume', command), () => {
    const at = moment.now;
    const by = eventActor(facts, command.actor);
    const intervals = handOver(at, postsOf(stageOf(facts)), { kind: 'stage' });
    return settle(facts, { state: { status: 'handling' }, intervals, events: [{ type: 'resumed', at, by }] }, moment);
  });
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

function neededWords(text: string, missing: { field: string; code: Refusal['code'] }, refusals: Refusal[]): string {
  const before = refusals.length;
  const words = wordsOf(text, missing.field, refusals);
  if (words === null && refusals.length === before) refusals.push({ code: missing.code, field: missing.field });
  return words ?? '';
}
