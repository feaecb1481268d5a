import { NotFoundError, OptimisticLockError } from '@mikro-orm/sql';
import { isConnectionLoss, isRetryable, isUniqueViolation } from '../command/index.ts';
import { BlobMissing, BlobTooLarge } from '../files/index.ts';
import { problem, ProblemError } from '../problem/index.ts';

/** What any error means to the person who called. What it says itself stays in the log (R-ERR-1). */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof BlobTooLarge) return problem('material.too-large', { cause: error });
  if (error instanceof BlobMissing || error instanceof NotFoundError)
    return problem('record.not-found', { cause: error });
  if (error instanceof OptimisticLockError || isUniqueViolation(error))
    return problem('record.changed', { cause: error });
  if (isRetryable(error))
    return problem('service.unavailable', { cause: error, retryAfter: isConnectionLoss(error) ? 5 : 1 });
  if (isDiskFull(error)) return problem('service.unavailable', { cause: error, retryAfter: 60 });
  return problem('service.failed', { cause: error });
}

function isDiskFull(error: unknown): boolean {
  const { code, errno } = (error ?? {}) as { code?: string; errno?: number };
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL' || errno === 1021 || errno === 1114;
}
