export * from './route-definition.ts';
export * from './route-check.ts';
