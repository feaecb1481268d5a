import { addMonths } from '../calendar/index.ts';
import type {
  CivilDate,
  ExclusionAction,
  ExclusionReason,
  ExclusionStatus,
  TargetRefusalCode,
} from '../vocabulary/index.ts';

/** 特殊要求 of one matter: not a calculation but an approval, for a time. */
export interface Exclusion {
  readonly code: string;
  readonly reason: ExclusionReason;
  readonly evidence: string;
  readonly status: ExclusionStatus;
  readonly requestedBy: string;
  readonly approver: string | null;
  /** First day on which it holds; null: it never did. */
  readonly from: CivilDate | null;
  /** Last day on which it holds without having been looked at again. */
  readonly reviewOn: CivilDate;
  /** First day on which it holds no more. */
  readonly endedOn: CivilDate | null;
}

type Standing = Pick<Exclusion, 'from' | 'reviewOn' | 'endedOn'>;

/**
 * Whether it takes its matter out of the base on a day: approved by then, not ended, and its review is not overdue. One that
 * nobody reviewed helps no rate any more.
 */
export function excludesOn({ from, reviewOn, endedOn }: Standing, on: CivilDate): boolean {
  return from !== null && from <= on && on <= reviewOn && (endedOn === null || on < endedOn);
}

/** Approved, not ended, and past its review. */
export function isReviewOverdue({ from, reviewOn, endedOn }: Standing, on: CivilDate): boolean {
  return from !== null && from <= on && reviewOn < on && (endedOn === null || on < endedOn);
}

const reviewMonths = 24;

/** A review is due some day to come, within two years. */
export function checkReviewDay(reviewOn: CivilDate, today: CivilDate): readonly TargetRefusalCode[] {
  if (reviewOn <= today) return ['exclusion.review-past'];
  return reviewOn > addMonths(today, reviewMonths) ? ['exclusion.review-far'] : [];
}

export interface ExclusionWish {
  readonly action: ExclusionAction;
  readonly by: string;
  readonly note: string;
  readonly reviewOn: CivilDate | null;
  readonly today: CivilDate;
}

type Decided = Pick<Exclusion, 'status' | 'from' | 'reviewOn' | 'endedOn'>;
/** The approval that follows a lapsed one, as of the day on which it was looked at again. */
type Renewed = Decided & { readonly from: CivilDate };
export type ExclusionDecision =
  | { readonly ok: true; readonly next: Decided; readonly renewed: Renewed | null }
  | { readonly ok: false; readonly refusals: readonly TargetRefusalCode[] };

const fits: Readonly<Record<ExclusionAction, ExclusionStatus>> = {
  approve: 'requested',
  refuse: 'requested',
  review: 'approved',
  end: 'approved',
};

/**
 * One step of a 特殊要求, so that of every day that was it can be said whether it held: a review that comes after the lapse
 * ends the old approval and begins another one, and the days between stay days on which it did not hold. Nobody approves their own
 * request, and whoever refuses, reviews or ends says why.
 */
export function decideExclusion(current: Exclusion, wish: ExclusionWish): ExclusionDecision {
  const { action, today } = wish;
  const reviewOn = wish.reviewOn ?? current.reviewOn;
  const looksAhead = action === 'approve' || action === 'review';
  const refusals: TargetRefusalCode[] = [
    ...(current.status === fits[action] ? [] : ['exclusion.status' as const]),
    ...(action === 'approve' && wish.by === current.requestedBy ? ['exclusion.own-request' as const] : []),
    ...(action !== 'approve' && wish.note === '' ? ['exclusion.note-missing' as const] : []),
    ...(looksAhead ? checkReviewDay(reviewOn, today) : []),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  if (action === 'review' && isReviewOverdue(current, today)) {
    const lapsed = { status: 'ended', from: current.from, reviewOn: current.reviewOn, endedOn: today } as const;
    return { ok: true, next: lapsed, renewed: { status: 'approved', from: today, reviewOn, endedOn: null } };
  }
  return { ok: true, next: nextOf(current, { ...wish, reviewOn }), renewed: null };
}

function nextOf({ from, reviewOn, endedOn }: Exclusion, wish: ExclusionWish & { reviewOn: CivilDate }): Decided {
  const kept = { from, reviewOn, endedOn };
  switch (wish.action) {
    case 'approve':
      return { ...kept, status: 'approved', from: wish.today, reviewOn: wish.reviewOn };
    case 'refuse':
      return { ...kept, status: 'refused' };
    case 'review':
      return { ...kept, status: 'approved', reviewOn: wish.reviewOn };
    case 'end':
      return { ...kept, status: 'ended', endedOn: wish.today };
  }
}
