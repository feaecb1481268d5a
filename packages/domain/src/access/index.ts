export * from './grant.ts';
export * from './permissions.ts';
