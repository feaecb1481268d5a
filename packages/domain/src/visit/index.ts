export * from './visit-merging.ts';
export * from './visit-count.ts';
export * from './case-tally.ts';
export * from './trip-buckets.ts';
export * from './kept-promise.ts';
export * from './saved-trips.ts';
export * from './pre-case-arrival.ts';
export * from './arrival-heat.ts';
