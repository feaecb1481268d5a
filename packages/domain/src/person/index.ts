export * from './characters.ts';
export * from './person-name.ts';
export * from './phone.ts';
export * from './resident-id.ts';
export * from './masking.ts';
