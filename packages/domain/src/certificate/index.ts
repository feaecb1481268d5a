export * from './layout-definition.ts';
