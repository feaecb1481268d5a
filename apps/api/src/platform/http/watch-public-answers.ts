import type { Log } from '../logger/index.ts';
import type { RateLimits } from '../limits/index.ts';
import type { PublicCacheOptions } from '../public-cache/index.ts';
import type { HttpMetrics } from './metrics.ts';
import { readAddress, type FactsOptions } from './request-facts.ts';

interface Parts extends FactsOptions {
  readonly limits: RateLimits;
  readonly metrics: HttpMetrics;
  readonly log: Log;
}

/**
 * What the frame does for a request, for those that are answered in front of it: what is made for them counts against the
 * limit of their address (R-DOS-1), and each is measured and logged. Nobody is known there yet, so no line says who.
 */
export function watchPublicAnswers(parts: Parts): Pick<PublicCacheOptions, 'mayMake' | 'onAnswer'> {
  const { limits, metrics, log } = parts;
  return {
    mayMake: (request) => limits.mayReadUnknown(readAddress(request, parts)),
    onAnswer: ({ method = 'GET', url = '/' }, { status, made, seconds }) => {
      if (made === undefined) metrics.countPublicHit(status);
      else metrics.observe({ method, route: made.route, status }, seconds);
      const path = url.split('?', 1)[0];
      log.info({ requestId: made?.requestId, method, path, status, ms: Math.round(seconds * 1000) }, 'public answer');
    },
  };
}
