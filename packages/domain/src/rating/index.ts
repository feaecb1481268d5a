export * from './rating-tags.ts';
export * from './rating.ts';
