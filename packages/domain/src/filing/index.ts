export * from './snapshot.ts';
export * from './package-lifecycle.ts';
export * from './package-gaps.ts';
export * from './evidence.ts';
export * from './month-range.ts';
