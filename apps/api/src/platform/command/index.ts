export type { Addition, Taking } from './addition.ts';
export { createRunAddition, type RunAddition } from './run-addition.ts';
export type { CommandOptions } from './command-keys.ts';
export { createRunCommand, type RunCommand } from './run-command.ts';
export type { NewJob, Tx } from './tx.ts';
export { isAmbiguousCommit, isConnectionLoss, isRetryable, isUniqueViolation } from './database-errors.ts';
