export * from './target-definition.ts';
export * from './matter-checks.ts';
export * from './exclusion.ts';
export * from './evaluation.ts';
export * from './department-share.ts';
export * from './shortest-way.ts';
export * from './scenario.ts';
export * from './side-figures.ts';
