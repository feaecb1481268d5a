export { findChoices, findFirstMonth, findReported, type ReportedQuery } from './find-reported.ts';
export { settleMonths } from './settle-months.ts';
