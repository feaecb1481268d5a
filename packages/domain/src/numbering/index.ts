export * from './check-character.ts';
export * from './case-number.ts';
export * from './certificate-number.ts';
export * from './verification-code.ts';
