export * from './figure.ts';
export * from './settle-volumes.ts';
