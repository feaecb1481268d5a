import type { Basis } from '../catalog/index.ts';
import type { Audience, CombingAction, PowerRefusalCode, PowerSource, PowerStatus } from '../vocabulary/index.ts';

/** What the list says of one power (小微权力), beside its code and its department. */
export interface PowerContent {
  readonly name: string;
  /** May be empty while it is entered; without one it is not kept. */
  readonly basis: readonly PowerBasis[];
  /** 科室 and 岗位 that hold it. */
  readonly office: string | null;
  readonly post: string | null;
  /** 行使方式和流程. */
  readonly exercise: string;
  readonly audiences: readonly Audience[];
  readonly source: PowerSource;
  /** 廉政风险点. */
  readonly risks: string | null;
}

export type PowerBasis = Pick<Basis, 'title' | 'docNo' | 'article'>;

/** An entry as it stands while it is filed and combed. Its code is its own for ever. */
export interface Power {
  readonly code: string;
  readonly departmentId: string;
  readonly status: PowerStatus;
  readonly content: PowerContent;
  /** The decision that made it what it is; null: a department entered or changed it since. */
  readonly decisionId: string | null;
}

export interface PowerRefusal {
  readonly code: PowerRefusalCode;
  /** Code of the entry, or id of the department, that it concerns. */
  readonly subject?: string;
}

export interface PowerRefused {
  readonly ok: false;
  /** All of them, not the first. */
  readonly refusals: readonly PowerRefusal[];
}

export const refusePower = (refusals: readonly PowerRefusal[]): PowerRefused => ({ ok: false, refusals });

/** `QL-105-0003`: department and running number. */
export function powerCode(departmentCode: string, number: number): string {
  const department = /^\d{3}$/.test(departmentCode) ? departmentCode : '000';
  return `QL-${department}-${String(number).padStart(4, '0')}`;
}

type Step = CombingAction | 'change' | 'withdraw';

/**
 * The life of an entry: for each status the steps it allows and where each leads. What ended may only come back by undoing
 * the decision that ended it. A new status does not compile until it is placed here.
 */
export const powerLifecycle: Readonly<Record<PowerStatus, Readonly<Partial<Record<Step, PowerStatus>>>>> = {
  entered: {
    keep: 'kept',
    merge: 'merged',
    split: 'split',
    'hand-down': 'handed-down',
    cancel: 'cancelled',
    change: 'entered',
    withdraw: 'withdrawn',
  },
  kept: { merge: 'merged', split: 'split', 'hand-down': 'handed-down', cancel: 'cancelled', change: 'entered' },
  'handed-down': { keep: 'kept', merge: 'merged', split: 'split', cancel: 'cancelled', change: 'entered' },
  merged: {},
  split: {},
  cancelled: {},
  withdrawn: {},
};

/** Where a step leads; undefined: it may not be taken in this status. */
export function nextPowerStatus(status: PowerStatus, step: Step): PowerStatus | undefined {
  return powerLifecycle[status][step];
}

/** It stands on the list: the next edition shows it as it is. */
export function isListed(status: PowerStatus): boolean {
  return status === 'kept' || status === 'handed-down';
}

/** It has come to an end that the list still tells of. */
export function hasEnded(status: PowerStatus): boolean {
  return status === 'merged' || status === 'split' || status === 'cancelled';
}
