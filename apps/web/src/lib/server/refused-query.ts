import { ApiError } from '@yitang/contract';
import { toError, toFail, type FormFailure } from './api.ts';

/**
 * For loads that ask with what somebody typed into a filter: a value that the API does not accept comes back as issues
 * for the filter's own fields; any other refusal shows the error page of its status.
 */
export function toRefusedQuery(refused: unknown): FormFailure {
  if (refused instanceof ApiError && refused.problem.code === 'request.invalid') return toFail(refused).data;
  return toError(refused);
}
