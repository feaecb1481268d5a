import autocannon, { type Options } from 'autocannon';

export interface LoadResult {
  requestsPerSecond: number;
  p95ms: number;
  /** Answers that were not 2xx or 3xx, and requests that got none. */
  failures: number;
}

/** Keeps `connections` requests under way for `seconds` and counts what comes back. */
export async function load(
  options: Pick<Options, 'url' | 'headers' | 'connections' | 'requests'> & { seconds: number },
): Promise<LoadResult> {
  const { seconds, ...request } = options;
  const result = await autocannon({ connections: 16, ...request, duration: seconds, workers: 1 });
  return {
    requestsPerSecond: result.requests.average,
    p95ms: result.latency.p97_5,
    failures: result.non2xx + result.errors + result.timeouts,
  };
}
