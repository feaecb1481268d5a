import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { leaveMatter, makeCaseWorld, publish } from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { CaseCounter } from '../../case/counter.entity.ts';
import { TripCounter } from '../../case/visit/trip.entity.ts';
import { catalogKey } from '../../catalog/index.ts';

let app: TestApp;
let matterId: string;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      await makeCaseWorld(deps);
      const leave = leaveMatter();
      const guide = { ...leave.guide, visitsOnSite: 2, visitReason: { zh: '面谈' } };
      await publish(deps, [{ ...leave, guide }], '2026-01-02');
    },
  });
  await app.deps.services.get(catalogKey).refresh();
  matterId = app.deps.services.get(catalogKey).current().find('DEMO-LEAVE')?.id ?? '';
  await app.deps.orm.em.fork().insert(CaseCounter, { matterId, month: '2026-01', measure: 'accepted', value: 300 });
});
afterAll(() => app.close());

const made = async (measure: '2019.1' | '2019.3+' | '2019.sum', value: number, declared = 2) => {
  const row = { matterId, month: '2026-01', declared: declared + 1, measure, value };
  await app.deps.orm.em.fork().insert(TripCounter, row);
};
const whatIf = async () => {
  const query = { do: ['DEMO-LEAVE~visits~1'], matter: [], q: '' };
  const { matters, savedTrips, measuredSavings } = await app.as(staff('reform-officer')).getWhatIf({ query });
  const [{ basis, known, tripsKnown } = {}] = matters;
  return { savedTrips, measuredSavings, basis, known, tripsKnown };
};

test('what if estimates trips by what cases really took where thirty are known that no other number was declared to, and says so', async () => {
  await made('2019.1', 20);
  // Before the guide stated a number.
  await made('2019.1', 9, -1);
  await made('2019.1', 500, 3);
  const declared = { savedTrips: 300, measuredSavings: 0, basis: 'declared', known: 29, tripsKnown: 0 };
  expect(await whatIf()).toEqual(declared);
  await made('2019.3+', 1);
  await made('2019.sum', 29 + 4);
  // One of thirty went three times too often: 300 x 3 / 30.
  expect(await whatIf()).toEqual({ savedTrips: 30, measuredSavings: 1, basis: 'measured', known: 30, tripsKnown: 33 });
});
