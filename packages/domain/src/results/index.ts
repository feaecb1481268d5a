export * from './small-counts.ts';
export * from './frozen-months.ts';
