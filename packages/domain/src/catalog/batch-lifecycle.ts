import type { BatchStatus, DraftOperation, DraftStatus } from '../vocabulary/index.ts';

/** What can be done with a batch; `hold` is done by the system, where a scheduled batch turns out to break a rule on its day. */
export const batchActions = ['schedule', 'publish', 'withdraw', 'hold'] as const;
export type BatchAction = (typeof batchActions)[number];

/** The life of a batch (批次): for each status the actions that it allows and where each leads. */
export const batchLifecycle: Readonly<Record<BatchStatus, Readonly<Partial<Record<BatchAction, BatchStatus>>>>> = {
  planned: { schedule: 'scheduled', publish: 'published', withdraw: 'withdrawn' },
  scheduled: { publish: 'published', withdraw: 'withdrawn', hold: 'planned' },
  published: {},
  withdrawn: {},
};

/** Where an action leads; undefined: it may not be taken in this status. */
export function nextBatchStatus(status: BatchStatus, action: BatchAction): BatchStatus | undefined {
  return batchLifecycle[status][action];
}

/** What publication needs to know of a draft. */
export interface BatchedDraft {
  readonly id: string;
  readonly code: string;
  readonly operation: DraftOperation;
  readonly status: DraftStatus;
  /** The published version that it was made from; null: a new matter. */
  readonly baseVersion: number | null;
  readonly successorCode: string | null;
}

/** How a matter stands in the catalog now. */
export interface MatterStanding {
  readonly version: number;
  readonly isRetired: boolean;
}

export type BatchBreachKind = 'not-ready' | 'code-taken' | 'base-changed' | 'retired' | 'successor-gone';
export interface BatchBreach {
  readonly draftId: string;
  readonly kind: BatchBreachKind;
  /** The latest published version, where there is one. */
  readonly latest: number | null;
}

/**
 * Why drafts can not be published together now: each that was not checked to its end, was made from a version that is no
 * longer the latest, or retires a matter in favour of one that will not be there.
 */
export function findBatchBreaches(
  drafts: readonly BatchedDraft[],
  standings: ReadonlyMap<string, MatterStanding>,
): BatchBreach[] {
  const retiring = new Set(drafts.filter(({ operation }) => operation === 'retire').map(({ code }) => code));
  return drafts.flatMap((draft) => {
    const kind = breachOf(draft, standings, retiring);
    return kind === undefined ? [] : [{ draftId: draft.id, kind, latest: standings.get(draft.code)?.version ?? null }];
  });
}

function breachOf(
  draft: BatchedDraft,
  standings: ReadonlyMap<string, MatterStanding>,
  retiring: ReadonlySet<string>,
): BatchBreachKind | undefined {
  if (draft.status !== 'ready' && draft.status !== 'scheduled') return 'not-ready';
  const standing = standings.get(draft.code);
  if (draft.operation === 'add') return standing === undefined ? undefined : 'code-taken';
  if (standing?.isRetired === true) return 'retired';
  if (standing?.version !== draft.baseVersion) return 'base-changed';
  if (draft.operation !== 'retire' || draft.successorCode === null) return undefined;
  const successor = standings.get(draft.successorCode);
  const isThere = successor !== undefined && !successor.isRetired && !retiring.has(draft.successorCode);
  return isThere ? undefined : 'successor-gone';
}
