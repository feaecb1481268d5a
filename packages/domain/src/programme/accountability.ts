import type {
  AccountabilityAction,
  AccountabilityMeasure,
  AccountabilityStatus,
  CivilDate,
  ReformTaskKind,
} from '../vocabulary/index.ts';
import { refuseProgramme, type ProgrammeRefusal, type ProgrammeRefused } from './stage.ts';

/**
 * Where each action leads from each status (追责机制, 浙教人〔2018〕105号 五). A decision without a reply is possible once
 * the day for it is over; a reply after the decision is not.
 */
export const accountabilityLifecycle: Readonly<
  Record<AccountabilityStatus, Readonly<Partial<Record<AccountabilityAction, AccountabilityStatus>>>>
> = {
  opened: { reply: 'replied', decide: 'decided' },
  replied: { decide: 'decided' },
  decided: { close: 'closed' },
  closed: {},
};

export interface AccountabilityWish {
  readonly action: AccountabilityAction;
  /** The reply; what the decision rests on; how it ended. */
  readonly text: string | null;
  readonly measure: AccountabilityMeasure | null;
  /** Last day of the department's reply. */
  readonly replyBy: CivilDate;
  readonly today: CivilDate;
}

export function decideAccountability(
  status: AccountabilityStatus,
  { action, text, measure, replyBy, today }: AccountabilityWish,
): { readonly ok: true; readonly status: AccountabilityStatus } | ProgrammeRefused {
  const next = accountabilityLifecycle[status][action];
  const refusals: ProgrammeRefusal[] = [];
  if (next === undefined) refusals.push({ code: 'accountability.wrong-status' });
  if (action === 'reply' && text === null) refusals.push({ code: 'accountability.reply-missing' });
  if (action !== 'reply' && text === null) refusals.push({ code: 'accountability.reason-missing' });
  if (action === 'decide' && measure === null) refusals.push({ code: 'accountability.measure-missing' });
  if (action === 'decide' && status === 'opened' && today <= replyBy) {
    refusals.push({ code: 'accountability.reply-awaited', subject: replyBy });
  }
  return next === undefined || refusals.length > 0 ? refuseProgramme(refusals) : { ok: true, status: next };
}

/** Opened on a finding of an inspection, once for each, with time left for the department to reply. */
export function decideOpening(wanted: {
  readonly kind: ReformTaskKind;
  readonly isOpenAlready: boolean;
  readonly replyBy: CivilDate;
  readonly today: CivilDate;
}): { readonly ok: true } | ProgrammeRefused {
  const refusals: ProgrammeRefusal[] = [];
  if (wanted.kind !== 'finding') refusals.push({ code: 'accountability.not-a-finding' });
  if (wanted.isOpenAlready) refusals.push({ code: 'accountability.already-open' });
  if (wanted.replyBy <= wanted.today) refusals.push({ code: 'task.past-due' });
  return refusals.length > 0 ? refuseProgramme(refusals) : { ok: true };
}
