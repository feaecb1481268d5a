export * from './layout-definition.ts';
export * from './certificate-text.ts';
export * from './layout-faults.ts';
