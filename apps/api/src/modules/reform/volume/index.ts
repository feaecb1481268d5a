export { findChoices, findFirstMonth, findReported, type ReportedQuery } from './find-reported.ts';
