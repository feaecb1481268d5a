import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { endpoints, type Endpoint } from '@yitang/contract';
import { codes, makeCaseWorld, type CaseWorld } from '../../../tests/support/case-world.ts';
import { anonymous, staff } from '../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../tests/support/test-app.ts';
import type { Principal } from './platform/principal/index.ts';

let app: TestApp;
let world: CaseWorld;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterAll(() => app.close());

const declared: [string, Endpoint][] = Object.entries(endpoints);
const pages = declared.filter(([, { isCatalogPage }]) => isCatalogPage === true);
const asked = { params: { code: codes.leave, number: 1 }, query: {} };
const queries: Readonly<Record<string, object>> = { searchMatters: { q: '休学' }, listMatters: { q: '休学' } };

type Ask = (call: object) => Promise<unknown>;
const answerOf = async (principal: Principal, name: string): Promise<string> => {
  const ask = (app.as(principal) as unknown as Record<string, Ask>)[name]!;
  const answer = await ask({ ...asked, query: queries[name] ?? {} });
  return answer instanceof ArrayBuffer ? Buffer.from(answer).toString() : JSON.stringify(answer);
};

// Whoever asks first is answered, and the answer is kept for all who come after.
test('what is kept of the catalog for everybody says the same to whoever asks', async () => {
  const others = [world.student, { ...world.student, locale: 'en' as const }, staff('reform-officer'), staff('clerk')];
  const compared: string[] = [];
  for (const [name] of pages) {
    const open = await answerOf(anonymous(), name).catch(() => undefined);
    if (open === undefined) continue;
    for (const principal of others) expect([name, await answerOf(principal, name)]).toEqual([name, open]);
    compared.push(name);
  }
  expect(compared).toEqual(
    expect.arrayContaining(['getHallHome', 'listMatters', 'getMatter', 'getSite', 'searchMatters']),
  );
});
