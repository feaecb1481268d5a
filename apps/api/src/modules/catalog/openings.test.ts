import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emptyContent } from '@yitang/domain/catalog';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { makeCaseWorld, places, publish } from '../../../../../tests/support/case-world.ts';
import type { Em } from '../../database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { Counter } from '../organization/organization.entity.ts';

const code = 'DEMO-COUNTER';
const words = (zh: string) => ({ zh });
const hours = '工作日 8:30–11:30，13:30–17:00';
const counters = [
  { code: 'mingde-07', name: '校园卡窗口', place: '明德校区一楼 7 号窗口' },
  { code: 'zhiyuan-02', name: '校园卡窗口', place: '致远校区一楼 2 号窗口' },
  { code: 'archives', name: '档案馆利用窗口', place: '档案馆 102 室' },
];

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({
    now: '2026-11-23T09:30:00Z',
    seed: async (deps) => {
      await makeCaseWorld(deps);
      const em = deps.orm.em.fork() as Em;
      const periods = [
        { days: 'working-days' as const, from: '08:30', until: '11:30' },
        { days: 'working-days' as const, from: '13:30', until: '17:00' },
      ];
      const more = { kind: 'window' as const, campusId: newId(), hours, periods, departmentIds: [] };
      await em.insertMany(
        Counter,
        counters.map((counter) => ({ id: newId(), ...counter, ...more })),
      );
      const content = emptyContent({ code, name: '校园卡挂失', departmentId: places.registry });
      const guide = {
        ...content.guide,
        counterCodes: ['archives'],
        places: [
          { name: words('校园卡窗口'), address: words('致远校区一楼 2 号窗口'), hours: words(hours) },
          { name: words('学院办公室'), address: words('各学院'), hours: words('工作日') },
        ],
      };
      await publish(deps, [{ ...content, guide }]);
    },
  });
});
afterAll(() => app.close());

test('GUIDE-7 a guide says which of its places are counters, and lists the counters that it names by code alone', async () => {
  const { places: shown } = await app.as().getMatter({ params: { code } });
  expect(shown.map(({ name, counter }) => [name.zh, counter])).toEqual([
    ['校园卡窗口', 'zhiyuan-02'],
    ['学院办公室', null],
    ['档案馆利用窗口', 'archives'],
  ]);
});

test('GUIDE-7 counters say when they open again, now and not as a page that is kept would', async () => {
  const ask = () => app.as().getOpenings({ query: { counters: 'zhiyuan-02,archives,no-such' } });
  const opens = { on: '2026-11-24', inDays: 1, at: '08:30' };
  const closed = { kind: 'closed', why: 'after-closing', opens, waitsForYear: null };
  const statements = await app.statements(async () => {
    expect((await ask()).items).toEqual([
      { counter: 'archives', opening: closed },
      { counter: 'zhiyuan-02', opening: closed },
    ]);
  });
  expect(statements).toEqual([]);
  app.clock.advance(16 * 3_600_000);
  expect((await ask()).items[0]?.opening).toEqual({ kind: 'open', until: '11:30' });
  const answer = await app.fetchAs()(`${app.base}/api/openings?counters=archives`);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
});

test('GUIDE-3 the code of a checklist is a drawing that depends on the situation; of an unknown matter there is none', async () => {
  const draw = (path: string) => app.fetchAs()(`${app.base}/api/matters/${path}`);
  const [guide, list, other] = await Promise.all(
    [`${code}/qr.svg`, `${code}/qr.svg?to=checklist&situation=a:b`, `${code}/qr.svg?to=checklist&situation=a:c`].map(
      async (path) => (await draw(path)).text(),
    ),
  );
  expect(guide).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+"/);
  expect(new Set([guide, list, other]).size).toBe(3);
  expect((await draw('NO-SUCH/qr.svg')).status).toBe(404);
});
