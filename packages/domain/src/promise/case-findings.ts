import type { CorrectionItem } from '../case/index.ts';
import type { PromiseReason } from '../vocabulary/index.ts';
import type { AuditedCase, GuidePromise } from './audited-case.ts';

/** One thing in which a case differs from its guide; `subject` names the item of a correction, the trips or the days. */
export interface CaseFinding {
  readonly reason: PromiseReason;
  readonly subject: string | null;
}

/**
 * In what one case differs from the guide that it was submitted under; each difference once. What is not known, or not
 * stated by the guide, is no difference.
 */
export function findingsOf(given: AuditedCase, promise: GuidePromise): readonly CaseFinding[] {
  const { trips, stages } = given;
  const findings: CaseFinding[] = correctionFindings(given.corrections, promise);
  if (given.isLate === true && promise.promisedDays !== null)
    findings.push({ reason: 'late', subject: given.usedDays === null ? null : String(given.usedDays) });
  if (stages !== null && promise.steps !== null && stages > promise.steps) {
    findings.push({ reason: 'extra-steps', subject: String(stages) });
  }
  if (given.foundClosed) findings.push({ reason: 'counter-closed', subject: null });
  if (given.isSinceOnline && !given.isOnline) findings.push({ reason: 'counter-only', subject: null });
  if (trips !== null && promise.visitsOnSite !== null && trips > promise.visitsOnSite) {
    findings.push({ reason: 'extra-trips', subject: String(trips) });
  }
  return findings;
}

/** Key of what a correction asks for: `material/photo`, `answer/phone`. */
export const itemKey = ({ kind, field }: Pick<CorrectionItem, 'kind' | 'field'>): string => `${kind}/${field}`;

function correctionFindings(
  rounds: readonly (readonly CorrectionItem[])[],
  { materials }: GuidePromise,
): CaseFinding[] {
  const asked = new Map<string, { rounds: number; item: CorrectionItem }>();
  for (const round of rounds) {
    for (const [key, item] of new Map(round.map((one) => [itemKey(one), one]))) {
      asked.set(key, { item, rounds: (asked.get(key)?.rounds ?? 0) + 1 });
    }
  }
  return [...asked].flatMap(([subject, { item, rounds: times }]) => {
    const findings: CaseFinding[] = times > 1 ? [{ reason: 'asked-again', subject }] : [];
    if (item.kind !== 'material' || materials === null) return findings;
    const mode = materials.get(item.field);
    if (mode === undefined) return [...findings, { reason: 'unlisted-material', subject }];
    return mode === 'applicant' ? findings : [...findings, { reason: 'unneeded-material', subject }];
  });
}
