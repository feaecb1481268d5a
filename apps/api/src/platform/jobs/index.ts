export { lastSlot } from './cron-slots.ts';
export { listDeadLetters, reopenDeadLetter, type DeadLetterRow } from './dead-letters.ts';
export type { JobHandler, JobOptions, JobRegistry, JobRun } from './job-registry.ts';
export { createJobRunner, type JobRunner } from './job-runner.ts';
export { removeDoneJobs } from './job-table.ts';
