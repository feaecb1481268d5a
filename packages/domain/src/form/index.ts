export * from './form-definition.ts';
export * from './clean-text.ts';
export * from './condition.ts';
export * from './prefill.ts';
export * from './field-validation.ts';
export * from './form-validation.ts';
export * from './form-progress.ts';
export * from './form-check.ts';
