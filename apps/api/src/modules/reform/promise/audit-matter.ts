import { civilDateAt, workdaysBetween, type WorkingCalendar } from '@yitang/domain/calendar';
import {
  createTally,
  itemKey,
  judgeMatter,
  type AuditedCase,
  type CorrectionRates,
  type GuidePromise,
  type Health,
  type Tally,
} from '@yitang/domain/promise';
import type { CaseStatus, PromiseReason } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { walkCases, type BegunDrafts, type Walk, type WalkedCase } from '../../case/index.ts';
import type { PublishedMatter } from '../../catalog/index.ts';
import { describeItem, onlineSince, promiseOf } from './guide-promise.ts';
import type { HealthFigures } from './health.entity.ts';

/** What all matters of an audit share. */
export interface AuditWindow extends Omit<Walk, 'matterId'> {
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly begun: ReadonlyMap<string, BegunDrafts>;
  /** Applications submitted since then count as begun lately. */
  readonly begunSince: Date;
}

/** A guide that was changed because of a correction: its cases are counted before and since. */
export interface Watched {
  readonly id: string;
  readonly item: string;
  readonly publishedOn: string;
}

export interface FoundCase {
  readonly reason: PromiseReason;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly onDay: string;
  readonly detail: string | null;
}

export interface AuditedMatter {
  readonly matter: PublishedMatter;
  readonly versions: readonly PublishedMatter[];
  readonly health: Health;
  readonly tally: Tally;
  readonly figures: HealthFigures;
  readonly findings: readonly FoundCase[];
  readonly rates: ReadonlyMap<string, CorrectionRates>;
}

interface Subject {
  /** All versions, the one in force last. */
  readonly versions: readonly PublishedMatter[];
  readonly watched: readonly Watched[];
}

const decided: ReadonlySet<CaseStatus> = new Set(['approved', 'declined', 'delivered']);
const itemsShown = 12;

/** Holds the cases of a year against the guides that they were submitted under. Reads one matter, page by page. */
export async function auditMatter(em: Em, { versions, watched }: Subject, window: AuditWindow): Promise<AuditedMatter> {
  const matter = versions.at(-1)!;
  const counters = watched.map((one) => rateCounter(one, window.timeZone));
  const collector = createCollector(versions, window);
  for await (const page of walkCases(em, { ...window, matterId: matter.id })) {
    for (const walked of page) {
      collector.add(walked);
      for (const counter of counters) counter.add(walked);
    }
  }
  const { tally, findings, items, submittedLately } = collector.result();
  const begun = window.begun.get(matter.id);
  const beside = { begun: (begun?.begun ?? 0) + submittedLately, abandoned: begun?.left ?? 0 };
  const health = judgeMatter(tally, beside);
  return {
    ...{ matter, versions, health, tally },
    figures: figuresOf({ matter, versions, tally, health, window, beside }),
    findings: [...findings, ...oftenCorrected(health, items, versions)],
    rates: new Map(counters.map(({ id, rates }) => [id, rates()])),
  };
}

/** Adds up what a matter's cases show, one by one. */
function createCollector(versions: readonly PublishedMatter[], window: AuditWindow) {
  const auditCase = caseAuditor(versions, window);
  const tally = createTally();
  const findings: FoundCase[] = [];
  const items = new Map<string, CaseRef[]>();
  let submittedLately = 0;
  return {
    add(walked: WalkedCase): void {
      const { onDay, audited, promise } = auditCase(walked);
      const ref = { caseId: walked.id, caseNumber: walked.number, onDay };
      for (const { reason, subject } of tally.add(audited, promise)) {
        findings.push({ reason, ...ref, detail: detailOf(subject, versions) });
      }
      for (const key of new Set(walked.corrections.flat().map(itemKey))) {
        const refs = items.get(key) ?? [];
        refs.push(ref);
        items.set(key, refs);
      }
      if (walked.isOnline && walked.submittedAt >= window.begunSince) submittedLately += 1;
    },
    result: () => ({ tally: tally.result(), findings, items, submittedLately }),
  };
}

/** Each case of a matter against the guide that it was submitted under. */
export function caseAuditor(
  versions: readonly PublishedMatter[],
  window: Pick<AuditWindow, 'calendar' | 'timeZone'>,
): (walked: WalkedCase) => { onDay: string; audited: AuditedCase; promise: GuidePromise } {
  const promises = new Map(versions.map((version) => [version.versionId, promiseOf(version)]));
  const since = onlineSince(versions);
  return (walked) => {
    const onDay = walked.acceptedOn ?? civilDateAt(walked.submittedAt, window.timeZone);
    const audited = auditedCase(walked, { window, isSinceOnline: since !== null && onDay >= since });
    return { onDay, audited, promise: promises.get(walked.matterVersionId) ?? nothingPromised };
  };
}

type CaseRef = Pick<FoundCase, 'caseId' | 'caseNumber' | 'onDay'>;

const nothingPromised: GuidePromise = { promisedDays: null, visitsOnSite: null, steps: null, materials: null };

function detailOf(subject: string | null, versions: readonly PublishedMatter[]): string | null {
  if (subject === null) return null;
  return (subject.includes('/') ? describeItem(subject, versions).name : subject).slice(0, 200);
}

/** The cases in which the most frequent thing was asked for. */
function oftenCorrected(
  { reasons }: Health,
  items: ReadonlyMap<string, readonly CaseRef[]>,
  versions: readonly PublishedMatter[],
): FoundCase[] {
  if (!reasons.some(({ reason }) => reason === 'often-corrected')) return [];
  const [most] = [...items].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  if (most === undefined) return [];
  return most[1].map((ref) => ({ ...ref, reason: 'often-corrected' as const, detail: detailOf(most[0], versions) }));
}

function auditedCase(
  walked: WalkedCase,
  { window, isSinceOnline }: { window: Pick<AuditWindow, 'calendar' | 'timeZone'>; isSinceOnline: boolean },
): AuditedCase {
  const isDecided = decided.has(walked.status) && walked.decidedAt !== null;
  const over = isDecided ? daysOver(walked, window) : null;
  const { stages, corrections, trips, foundClosed, isOnline } = walked;
  return {
    isDecided,
    isLate: over === null ? null : over > 0,
    usedDays: over === null ? null : Math.max(0, walked.promisedDays + walked.extensionDays + over),
    isExtended: walked.extensionDays > 0,
    ...{ stages, corrections, trips, foundClosed, isOnline, isSinceOnline },
  };
}

/**
 * Working days between the last day of the promise and the decision, negative where it came earlier. The last day has moved
 * with every suspension and with every extension, so neither what stood still nor what was approved is a delay.
 */
function daysOver(
  { decidedAt, dueOn }: WalkedCase,
  { calendar, timeZone }: Pick<AuditWindow, 'calendar' | 'timeZone'>,
): number | null {
  if (decidedAt === null || dueOn === null) return null;
  const day = civilDateAt(decidedAt, timeZone);
  const between = workdaysBetween(calendar, dueOn, day);
  // Decided on a day off after the last one: late, though no working day lies between.
  return between === 0 && day > dueOn ? 1 : between;
}

function rateCounter({ id, item, publishedOn }: Watched, timeZone: string) {
  const before = { cases: 0, of: 0 };
  const after = { cases: 0, of: 0 };
  return {
    id,
    add({ submittedAt, corrections }: WalkedCase): void {
      const side = civilDateAt(submittedAt, timeZone) < publishedOn ? before : after;
      side.of += 1;
      if (corrections.flat().some((one) => itemKey(one) === item)) side.cases += 1;
    },
    rates: (): CorrectionRates => ({ before, after }),
  };
}

interface Judged {
  readonly matter: PublishedMatter;
  readonly versions: readonly PublishedMatter[];
  readonly tally: Tally;
  readonly health: Health;
  readonly window: AuditWindow;
  readonly beside: { readonly begun: number; readonly abandoned: number };
}

function figuresOf({ matter, versions, tally, health, window, beside }: Judged): HealthFigures {
  const { received, decided: decidedCases, timed, corrected, extended, trips, days } = tally;
  const { promisedDays, visitsOnSite, steps } = promiseOf(matter);
  return {
    firstDay: window.first,
    ...{ received, decided: decidedCases, timed, corrected, extended, trips, promisedDays, visitsOnSite, steps },
    ninthDecile: health.ninthDecile,
    days: [...days].sort(([a], [b]) => a - b),
    ...beside,
    items: [...tally.items]
      .sort((a, b) => b[1].cases - a[1].cases || (a[0] < b[0] ? -1 : 1))
      .slice(0, itemsShown)
      .map(([item, { cases }]) => ({ item, cases, ...describeItem(item, versions) })),
  };
}
