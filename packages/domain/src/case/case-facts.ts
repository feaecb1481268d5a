import type { ClockRecord } from '../clock/index.ts';
import type { RouteDefinition, Stage } from '../route/index.ts';
import type { CivilDate, AcceptanceKind, CaseStatus } from '../vocabulary/index.ts';

/** 受理决定 within 5 working days of receipt, unless the matter says otherwise. */
export const defaultAcceptanceDays = 5;
/** 补正 within 15 working days of being told, unless the matter says otherwise. */
export const defaultCorrectionDays = 15;

/** One thing that the applicant has to mend, told once with all others (一次性告知). */
export interface CorrectionItem {
  readonly kind: 'answer' | 'material';
  /** Key of the field or of the required material. */
  readonly field: string;
  /** What is wrong and what would be right, in words for the applicant. */
  readonly reason: string;
}

/** The one open list of corrections of a case. */
export interface OpenCorrection {
  readonly round: number;
  readonly items: readonly CorrectionItem[];
  /** A remark on the whole. */
  readonly message: string | null;
  /** Last day to supply it; null while its calendar year is unpublished. */
  readonly dueOn: CivilDate | null;
}

/** 延长审批 that waits for the head of the department that holds the case. */
export interface OpenExtension {
  /** Working days. */
  readonly days: number;
  /** Which 特别程序 of the guide it is; null where the guide names none. */
  readonly procedure: string | null;
  /** Why it takes longer, in words for the applicant. */
  readonly reason: string;
  /** The rule that it rests on. */
  readonly basis: string;
  /** The person who asked. */
  readonly askedBy: string | null;
}

/** What a decision reads and what it may change. */
export interface CaseState {
  readonly status: CaseStatus;
  /** Index into `route.stages`; the first one receives and accepts. */
  readonly stageIndex: number;
  readonly acceptanceKind: AcceptanceKind | null;
  readonly acceptedOn: CivilDate | null;
  /** Correction lists sent so far. */
  readonly correctionRounds: number;
  readonly openCorrection: OpenCorrection | null;
  /** Keys of secondary materials promised at a tolerant acceptance and not yet supplied. */
  readonly owedMaterials: readonly string[];
  /** Working days by which approved extensions have lengthened the promise, summed. */
  readonly extensionDays: number;
  /** At most one; it ends with the stage in which it was asked for. */
  readonly openExtension: OpenExtension | null;
}

/** A case as the rules see it. The limits are those of the matter version it was submitted under. */
export interface CaseFacts extends CaseState, ClockRecord {
  /** Grows with each change: whoever acts on an older one is told. */
  readonly version: number;
  readonly route: RouteDefinition;
  /** Working days to supply corrections. */
  readonly correctionDays: number;
}

export function stageOf(facts: Pick<CaseFacts, 'route' | 'stageIndex'>): Stage | undefined {
  return facts.route.stages[facts.stageIndex];
}

export function isLastStage(facts: Pick<CaseFacts, 'route' | 'stageIndex'>): boolean {
  return facts.stageIndex === facts.route.stages.length - 1;
}

/** Instant matters have no stages: they are decided by rule when they are submitted. */
export function isInstant(route: RouteDefinition): boolean {
  return route.stages.length === 0;
}

/** Codes of the posts that hold the stage. */
export function postsOf(stage: Stage | undefined): readonly string[] {
  return stage?.tasks.map(({ post }) => post) ?? [];
}
