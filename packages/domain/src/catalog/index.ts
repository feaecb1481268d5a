export * from './guide.ts';
export * from './effective-version.ts';
export * from './preconditions.ts';
