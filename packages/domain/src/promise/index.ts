export * from './audited-case.ts';
export * from './case-findings.ts';
export * from './day-histogram.ts';
export * from './judge.ts';
export * from './proposal-lifecycle.ts';
export * from './propose.ts';
export * from './tally.ts';
