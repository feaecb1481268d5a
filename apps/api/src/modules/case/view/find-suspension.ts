import type { CaseData } from '@yitang/contract';
import { instantOf, type Em } from '../../../database/index.ts';
import type { LoadedCase } from '../record/load-case.ts';

interface Details {
  readonly ground: string;
  readonly basis: string;
  readonly expectedOn: string;
}

/** Since when, on what ground and until about when the clock stands; null while it runs. */
export async function findSuspension(
  em: Em,
  { current }: Pick<LoadedCase, 'current'>,
): Promise<CaseData['suspension']> {
  if (current.status !== 'suspended') return null;
  const [row] = await em.execute<{ at: unknown; details: string }[]>(
    "select at, details from case_events where case_id = ? and type = 'suspended' order by seq desc limit 1",
    [current.id],
  );
  if (row === undefined) return null;
  const { ground, basis, expectedOn } = JSON.parse(row.details) as Details;
  return { since: instantOf(row.at).toISOString(), ground, basis, expectedOn };
}
