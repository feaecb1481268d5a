export * from './civil-date.ts';
export * from './zone.ts';
export * from './working-calendar.ts';
export * from './office-time.ts';
export * from './opening.ts';
