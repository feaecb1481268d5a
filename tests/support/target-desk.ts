import type { MatterContent } from '@yitang/domain/catalog';
import type { TargetBoardData, TargetRowData } from '@yitang/contract';
import { loadReferenceTargets } from '../../apps/api/src/database/seeds/reference/load-targets.ts';
import { CaseCounter } from '../../apps/api/src/modules/case/counter.entity.ts';
import { catalogKey } from '../../apps/api/src/modules/catalog/index.ts';
import { makeCaseWorld, publish } from './case-world.ts';
import { staff } from './principals.ts';
import { createTestApp, type TestApp } from './test-app.ts';

/** The small university with the targets of the document. */
export interface TargetDesk {
  readonly app: TestApp;
  refresh(): Promise<void>;
  board(asOf?: string): Promise<Omit<TargetBoardData, 'targets'> & { targets: ReadonlyMap<string, TargetRowData> }>;
  /** Another version of a matter, from a day on. */
  republish(content: MatterContent, guide: Partial<MatterContent['guide']>, from: string): Promise<void>;
  /** Our own counters. */
  count(code: string, month: string, value: number): Promise<void>;
}

export const targetOfficer = staff('reform-officer', 'university', null, { displayName: '改革办甲' });

export async function openTargetDesk(): Promise<TargetDesk> {
  const app = await createTestApp();
  await makeCaseWorld(app.deps);
  await loadReferenceTargets(app.deps.orm.em.fork(), app.deps.clock.now());
  const refresh = async () => void (await app.deps.services.get(catalogKey).refresh());
  await refresh();
  return {
    app,
    refresh,
    board: async (asOf) => {
      const { targets, ...rest } = await app.as(targetOfficer).getTargets({ query: { ...(asOf ? { asOf } : {}) } });
      return { ...rest, targets: new Map(targets.map((one) => [one.key, one])) };
    },
    republish: async (content, guide, from) => {
      await publish(app.deps, [{ ...content, guide: { ...content.guide, ...guide } }], from);
      await refresh();
    },
    count: async (code, month, value) => {
      const em = app.deps.orm.em.fork();
      const [row] = await em.execute<{ id: string }[]>('select id from matters where code = ?', [code]);
      await em.insert(CaseCounter, { matterId: row!.id, month, measure: 'accepted', value });
    },
  };
}
