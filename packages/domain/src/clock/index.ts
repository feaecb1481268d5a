export * from './interval.ts';
export * from './paused-days.ts';
export * from './case-clock.ts';
