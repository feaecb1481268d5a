export * from './burden.ts';
export * from './compare-burdens.ts';
export * from './compare-materials.ts';
export * from './sum-reductions.ts';
