import type { LocalText } from '../vocabulary/index.ts';

/**
 * The way of a case through departments, versioned data. Stages run in sequence; each holds tasks with a join, so that
 * parallel work needs no other shape (today every stage has one task). No stages: decided at once by rule.
 */
export interface RouteDefinition {
  readonly stages: readonly Stage[];
}

export interface Stage {
  readonly key: string;
  readonly name: LocalText;
  readonly join: 'all' | 'any' | 'veto';
  readonly tasks: readonly StageTask[];
  /** Working days; the sum over the stages may not exceed what the matter promises. */
  readonly limitDays: number;
}

export interface StageTask {
  readonly key: string;
  /** Code of the post (岗位) that holds it. */
  readonly post: string;
  readonly may: readonly StagePower[];
}

export const stagePowers = ['accept', 'correct', 'refuse', 'pass', 'decide', 'suspend', 'extend'] as const;
/** `accept` and `refuse` belong to the first stage, `decide` (approve or decline) to the last. `extend`: to ask the head for it. */
export type StagePower = (typeof stagePowers)[number];
