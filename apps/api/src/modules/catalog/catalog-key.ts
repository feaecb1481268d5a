import type { Em } from '../../database/index.ts';
import { serviceKey } from '../../platform/endpoint/index.ts';
import type { Catalog } from './catalog.ts';
import type { MatterStatistics } from './matter.presenter.ts';

/** The published catalog in memory: `deps.services.get(catalogKey).current()`. */
export const catalogKey = serviceKey<Catalog>('catalog');

/** By matter id. Offered by the module that counts; the catalog itself knows no cases. */
export type CountUses = (em: Em, at: Date) => Promise<ReadonlyMap<string, MatterStatistics>>;
export const countUsesKey = serviceKey<CountUses>('count-uses');

/** Cases of some matters that are not finished, by the version that they keep and the stage (from 0) they are at. */
export type CountRunning = (
  em: Em,
  matterIds: readonly string[],
) => Promise<
  readonly {
    readonly matterId: string;
    readonly versionId: string;
    readonly stageIndex: number;
    readonly cases: number;
  }[]
>;
/** Offered by the module that keeps the cases. */
export const countRunningKey = serviceKey<CountRunning>('count-running');
