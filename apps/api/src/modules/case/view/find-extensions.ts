import type { OfficeCaseData } from '@yitang/contract';
import { dueDateOf } from '@yitang/domain/clock';
import type { Moment } from '@yitang/domain/calendar';
import { instantOf, type Em } from '../../../database/index.ts';
import type { LoadedCase } from '../record/load-case.ts';

interface Row {
  readonly at: unknown;
  readonly actor_label: string;
  readonly details: string;
}

interface Details {
  readonly days: number;
  readonly reason: string;
  readonly basis: string;
  readonly until: string | null;
}

/** By how much the promise was lengthened, why and until when, oldest first. Asks nothing for a case that never was. */
export async function findExtensions(
  em: Em,
  { current }: Pick<LoadedCase, 'current'>,
): Promise<OfficeCaseData['extensions']> {
  if (current.extensionDays === 0) return [];
  const rows = await em.execute<Row[]>(
    "select at, actor_label, details from case_events where case_id = ? and type = 'extended' order by seq",
    [current.id],
  );
  return rows.map(({ at, details }) => {
    const { days, reason, basis, until } = JSON.parse(details) as Details;
    return { at: instantOf(at).toISOString(), days, reason, basis, dueDate: until };
  });
}

/** What waits for the head, and the last day that it would make. */
export async function findOpenExtension(
  em: Em,
  { current, facts }: Pick<LoadedCase, 'current' | 'facts'>,
  moment: Moment,
): Promise<OfficeCaseData['openExtension']> {
  const { openExtension, extensionDays } = facts;
  if (openExtension === null) return null;
  const [row] = await em.execute<Row[]>(
    "select at, actor_label, details from case_events where case_id = ? and type = 'extension-requested' order by seq desc limit 1",
    [current.id],
  );
  if (row === undefined) return null;
  const { days, procedure, reason, basis } = openExtension;
  const dueDate = dueDateOf({ ...facts, extensionDays: extensionDays + days }, moment).on;
  return { at: instantOf(row.at).toISOString(), by: row.actor_label, days, procedure, reason, basis, dueDate };
}
