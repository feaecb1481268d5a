export * from './high-frequency.ts';
export * from './counting-period.ts';
export * from './succession.ts';
export * from './joint-rule.ts';
export * from './count-by-matter.ts';
export * from './periods.ts';
export * from './frozen-set.ts';
export * from './moves.ts';
