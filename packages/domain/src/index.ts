export * from './vocabulary/index.ts';
export * from './form/index.ts';
export * from './route/index.ts';
export * from './catalog/index.ts';
export * from './certificate/index.ts';
