export * from './deputy.ts';
