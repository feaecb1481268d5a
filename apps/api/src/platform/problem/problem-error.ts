import type { ErrorCode, Issue } from '@yitang/contract';
import { statusOf } from './status.ts';

export interface ProblemOptions {
  /** Every fault, not the first one. */
  readonly issues?: readonly Issue[];
  /** One more sentence for the person, in their language; never data of somebody else. */
  readonly detail?: string;
  /** What went wrong underneath: for the log, never for the answer. */
  readonly cause?: unknown;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

/** A refusal with a code of the contract's closed list. */
export class ProblemError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly issues: readonly Issue[];
  readonly detail: string;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, options: ProblemOptions = {}) {
    super(code, { cause: options.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.status = statusOf(code);
    this.issues = options.issues ?? [];
    this.detail = options.detail ?? '';
    this.retryAfter = options.retryAfter;
  }
}

/** `throw problem('record.not-found')` */
export const problem = (code: ErrorCode, options?: ProblemOptions): ProblemError => new ProblemError(code, options);

export const isProblem = (error: unknown, code?: ErrorCode): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.code === code);
