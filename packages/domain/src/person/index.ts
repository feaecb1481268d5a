export * from './characters.ts';
export * from './person-name.ts';
export * from './phone.ts';
export * from './resident-id.ts';
export * from './masking.ts';
export * from './id-document.ts';
export * from './bank-account.ts';
export * from './email.ts';
