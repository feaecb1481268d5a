import { catalogKey } from '../../apps/api/src/modules/catalog/index.ts';
import { VolumeEntry, VolumeSource } from '../../apps/api/src/modules/reform/volume/volume.entity.ts';
import { addToCounters } from '../../apps/api/src/modules/case/counter/add-to-counters.ts';
import { raiseVolumeRevision } from '../../apps/api/src/modules/case/index.ts';
import type { Em } from '../../apps/api/src/database/index.ts';
import { newId } from '../../apps/api/src/platform/ids/index.ts';
import type { Principal } from '../../apps/api/src/platform/principal/index.ts';
import { makeCaseWorld, places } from './case-world.ts';
import { staff } from './principals.ts';
import { createTestApp, type TestApp } from './test-app.ts';

export interface SampleEntry {
  readonly matter: string;
  readonly month: string;
  readonly source: string;
  readonly cases: number;
  readonly turn?: number;
  readonly at?: string;
}

/** The small university on 2 March 2026 with two systems that report, and everybody who has to do with volumes. */
export interface VolumeDesk {
  readonly app: TestApp;
  readonly officerPrincipal: Principal;
  readonly officer: ReturnType<TestApp['as']>;
  /** Of 教务处, which owns all matters of the small university. */
  readonly clerk: ReturnType<TestApp['as']>;
  /** Of 学生处. */
  readonly stranger: ReturnType<TestApp['as']>;
  idOf(code: string): string;
  /** Our own counters. */
  count(code: string, month: string, value: number): Promise<void>;
  /** An entry as it stands in the table, without the command. */
  enter(entry: SampleEntry): Promise<void>;
}

export async function openVolumeDesk(): Promise<VolumeDesk> {
  const app = await createTestApp({
    seed: async (deps) => {
      await makeCaseWorld(deps);
      // The catalog is older than the year that is counted.
      await deps.orm.em.fork().execute("update matter_versions set effective_from = '2024-01-01'");
    },
  });
  const em = (): Em => app.deps.orm.em.fork();
  const createdAt = app.clock.now();
  const source = { clientId: null, note: '测试', createdBy: '沈一凡', createdAt };
  await em().insertMany(VolumeSource, [
    { code: 'card', name: '一卡通系统', ...source },
    { code: 'desk', name: '窗口台账', ...source },
  ]);
  const officerPrincipal = staff('reform-officer', 'university', null, { displayName: '沈一凡' });
  const idOf = (code: string): string => {
    const matter = app.deps.services.get(catalogKey).current().find(code);
    if (matter === undefined) throw new Error(`no matter ${code}`);
    return matter.id;
  };
  return {
    ...{ app, officerPrincipal, idOf },
    officer: app.as(officerPrincipal),
    clerk: app.as(staff('clerk', 'department', places.registry, { displayName: '王老师' })),
    stranger: app.as(staff('clerk', 'department', places.affairs, { displayName: '李老师' })),
    count: async (code, month, value) =>
      void (await addToCounters(em(), [
        { matterId: idOf(code), month, measure: 'accepted', recordedOn: '', sum: value },
      ])),
    enter: async ({ matter, month, source: code, cases, turn = 1, at }) => {
      const recordedAt = at === undefined ? app.clock.now() : new Date(at);
      await em().insert(VolumeEntry, {
        ...{ id: newId(recordedAt.getTime()), matterId: idOf(matter), month, source: code, turn, cases },
        ...{ evidence: '系统月报', reason: turn > 1 ? '多算了退回的' : null, replaces: null },
        ...{ departmentId: places.registry, reportedBy: '王老师', recordedAt },
      });
      await raiseVolumeRevision(em());
    },
  };
}
