export { findFirstMonth, findReported } from './find-reported.ts';
export { loadVolumeSources, settledMonths, settleMonths, type VolumeSources } from './settle-months.ts';
