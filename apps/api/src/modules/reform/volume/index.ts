export { findFirstMonth, findReported, type MonthSpan } from './find-reported.ts';
export { rememberUndated, VolumeMemory, volumeMemoryKey } from './volume-memory.ts';
export { loadVolumeSources, settledMonths, settleMonths, sourcesWithin, type VolumeSources } from './settle-months.ts';
