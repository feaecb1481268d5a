export * from './visit-merging.ts';
export * from './visit-count.ts';
