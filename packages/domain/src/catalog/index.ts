export * from './guide.ts';
export * from './effective-version.ts';
export * from './preconditions.ts';
export * from './matter-content.ts';
export * from './content-fields.ts';
export * from './content-files.ts';
export * from './draft-lifecycle.ts';
export * from './batch-lifecycle.ts';
