export * from './route-definition.ts';
