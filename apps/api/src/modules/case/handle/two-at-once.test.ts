import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiError } from '@yitang/contract';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';

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

let made = 0;
/** An accepted case that only has to be decided. */
async function acceptedCase(): Promise<string> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: `two-at-once-${(made += 1)}` });
  await app.as(world.registryClerk).acceptCase({ params: { id: draftId }, body: { version: 1 } });
  return draftId;
}

const codeOf = (error: unknown): string => (error instanceof ApiError ? error.problem.code : String(error));
const count = async (sql: string, parameters: unknown[]): Promise<number> => {
  const [row] = await app.call().em.execute<{ n: number }[]>(sql, parameters);
  return Number(row?.n);
};

describe('several people act on one case at the same moment', () => {
  test('F-10, R-TX-2: of twenty approvals, refusals and withdrawals exactly one counts, with one audit row and one event', async () => {
    const grounds = { reason: '条件不符', basis: '学籍管理规定' };
    for (let round = 0; round < 5; round += 1) {
      const id = await acceptedCase();
      const acts = Array.from({ length: 20 }, (_, index) => {
        const at = { params: { id } };
        if (index % 3 === 0) return app.as(world.registryClerk).approveCase({ ...at, body: { version: 2 } });
        if (index % 3 === 1) return app.as(world.registryHead).declineCase({ ...at, body: { version: 2, ...grounds } });
        return app.as(world.student).withdrawCase({ ...at, body: { version: 2 } });
      });
      const results = await Promise.allSettled(acts);
      const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => codeOf(reason));
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(new Set(refused)).toEqual(new Set(['record.changed']));
      const done =
        "select count(*) as n from audit_entries where target = ? and outcome = 'done' and action in ('case.approve', 'case.decline', 'case.withdraw')";
      expect(await count(done, [`case:${id}`])).toBe(1);
      const ends =
        "select count(*) as n from case_events where case_id = ? and type in ('approved', 'declined', 'withdrawn')";
      expect(await count(ends, [id])).toBe(1);
      expect(
        await count("select count(*) as n from jobs where kind = 'notice.send' and payload like ?", [`%${id}%`]),
      ).toBe(3);
    }
  }, 60_000);

  test('INBX-5: who looked at an older version is told, and nothing of the other is lost', async () => {
    const id = await acceptedCase();
    const first = await app
      .as(world.registryClerk)
      .recordVisit({ params: { id }, body: { kind: 'counter', reason: 'submit' } });
    expect(first.version).toBe(2);
    await app.as(world.registryHead).approveCase({ params: { id }, body: { version: 2, note: '同意' } });
    const late = app
      .as(world.registryClerk)
      .declineCase({ params: { id }, body: { version: 2, reason: '不同意', basis: '规定' } });
    expect(await late.catch(codeOf)).toBe('record.changed');
    const view = await app.as(world.registryClerk).getOfficeCase({ params: { id } });
    expect(view).toMatchObject({ status: 'approved', version: 3 });
    expect(view.timeline.at(-1)).toMatchObject({ what: { zh: '准予，办结' }, note: '同意' });
  });
});
