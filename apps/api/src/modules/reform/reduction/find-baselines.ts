import type { BurdenCounts } from '@yitang/domain/reduction';
import type { Em } from '../../../database/index.ts';
import { BaselineFigure } from './baseline.entity.ts';

/** By matter, the figures on paper that hold on a day: of the latest day up to it the entry that nothing has replaced. */
export async function findPaperFigures(em: Em, day: string): Promise<Map<string, BurdenCounts>> {
  const rows = await em.find(
    BaselineFigure,
    { onDay: { $lte: day } },
    {
      fields: ['matterId', 'counts', 'onDay', 'recordedAt', 'id'],
      orderBy: { onDay: 'asc', recordedAt: 'asc', id: 'asc' },
      disableIdentityMap: true,
    },
  );
  // In order, so that the latest stays.
  return new Map(rows.map(({ matterId, counts }) => [matterId, counts]));
}

/** All entries of some matters, latest first; those that were replaced are among them. */
export async function listBaselines(em: Em, matterIds: readonly string[]): Promise<BaselineFigure[]> {
  return em.find(
    BaselineFigure,
    { matterId: { $in: [...matterIds] } },
    { orderBy: { onDay: 'desc', recordedAt: 'desc', id: 'desc' }, disableIdentityMap: true },
  );
}

/** The entry of a day that holds now: whoever corrects it replaces this one. */
export function currentOf(entries: readonly BaselineFigure[], onDay: string): BaselineFigure | undefined {
  const replaced = new Set(entries.map(({ replacesId }) => replacesId));
  return entries.find((entry) => entry.onDay === onDay && !replaced.has(entry.id));
}
