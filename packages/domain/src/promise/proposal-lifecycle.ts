import type { ProposalState } from '../vocabulary/index.ts';

export const proposalActions = ['accept', 'reject', 'publish', 'drop', 'measure'] as const;
export type ProposalAction = (typeof proposalActions)[number];

/**
 * The life of a proposed change of a guide. `drop`: its draft was given up, so that the question is open again. A measured
 * one is measured anew each night, as cases come in.
 */
const transitions: Readonly<Record<ProposalState, Readonly<Partial<Record<ProposalAction, ProposalState>>>>> = {
  open: { accept: 'accepted', reject: 'rejected' },
  accepted: { publish: 'published', drop: 'open' },
  rejected: {},
  published: { measure: 'measured' },
  measured: { measure: 'measured' },
};

/** undefined: the state has no such step. */
export function nextProposalState(state: ProposalState, action: ProposalAction): ProposalState | undefined {
  return transitions[state][action];
}

/** While it is somebody's work, the same thing is not proposed again. */
export function isProposalPending(state: ProposalState): boolean {
  return state === 'open' || state === 'accepted' || state === 'published';
}
