import { decideRating, type Rating as Rated } from '@yitang/domain/rating';
import type { Refusal, TripCause } from '@yitang/domain/vocabulary';
import { affectedRows } from '../../database/index.ts';
import type { Tx } from '../../platform/command/index.ts';
import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { casesForFeedbackKey, type RateableCase } from './cases-for-feedback.ts';
import { presentRating, type RatingView } from './find-rating.ts';
import { Rating } from './rating.entity.ts';
import { tagOf } from './rating-words.ts';
import { refusalIssues } from './refusal-issues.ts';

export interface RatingInput {
  readonly level: number;
  readonly tags: readonly string[];
  readonly text?: string | undefined;
  readonly trips?: number | undefined;
  readonly tripCause?: TripCause | undefined;
}

/**
 * Rates an own decided case, or changes the rating while that is possible; the trips become the applicant's visit.
 * @throws ProblemError `record.not-found`, `case.not-allowed` before the decision and after the last day, `request.invalid`
 */
export async function rateCase(call: Call, caseId: string, input: RatingInput): Promise<RatingView> {
  const { clock, config, runCommand, services } = call.deps;
  const cases = services.get(casesForFeedbackKey);
  const rated = await cases.getRateableCase(call, caseId);
  const command = { ...input, isApplicant: true, tags: input.tags.map(tagOf) };
  const decision = decideRating(rated, command, { now: clock.now(), zone: config.timeZone });
  if (!decision.ok) throw refused(decision.refusals, call);
  const { rating, isBad } = decision;
  await runCommand(call, { name: 'case.rate' }, async (tx) => {
    await writeRating(tx, rated, { ...rating, isBad });
    await cases.recordApplicantTrips(tx, { caseId, trips: rating.trips, cause: rating.tripCause });
    audit(tx, caseId, 'case.rate');
  });
  return presentRating(rating, call.principal.locale);
}

/** Not asked for again; rating it later stays possible. */
export async function dismissRating(call: Call, caseId: string): Promise<void> {
  const rated = await call.deps.services.get(casesForFeedbackKey).getRateableCase(call, caseId);
  await call.deps.runCommand(call, { name: 'case.dismiss-rating' }, async (tx) => {
    const known = await affectedRows(tx.em, 'update ratings set dismissed_at = ? where case_id = ?', [tx.now, caseId]);
    if (known === 0) {
      await tx.em.insert(Rating, { ...emptyRating(rated, tx.now), dismissedAt: tx.now });
    }
    audit(tx, caseId, 'case.dismiss-rating');
  });
}

const emptyRating = ({ id, matterId }: RateableCase, now: Date) => ({
  caseId: id,
  matterId,
  tags: [],
  isBad: false,
  updatedAt: now,
});

async function writeRating(
  tx: Tx,
  rated: RateableCase,
  { level, tags, text, trips, tripCause, isBad }: Rated & { isBad: boolean },
): Promise<void> {
  const said = { level, tags, text, trips, tripCause, isBad, ratedAt: tx.now, updatedAt: tx.now };
  const known = await tx.em.nativeUpdate(Rating, { caseId: rated.id }, said);
  if (known === 0) await tx.em.insert(Rating, { ...emptyRating(rated, tx.now), ...said });
}

/** In the chain of the person, not of the case, and without the rating: who handles the case must not find it there. */
function audit(tx: Tx, caseId: string, action: string): void {
  tx.audit({
    action,
    chain: `ratings:${tx.principal.personId ?? ''}`,
    target: { type: 'rating', id: caseId },
    outcome: 'done',
  });
}

function refused(refusals: readonly Refusal[], call: Call): Error {
  const isAboutTime = refusals.some(({ code }) => code === 'rating.not-finished' || code === 'rating.closed');
  const issues = refusalIssues(refusals, call.principal.locale);
  return isAboutTime
    ? problem('case.not-allowed', { detail: issues[0]?.message ?? '' })
    : problem('request.invalid', { issues });
}
