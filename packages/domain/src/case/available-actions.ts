import { caseActions, type CaseAction, type Refusal } from '../vocabulary/index.ts';
import type { StagePower } from '../route/index.ts';
import { type CaseFacts, isLastStage, stageOf } from './case-facts.ts';
import { isOpen, nextStatuses } from './case-lifecycle.ts';

/** What the actor is to the case. Whether the person may see it at all is asked before (access/). */
export interface CaseRelation {
  readonly isApplicant: boolean;
  /** Codes of the posts that the person holds now, own and by delegation. */
  readonly heldPosts: readonly string[];
  /** null or absent: nobody, or nobody known. */
  readonly personId?: string | null | undefined;
  /** Head of the department that the case belongs to: may void and remove. */
  readonly isHead?: boolean | undefined;
  /** Head of the department whose post holds the case now: decides on extensions. */
  readonly isHoldersHead?: boolean | undefined;
  /** A job of the platform: silence and expiry. */
  readonly isSystem?: boolean | undefined;
}

type Doer = 'applicant' | 'system' | 'head' | 'holders-head' | 'delivering-post' | StagePower;

const doers: Readonly<Record<CaseAction, Doer>> = {
  accept: 'accept',
  'accept-tolerantly': 'accept',
  'deem-accepted': 'system',
  'request-correction': 'correct',
  'supply-correction': 'applicant',
  'expire-correction': 'system',
  refuse: 'refuse',
  pass: 'pass',
  approve: 'decide',
  decline: 'decide',
  suspend: 'suspend',
  resume: 'suspend',
  'request-extension': 'extend',
  extend: 'holders-head',
  'approve-extension': 'holders-head',
  'decline-extension': 'holders-head',
  deliver: 'delivering-post',
  withdraw: 'applicant',
  void: 'head',
  remove: 'head',
};

/** What this actor may do to the case now; pages show these and nothing else. */
export function availableActions(facts: CaseFacts, actor: CaseRelation): readonly CaseAction[] {
  return caseActions.filter((action) => findActionRefusal(facts, action, actor) === undefined);
}

/** Why this actor may not do it now; undefined when it may be done. */
export function findActionRefusal(facts: CaseFacts, action: CaseAction, actor: CaseRelation): Refusal | undefined {
  const notTheirs = refusalByDoer(facts, doers[action], actor);
  if (notTheirs) return notTheirs;
  if (nextStatuses(facts.status, action).length === 0) {
    return { code: isOpen(facts.status) ? 'case.wrong-status' : 'case.closed', params: { status: facts.status } };
  }
  return refusalByOwed(facts, action) ?? refusalByExtension(facts, action, actor);
}

/** One at a time: what was asked for is decided on before more is asked for, and by somebody else. */
function refusalByExtension(
  { openExtension }: CaseFacts,
  action: CaseAction,
  { personId }: CaseRelation,
): Refusal | undefined {
  if (action === 'request-extension' || action === 'extend') {
    return openExtension === null ? undefined : { code: 'extension.pending' };
  }
  if (action !== 'approve-extension' && action !== 'decline-extension') return undefined;
  if (openExtension === null) return { code: 'extension.none' };
  const isOwn = openExtension.askedBy !== null && openExtension.askedBy === personId;
  return isOwn && action === 'approve-extension' ? { code: 'extension.own-request' } : undefined;
}

/** 容缺: what is owed asks for a tolerant acceptance first and stops the decision until it is there. */
function refusalByOwed({ owedMaterials }: CaseFacts, action: CaseAction): Refusal | undefined {
  if (action === 'accept-tolerantly') return owedMaterials.length > 0 ? undefined : { code: 'case.nothing-owed' };
  if (action !== 'accept' && action !== 'approve') return undefined;
  const [field] = owedMaterials;
  return field === undefined ? undefined : { code: 'case.materials-owed', field };
}

function refusalByDoer(facts: CaseFacts, doer: Doer, actor: CaseRelation): Refusal | undefined {
  if (doer === 'applicant') return actor.isApplicant ? undefined : { code: 'case.not-yours' };
  if (doer === 'system') return actor.isSystem ? undefined : { code: 'case.not-permitted' };
  if (doer === 'delivering-post' && actor.isSystem) return undefined;
  // 回避: nobody handles their own case, whatever posts they hold.
  if (actor.isApplicant) return { code: 'case.own-case' };
  if (doer === 'head') return actor.isHead ? undefined : { code: 'case.not-permitted' };
  if (doer === 'holders-head' && !actor.isHoldersHead) return { code: 'case.not-permitted' };
  return refusalByStage(facts, doer === 'holders-head' ? 'extend' : doer, actor);
}

function refusalByStage(
  facts: CaseFacts,
  doer: StagePower | 'delivering-post',
  actor: CaseRelation,
): Refusal | undefined {
  const held = stageOf(facts)?.tasks.filter(({ post }) => actor.heldPosts.includes(post)) ?? [];
  if (held.length === 0) return { code: 'case.not-your-post' };
  if (doer === 'delivering-post') return undefined;
  const isPlaced = mayLieHere(facts, doer) && held.some(({ may }) => may.includes(doer));
  return isPlaced ? undefined : { code: 'case.stage-may-not', params: { stage: facts.stageIndex + 1 } };
}

/** Accepting and refusing belong to the first stage, deciding to the last, passing on to all before it. */
function mayLieHere(facts: CaseFacts, power: StagePower): boolean {
  if (power === 'accept' || power === 'refuse') return facts.stageIndex === 0;
  if (power === 'decide') return isLastStage(facts);
  return power !== 'pass' || !isLastStage(facts);
}
