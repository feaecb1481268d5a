import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../tests/support/case-world.ts';
import { machine, staff } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { newId } from '../../platform/ids/index.ts';
import { catalogKey } from '../catalog/index.ts';
import { Matter, MatterVersion } from '../catalog/matter.entity.ts';
import { Favourite } from './favourite.entity.ts';
import { mostFavourites } from './keep-favourite.ts';

let app: TestApp;
let world: CaseWorld;
beforeEach(async () => {
  app = await createTestApp({ seed: async (deps) => void (world = await makeCaseWorld(deps)) });
});
afterEach(() => app.close());

const keep = (code: string, who = world.student) => app.as(who).addFavourite({ params: { code } });
const keptBy = async (who = world.student) => (await app.as(who).listFavourites({})).items.map(({ code }) => code);

test('GUIDE-8 a kept matter is listed for whoever kept it, the last one first, and only for them', async () => {
  await keep(codes.card);
  app.clock.advance(1_000);
  await keep(codes.proof);
  await keep(codes.card);
  expect(await keptBy()).toEqual([codes.proof, codes.card]);
  expect(await keptBy(world.other)).toEqual([]);
  expect((await app.as(world.student).listFavourites({})).items[0]).toMatchObject({
    department: '教务处',
    isRetired: false,
  });
});

test('GUIDE-8 a matter is taken off the list, twice if need be, and stays on that of others', async () => {
  await keep(codes.card);
  await keep(codes.card, world.other);
  await app.as(world.student).removeFavourite({ params: { code: codes.card } });
  await app.as(world.student).removeFavourite({ params: { code: codes.card } });
  expect([await keptBy(), await keptBy(world.other)]).toEqual([[], [codes.card]]);
});

test('one that is retired stays on the list, says so, and can be taken off', async () => {
  await keep(codes.card);
  const em = app.deps.orm.em.fork();
  await em.nativeUpdate(Matter, { code: codes.card }, { retiredOn: '2026-01-02' });
  const { id: matterId } = await em.findOneOrFail(Matter, { code: codes.card });
  await em.nativeUpdate(MatterVersion, { matterId }, { effectiveUntil: '2026-01-02' });
  await app.deps.services.get(catalogKey).refresh();
  expect((await app.as(world.student).listFavourites({})).items).toMatchObject([{ code: codes.card, isRetired: true }]);
  await app.as(world.student).removeFavourite({ params: { code: codes.card } });
  expect(await keptBy()).toEqual([]);
});

test('a full list says what to do, and keeps what it has', async () => {
  const personId = world.student.personId!;
  const rows = Array.from({ length: mostFavourites }, () => ({
    personId,
    matterId: newId(),
    addedAt: app.clock.now(),
  }));
  await app.deps.orm.em.fork().insertMany(Favourite, rows);
  await expect(keep(codes.card)).rejects.toMatchObject({
    problem: { code: 'request.invalid', issues: [{ message: expect.stringContaining('最多收藏 100 个') }] },
  });
});

test('R-AUTHZ-1 visitors are asked to sign in, programs keep nothing, and there is nothing to keep of an unknown matter', async () => {
  await expect(app.as().addFavourite({ params: { code: codes.card } })).rejects.toMatchObject({
    problem: { code: 'access.sign-in-required' },
  });
  await expect(keep(codes.card, machine())).rejects.toMatchObject({ problem: { code: 'access.denied' } });
  await expect(keep('NO-SUCH', staff('clerk'))).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
});
