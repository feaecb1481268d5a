export { networkOf } from './network-of.ts';
export { createRateLimits, type RateLimits } from './rate-limits.ts';
