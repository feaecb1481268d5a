export { findFirstMonth, findReported } from './find-reported.ts';
export { VolumeMemory, volumeMemoryKey } from './volume-memory.ts';
export { loadVolumeSources, settledMonths, settleMonths, type VolumeSources } from './settle-months.ts';
