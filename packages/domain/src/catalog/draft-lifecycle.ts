import type { DraftAction, DraftStatus } from '../vocabulary/index.ts';

/**
 * The life of a draft (草稿 → 部门核对 → 合法性审查 → 改革办审核 → 待发布 → 发布): for each status the actions it allows and
 * where each leads. A new status does not compile until it is placed here.
 */
export const draftLifecycle: Readonly<Record<DraftStatus, Readonly<Partial<Record<DraftAction, DraftStatus>>>>> = {
  editing: { submit: 'department-check', abandon: 'abandoned' },
  'department-check': { confirm: 'legal-review', return: 'editing', abandon: 'abandoned' },
  'legal-review': { 'approve-legality': 'reform-review', return: 'editing', abandon: 'abandoned' },
  'reform-review': { approve: 'ready', return: 'editing', abandon: 'abandoned' },
  ready: {
    'keep-cases': 'ready',
    schedule: 'scheduled',
    publish: 'published',
    reopen: 'editing',
    abandon: 'abandoned',
  },
  scheduled: { unschedule: 'ready', publish: 'published' },
  published: {},
  abandoned: {},
};

/** The draft still is somebody's work: there is at most one such for each matter. */
export function isDraftOpen(status: DraftStatus): boolean {
  return status !== 'published' && status !== 'abandoned';
}

/** What was checked is not changed any more: it is reopened or returned first. */
export function isDraftEditable(status: DraftStatus): boolean {
  return status === 'editing' || status === 'department-check';
}

/** Where an action leads; undefined: it may not be taken in this status. */
export function nextDraftStatus(status: DraftStatus, action: DraftAction): DraftStatus | undefined {
  return draftLifecycle[status][action];
}
