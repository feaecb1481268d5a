export * from './survey-lifecycle.ts';
export * from './survey-plan.ts';
export * from './allocation.ts';
export * from './draw.ts';
export * from './outcome.ts';
export * from './interval.ts';
export * from './results.ts';
