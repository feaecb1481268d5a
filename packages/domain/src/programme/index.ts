export * from './stage.ts';
export * from './task.ts';
export * from './accountability.ts';
export * from './score.ts';
