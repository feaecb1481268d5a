export * from './text.ts';
export * from './roles.ts';
export * from './rule-words.ts';
export * from './case-words.ts';
export * from './matter-words.ts';
export * from './time.ts';
export * from './refusal-words.ts';
export * from './power-words.ts';
