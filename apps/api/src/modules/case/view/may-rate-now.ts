import { mayRate } from '@yitang/domain/rating';
import type { Call } from '../../../platform/endpoint/index.ts';
import type { Case } from '../case.entity.ts';

/** Decided, and not so long ago that the rating is closed. */
export function mayRateNow(
  { now, deps }: Pick<Call, 'now' | 'deps'>,
  { status, decidedAt }: Pick<Case, 'status' | 'decidedAt'>,
): boolean {
  return mayRate({ status, finishedAt: decidedAt ?? null }, { now, zone: deps.config.timeZone });
}
