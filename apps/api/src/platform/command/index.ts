export { createRunCommand, type CommandOptions, type RunCommand } from './run-command.ts';
export type { NewJob, Tx } from './tx.ts';
export { isAmbiguousCommit, isConnectionLoss, isRetryable, isUniqueViolation } from './database-errors.ts';
