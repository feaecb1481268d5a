import type { CaseAction, CaseStatus } from '../vocabulary/index.ts';

export type Transitions = Readonly<Partial<Record<CaseAction, readonly CaseStatus[]>>>;

/**
 * The life of a case: for each status the actions it allows and where each may lead. A new status does not compile
 * until it is placed here.
 */
export const caseLifecycle: Readonly<Record<CaseStatus, Transitions>> = {
  submitted: {
    accept: ['handling'],
    'accept-tolerantly': ['handling'],
    'deem-accepted': ['handling'],
    'request-correction': ['correcting'],
    refuse: ['refused'],
    withdraw: ['withdrawn'],
    void: ['voided'],
    remove: ['removed'],
  },
  correcting: {
    // Back to where it came from: to intake before acceptance, to its stage after.
    'supply-correction': ['submitted', 'handling'],
    'expire-correction': ['expired'],
    withdraw: ['withdrawn'],
    void: ['voided'],
    remove: ['removed'],
  },
  handling: {
    pass: ['handling'],
    approve: ['approved'],
    decline: ['declined'],
    'request-correction': ['correcting'],
    suspend: ['suspended'],
    'request-extension': ['handling'],
    extend: ['handling'],
    'approve-extension': ['handling'],
    'decline-extension': ['handling'],
    withdraw: ['withdrawn'],
    void: ['voided'],
    remove: ['removed'],
  },
  suspended: {
    resume: ['handling'],
    withdraw: ['withdrawn'],
    void: ['voided'],
    remove: ['removed'],
  },
  approved: { deliver: ['delivered'], void: ['voided'] },
  delivered: { void: ['voided'] },
  declined: {},
  refused: {},
  withdrawn: {},
  expired: {},
  voided: {},
  removed: {},
};

/** A case is born here: received, or (instant matters) decided at once. */
export const initialStatuses = ['submitted', 'approved'] as const satisfies readonly CaseStatus[];

/** Nothing more is owed to anybody. A delivered case can still be voided. */
export const finalStatuses = [
  'declined',
  'delivered',
  'refused',
  'withdrawn',
  'expired',
  'voided',
  'removed',
] as const satisfies readonly CaseStatus[];

/** Decided or ended: the applicant has an answer. `approved` still waits for delivery. */
export const finishedStatuses = ['approved', ...finalStatuses] as const satisfies readonly CaseStatus[];

/** Finished with a decision on the matter itself; these are the cases that are rated and measured. */
export const decidedStatuses = ['approved', 'delivered', 'declined'] as const satisfies readonly CaseStatus[];

export function isOpen(status: CaseStatus): boolean {
  return !(finishedStatuses as readonly CaseStatus[]).includes(status);
}

export function isDecided(status: CaseStatus): boolean {
  return (decidedStatuses as readonly CaseStatus[]).includes(status);
}

/** Where the action may lead from the status; empty when it may not be done. */
export function nextStatuses(status: CaseStatus, action: CaseAction): readonly CaseStatus[] {
  return caseLifecycle[status][action] ?? [];
}
