export * from './power-content.ts';
export * from './combing.ts';
export * from './line.ts';
export * from './edition.ts';
export * from './edition-standing.ts';
export * from './filing.ts';
