import { createTestApp, type TestApp } from './test-app.ts';
import { makeCaseWorld, places } from './case-world.ts';
import { makePerson } from './people.ts';
import { staff } from './principals.ts';
import { catalogKey } from '../../apps/api/src/modules/catalog/index.ts';

export type Asker = ReturnType<TestApp['as']>;
type Content = Parameters<Asker['createPowerEntry']>[0]['body']['content'];

export const powerContent = (name: string, more: Partial<Content> = {}): Content => ({
  name,
  basis: [{ title: '学生管理规定', docNo: '校发〔2025〕8号', article: '第三条' }],
  office: '学籍科',
  post: '学籍管理岗',
  exercise: '受理、核对、办理',
  audiences: ['student'],
  source: 'own',
  risks: null,
  ...more,
});

/** The small university with a round that asks 教务处 and 学生处, and everybody who has to do with it. */
export interface PowerDesk {
  readonly app: TestApp;
  readonly officer: Asker;
  readonly colleague: Asker;
  /** Of 教务处. */
  readonly clerk: Asker;
  readonly head: Asker;
  readonly headId: string;
  /** Of 学生处. */
  readonly otherHead: Asker;
  readonly roundId: string;
  enter(name: string, more?: Partial<Content>): Promise<string>;
  /** The chosen entries as the bench sends them. */
  chosen(...codes: string[]): Promise<{ code: string; revision: number }[]>;
  act(departmentId: string, action: 'submit' | 'return' | 'accept', note?: string): Promise<unknown>;
  /** Enters, files and accepts; answers the codes. */
  accepted(...names: string[]): Promise<string[]>;
  publish(title?: string, effectiveFrom?: string): Promise<{ number: number; entries: number }>;
  refresh(): Promise<void>;
}

export const round = { title: '2026 年小微权力梳理', opensOn: '2026-03-02', dueOn: '2026-03-20' } as const;

export async function openPowerDesk(): Promise<PowerDesk> {
  const app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)) });
  const made = await makePerson(app.deps, {
    kind: 'staff',
    grants: [{ role: 'head', scopeKind: 'department', scopeId: places.registry }],
  });
  const officer = app.as(staff('reform-officer', 'university', null, { displayName: '沈一凡' }));
  const head = app.as(staff('head', 'department', places.registry, { displayName: '赵处长' }));
  const otherHead = app.as(staff('head', 'department', places.affairs, { displayName: '钱处长' }));
  const clerk = app.as(staff('clerk', 'department', places.registry, { displayName: '王老师' }));
  const body = { ...round, departmentIds: [places.registry, places.affairs] };
  const { id: roundId } = await officer.openPowerRound({ body });
  const act: PowerDesk['act'] = async (departmentId, action, note) => {
    const filings = (await officer.getPowerRound({ params: { id: roundId } })).filings;
    const filing = filings.find(({ department }) => department.id === departmentId)!;
    const who = action !== 'submit' ? officer : departmentId === places.registry ? head : otherHead;
    return who.actOnPowerFiling({
      params: { id: filing.id },
      body: { action, revision: filing.revision, note: note ?? null },
    });
  };
  const enter: PowerDesk['enter'] = async (name, more) =>
    (await clerk.createPowerEntry({ body: { departmentId: places.registry, content: powerContent(name, more) } })).code;
  const refresh = () => app.deps.services.get(catalogKey).refresh();
  return {
    ...{ app, officer, head, otherHead, clerk, roundId, act, enter, refresh, headId: made.personId },
    colleague: app.as(staff('reform-officer', 'university', null, { displayName: '周敏' })),
    chosen: (...codes) =>
      Promise.all(
        codes.map(async (code) => ({ code, revision: (await officer.getPowerEntry({ params: { code } })).revision })),
      ),
    accepted: async (...names) => {
      const entered: string[] = [];
      for (const name of names) entered.push(await enter(name));
      await act(places.registry, 'submit');
      await act(places.registry, 'accept');
      return entered;
    },
    publish: async (title = '小微权力清单（2026 年版）', effectiveFrom = '2026-03-02') => {
      const published = await officer.publishPowerEdition({ body: { title, effectiveFrom } });
      await refresh();
      return published;
    },
  };
}
