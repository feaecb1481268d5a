/** What the load generator is asked to do. */
export interface LoadOrder {
  readonly port: number;
  /** Requests under way at once. */
  readonly connections: number;
  /** Sent one after another, over and over; each of them at most once with `isOnce`. */
  readonly requests: readonly string[];
  readonly seconds: number;
  readonly isOnce?: boolean;
}

export interface LoadResult {
  /** Answers with a status below 400. */
  readonly answers: number;
  readonly seconds: number;
  readonly p50ms: number;
  readonly p95ms: number;
  readonly p99ms: number;
  /** All other answers, and connections that broke. */
  readonly failures: number;
  readonly firstFailure?: string;
  /** CPU of the generator itself: above 90 % of a core it measures itself. */
  readonly ownCpuSeconds: number;
}
