import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  cardMatter,
  codes,
  makeCaseWorld,
  publish,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { catalogKey } from '../../catalog/index.ts';
import { findVolumes, foldCounters, listAcceptedCases } from '../index.ts';

let app: TestApp;
let world: CaseWorld;
const submitted = 24;
/** Every fourth was refused, so was never accepted. */
const accepted = 18;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
  for (let index = 0; index < submitted; index += 1) await finishedCase(index);
  while ((await foldCounters(app.call().em)) > 0);
  app.clock.set('2026-03-02T02:00:00Z');
}, 60_000);
afterAll(() => app.close());

/** Three a day from the 26th of January, 2026: some of them belong to February. */
async function finishedCase(index: number): Promise<void> {
  app.clock.set(new Date(Date.parse('2026-01-26T00:00:00Z') + index * 8 * 3_600_000).toISOString());
  const student = app.as(index % 2 === 0 ? world.student : world.other);
  const { id } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId: id, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId: id }, body: {}, idempotencyKey: `finished-case-${index}` });
  const [clerk, params] = [app.as(world.registryClerk), { id }];
  if (index % 4 === 0) {
    const grounds = { reason: '照片不清', basis: '办事指南' };
    await clerk.refuseCase({ params, body: { version: 1, ...grounds } });
  } else {
    await clerk.acceptCase({ params, body: { version: 1 } });
    await clerk.approveCase({ params, body: { version: 2 } });
  }
}

describe('the cases behind a figure', () => {
  test('are listed page by page, without names, as many as were counted', async () => {
    const matterId = app.deps.services.get(catalogKey).current().find(codes.card)?.id ?? '';
    const volumes = await findVolumes(app.call().em, { first: '2026-01', last: '2026-02' });
    expect(volumes.reduce((sum, { value }) => sum + value, 0)).toBe(accepted);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAcceptedCases(app.call().em, { matterIds: [matterId], month: '2026-01', after, limit: 5 });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    const [january] = await findVolumes(app.call().em, { first: '2026-01', last: '2026-01' });
    expect(january?.value).toBeLessThan(accepted);
    expect(new Set(seen).size).toBe(january?.value);
    expect(seen).toHaveLength(january?.value ?? 0);
  });
});

describe('the inbox', () => {
  test('finished cases come newest first, page after page, each once, and no page counts them', async () => {
    const clerk = app.as(world.registryClerk);
    const seen: string[] = [];
    const times: string[] = [];
    let after: string | undefined;
    do {
      const page = await clerk.listInbox({ query: { view: 'finished', limit: 5, ...(after && { after }) } });
      seen.push(...page.items.map(({ id }) => id));
      times.push(...page.items.map(({ submittedAt }) => submittedAt));
      after = page.next;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(submitted);
    expect(seen).toHaveLength(submitted);
    expect(times).toEqual([...times].sort().reverse());
    const statements = await app.statements(() => clerk.listInbox({ query: { view: 'finished' } }));
    expect(statements.filter((sql) => /from cases/.test(sql) && !/limit \d/.test(sql))).toEqual([]);
    // Of cases: what is kept in memory may be read anew at the same moment.
    expect(statements.filter((sql) => /count\(.* from cases/.test(sql))).toEqual([]);
  });

  test('cases of older versions name the stage that they keep: three statements for all versions, once', async () => {
    const submit = async (who: CaseWorld['student']): Promise<string> => {
      const { id: draftId } = await app.as(who).openDraft({ body: { matterCode: codes.card } });
      await app.as(who).savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
      await app.as(who).submitDraft({ params: { draftId }, body: {}, idempotencyKey: `older-${draftId}` });
      return draftId;
    };
    const renamed = (zh: string) => {
      const matter = cardMatter();
      const stages = (matter.route?.stages ?? []).map((stage) => ({ ...stage, name: { zh } }));
      return { ...matter, route: { stages } };
    };
    const ids = [await submit(world.student)];
    for (const [day, name] of [
      ['2026-03-03', '教务处制证'],
      ['2026-03-04', '窗口制证'],
    ] as const) {
      await publish(app.deps, [renamed(name)], day);
      app.clock.set(`${day}T02:00:00Z`);
      await app.deps.services.get(catalogKey).refresh();
      ids.push(await submit(world.student));
    }
    const look = () => app.as(world.registryClerk).listInbox({});
    const first = await app.statements(look);
    const second = await app.statements(async () => {
      const { items } = await look();
      const stages = new Map(items.map(({ id, stage }) => [id, stage?.zh]));
      expect(ids.map((id) => stages.get(id))).toEqual(['教务处办理', '教务处制证', '窗口制证']);
    });
    expect(first.length - second.length).toBeLessThanOrEqual(3);
    expect(second.filter((sql) => /matter_versions|definition_versions/.test(sql))).toEqual([]);
  });

  test('a matter narrows it; a cursor that is none is refused', async () => {
    const clerk = app.as(world.registryClerk);
    expect((await clerk.listInbox({ query: { view: 'finished', matter: codes.card, limit: 5 } })).items).toHaveLength(
      5,
    );
    expect((await clerk.listInbox({ query: { view: 'finished', matter: codes.proof } })).items).toEqual([]);
    await expect(clerk.listInbox({ query: { after: "' or 1=1" } })).rejects.toMatchObject({ status: 422 });
    await expect(app.as(world.student).listMyCases({ query: { after: 'x' } })).rejects.toMatchObject({ status: 422 });
  });
});
