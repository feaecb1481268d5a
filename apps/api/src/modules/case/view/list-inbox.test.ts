import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@yitang/domain/calendar';
import {
  cardMatter,
  codes,
  makeCaseWorld,
  places,
  publish,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { compareCounters, insertPastCases, listAcceptedCases, findVolumes, type PastCaseRow } from '../index.ts';

let app: TestApp;
let world: CaseWorld;
let statementsOfImport: string[] = [];
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
  const em = app.call().em;
  statementsOfImport = await app.statements(() =>
    em.transactional((tx) => insertPastCases(tx, pastCases(1_200), { zone: app.config.timeZone })),
  );
});
afterAll(() => app.close());

function pastCases(count: number): PastCaseRow[] {
  const matter = app.deps.services.get(catalogKey).current().find(codes.card);
  if (matter === undefined) throw new Error('no matter');
  const { id, code, name, versionId, version, departmentId } = matter;
  return Array.from({ length: count }, (_, index) => {
    const submittedAt = new Date(Date.parse(`${addDays('2025-01-06', Math.floor(index / 4))}T02:00:00Z`) + index);
    const isAccepted = index % 10 !== 0;
    return {
      serial: index,
      personId: newId(),
      applicantName: `演示${index}`,
      applicantNumber: null,
      applicantDepartment: '历史学院',
      applicantDepartmentId: places.college,
      matter: {
        id,
        code,
        name,
        versionId,
        version,
        departmentId,
        formVersionId: null,
        routeVersionId: null,
        layoutVersionId: null,
        promisedDays: 5,
      },
      submittedAt,
      acceptedAt: isAccepted ? new Date(submittedAt.getTime() + 3_600_000) : null,
      finishedAt: new Date(submittedAt.getTime() + 7_200_000),
      status: isAccepted ? 'delivered' : 'refused',
      postId: places.registryPost,
      trips: index % 3 === 0 ? 1 : null,
    };
  });
}

describe('past cases', () => {
  test('are counted under their own months, without a fold, as a recount says', async () => {
    expect(await compareCounters(app.call().em)).toEqual([]);
    const volumes = await findVolumes(app.call().em, { first: '2025-01', last: '2025-12' });
    expect(volumes.reduce((sum, { value }) => sum + value, 0)).toBe(1_080);
  });

  test('cost five statements for two hundred', () => {
    expect(statementsOfImport.filter((sql) => sql.startsWith('insert'))).toHaveLength(30);
  });

  test('those behind a figure are listed page by page, without names', async () => {
    const matterId = app.deps.services.get(catalogKey).current().find(codes.card)?.id ?? '';
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAcceptedCases(app.call().em, { matterId, month: '2025-02', after, limit: 30 });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    const february = await findVolumes(app.call().em, { first: '2025-02', last: '2025-02' });
    expect(new Set(seen).size).toBe(february[0]?.value);
    expect(seen).toHaveLength(february[0]?.value ?? 0);
  });
});

describe('the inbox', () => {
  test('finished cases come newest first, page after page, each once, and no page counts them', async () => {
    const clerk = app.as(world.registryClerk);
    const seen: string[] = [];
    const times: string[] = [];
    let after: string | undefined;
    do {
      const page = await clerk.listInbox({ query: { view: 'finished', limit: 100, ...(after && { after }) } });
      seen.push(...page.items.map(({ id }) => id));
      times.push(...page.items.map(({ submittedAt }) => submittedAt));
      after = page.next;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(1_200);
    expect(seen).toHaveLength(1_200);
    expect(times).toEqual([...times].sort().reverse());
    const statements = await app.statements(() => clerk.listInbox({ query: { view: 'finished' } }));
    expect(statements.filter((sql) => /from cases/.test(sql) && !/limit \d/.test(sql))).toEqual([]);
    expect(statements.filter((sql) => /count\(/.test(sql))).toEqual([]);
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
