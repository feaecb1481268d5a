export { generatePastCases } from './generate-past-cases.ts';
export type { PastCase, PastCaseOptions } from './generate-past-cases.ts';
