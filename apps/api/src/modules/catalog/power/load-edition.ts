import type { EditionEntry } from '@yitang/domain/power';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { PowerEdition, PowerEditionEntry } from './edition.entity.ts';

export interface EditionFacts {
  readonly number: number;
  readonly title: string;
  readonly effectiveFrom: CivilDate;
  readonly publishedAt: Date;
  readonly listed: number;
}

/** Editions that are or were in force on a day, latest first. */
export async function loadEditions(em: Em, day: CivilDate): Promise<EditionFacts[]> {
  return em.find(
    PowerEdition,
    { effectiveFrom: { $lte: day } },
    { orderBy: { number: 'desc' }, disableIdentityMap: true },
  );
}

/** The latest edition, in force or still to come. */
export async function findLatestEdition(em: Em): Promise<EditionFacts | undefined> {
  const [latest] = await em.find(PowerEdition, {}, { orderBy: { number: 'desc' }, limit: 1, disableIdentityMap: true });
  return latest;
}

/** The entries of an edition by code, with what has ended. */
export async function loadEntries(em: Em, edition: number): Promise<EditionEntry[]> {
  const rows = await em.find(PowerEditionEntry, { edition }, { orderBy: { code: 'asc' }, disableIdentityMap: true });
  return rows.map(({ code, departmentId, status, content, predecessors, successors }) => ({
    ...{ code, departmentId, status, content, predecessors, successors },
  }));
}
