/** The demo university as plain data; what loads it into a database stands elsewhere. */
export * from './guides/index.ts';
export * from './matters/index.ts';
export * from './online/index.ts';
export { sampleAnswers } from './online/sample-answers.ts';
export * from './organization/index.ts';
export * from './past-cases/index.ts';
export * from './people/index.ts';

/** The day of 浙教人〔2018〕105号. */
export const defaultDemoSeed = 20181108;
