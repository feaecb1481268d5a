import type { CaseFacts, OpenCorrection } from '@yitang/domain/case';
import type { Answers } from '@yitang/domain/form';
import type { RouteDefinition } from '@yitang/domain/route';
import { instantOf, type Em } from '../../../database/index.ts';
import type { Deps } from '../../../platform/endpoint/index.ts';
import type { PublishedMatter } from '../../catalog/index.ts';
import { Case } from '../case.entity.ts';
import { getPinnedMatter } from '../catalog-access.ts';
import { Correction } from '../correction.entity.ts';
import { stagedInterval, type StagedInterval } from '../held-interval.ts';
import { noRoute } from '../matter-rules.ts';
import { openAnswers } from '../sealed-answers.ts';

/** A case with what rules and pages ask about it. */
export interface LoadedCase {
  readonly current: Case;
  /** The version that it was submitted under. */
  readonly matter: PublishedMatter;
  readonly route: RouteDefinition;
  /** As they were accepted for review: cleaned, known data among them. */
  readonly answers: Answers;
  /** In order of time; those that last come last. */
  readonly intervals: readonly StagedInterval[];
  /** All lists of corrections, oldest first. */
  readonly corrections: readonly Correction[];
  readonly facts: CaseFacts;
}

export type CaseSources = Pick<Deps, 'services' | 'crypto'>;

/** Two to four statements. Undefined when there is no such case; whether the caller may see it is to be asked after. */
export async function findCase(em: Em, deps: CaseSources, caseId: string): Promise<LoadedCase | undefined> {
  const current = await em.findOne(Case, { id: caseId }, { disableIdentityMap: true, populate: ['answers'] });
  return current === null ? undefined : completeCase(em, deps, current);
}

export async function completeCase(em: Em, deps: CaseSources, current: Case): Promise<LoadedCase> {
  const matter = await getPinnedMatter(em, deps, current);
  const route = matter.route?.definition ?? noRoute;
  const intervals = [...(await endedIntervals(em, current.id)), ...current.heldIntervals.map(stagedInterval)];
  const corrections =
    current.correctionRounds === 0
      ? []
      : await em.find(Correction, { caseId: current.id }, { orderBy: { round: 'asc' }, disableIdentityMap: true });
  const answers = openAnswers(deps.crypto, current.answers);
  return {
    current,
    matter,
    route,
    answers,
    intervals,
    corrections,
    facts: caseFacts({ current, route, intervals, corrections }),
  };
}

interface IntervalRecord {
  kind: StagedInterval['kind'];
  holder: string;
  stage: number;
  started_at: unknown;
  ended_at: unknown;
  is_running: number | boolean;
  ground: string | null;
}

async function endedIntervals(em: Em, caseId: string): Promise<StagedInterval[]> {
  const rows = await em.execute<IntervalRecord[]>(
    `select kind, holder, stage, started_at, ended_at, is_running, ground from case_intervals
      where case_id = ? order by started_at, id`,
    [caseId],
  );
  return rows.map(({ kind, holder, stage, started_at, ended_at, is_running, ground }) => ({
    kind,
    holder,
    stage: Number(stage),
    startedAt: instantOf(started_at),
    endedAt: instantOf(ended_at),
    isRunning: Boolean(Number(is_running)),
    ground,
  }));
}

export function openCorrectionOf(corrections: readonly Correction[]): Correction | undefined {
  return corrections.findLast(({ state }) => state === 'open');
}

function caseFacts({
  current,
  route,
  intervals,
  corrections,
}: Omit<LoadedCase, 'facts' | 'matter' | 'answers'>): CaseFacts {
  const open = openCorrectionOf(corrections);
  const openCorrection: OpenCorrection | null =
    open === undefined
      ? null
      : { round: open.round, items: open.items, message: open.message ?? null, dueOn: open.dueOn ?? null };
  return {
    status: current.status,
    stageIndex: current.stageIndex,
    acceptanceKind: current.acceptanceKind ?? null,
    acceptedOn: current.acceptedOn ?? null,
    correctionRounds: current.correctionRounds,
    openCorrection,
    owedMaterials: current.owedMaterials,
    promisedDays: current.promisedDays,
    acceptanceDays: current.acceptanceDays,
    correctionDays: current.correctionDays,
    extensionDays: current.extensionDays,
    openExtension: current.openExtension ?? null,
    intervals,
    version: current.version,
    route,
  };
}
