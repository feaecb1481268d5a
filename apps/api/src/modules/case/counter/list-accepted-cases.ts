import type { CaseStatus, CivilMonth } from '@yitang/domain/vocabulary';
import { instantOrNull, type Em } from '../../../database/index.ts';

export interface AcceptedCase {
  id: string;
  number: string;
  status: CaseStatus;
  acceptedAt: string | null;
  /** Working days by which the promise was lengthened; 0: it was not. */
  extendedDays: number;
}

interface Row {
  id: string;
  number: string;
  status: CaseStatus;
  accepted_on: string;
  accepted_at: unknown;
  extension_days: number;
}

export interface AcceptedQuery {
  /** At least one. */
  readonly matterIds: readonly string[];
  readonly month: CivilMonth;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/**
 * The cases of these matters that the counters have as accepted in a month, by the day of acceptance: numbers and states,
 * no names. What was struck out later is in neither.
 */
export async function listAcceptedCases(
  em: Em,
  { matterIds, month, after, limit }: AcceptedQuery,
): Promise<{ items: AcceptedCase[]; next?: string }> {
  const [day, id] = after === undefined ? [`${month}-00`, ''] : [after.slice(0, 10), after.slice(11)];
  const rows = await em.execute<Row[]>(
    `select id, number, status, accepted_on, accepted_at, extension_days from cases
      where matter_id in (${matterIds.map(() => '?').join(', ')}) and status not in ('voided', 'removed') and accepted_on <= ? and (accepted_on > ? or (accepted_on = ? and id > ?))
      order by accepted_on, id limit ?`,
    [...matterIds, `${month}-31`, day, day, id, limit + 1],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ id: caseId, number, status, accepted_at, extension_days }) => ({
      id: caseId,
      number,
      status,
      acceptedAt: instantOrNull(accepted_at)?.toISOString() ?? null,
      extendedDays: Number(extension_days),
    })),
    ...(rows.length > limit && last && { next: `${last.accepted_on}|${last.id}` }),
  };
}
