export * from './check-character.ts';
export * from './case-number.ts';
export * from './verification-code.ts';
