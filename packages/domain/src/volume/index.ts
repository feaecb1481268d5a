export * from './coverage.ts';
export * from './figure.ts';
export * from './report.ts';
export * from './settle-volumes.ts';
