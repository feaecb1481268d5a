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
    { effectiveFrom: { $lte: day }, withdrawnAt: null },
    { orderBy: { number: 'desc' }, disableIdentityMap: true },
  );
}

/** The latest edition, in force or still to come. */
export const findLatestEdition = (em: Em): Promise<EditionFacts | undefined> => findLast(em, { withdrawnAt: null });

/** The number of an edition that was withdrawn is not used again. */
export const nextEditionNumber = async (em: Em): Promise<number> => ((await findLast(em, {}))?.number ?? 0) + 1;

async function findLast(em: Em, where: { readonly withdrawnAt?: null }): Promise<EditionFacts | undefined> {
  const options = { orderBy: { number: 'desc' }, limit: 1, disableIdentityMap: true } as const;
  const [latest] = await em.find(PowerEdition, where, options);
  return latest;
}

/** The entries of an edition by code, with what has ended. */
export async function loadEntries(em: Em, edition: number): Promise<EditionEntry[]> {
  const rows = await em.find(PowerEditionEntry, { edition }, { orderBy: { code: 'asc' }, disableIdentityMap: true });
  return rows.map(({ code, departmentId, status, content, predecessors, successors }) => ({
    ...{ code, departmentId, status, content, predecessors, successors },
  }));
}
