import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startFaultSite, type FaultSite } from './support/fault-site.ts';
import { findOrphans, readWritten } from './support/find-orphans.ts';
import { submit } from './support/submit.ts';

let site: FaultSite;
beforeAll(async () => {
  site = await startFaultSite({ drafts: 3, env: { NO_JOBS: '1' } });
}, 60_000);
afterAll(() => site.close());

describe('one submission that is sent many times', () => {
  test('F-9: fifty times at once under one key: one case, fifty equal answers', async () => {
    const [draft] = site.drafts;
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(site.app().origin, draft!)));
    const told = answers.map((answer) => ({ ...answer, milliseconds: 0 }));
    expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(told[0]).toMatchObject({ status: 201, caseId: draft!.draftId });
  }, 60_000);

  test('APP-10: twenty times at once under twenty keys: still one case', async () => {
    const draft = site.drafts[1]!;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => submit(site.app().origin, draft, `other-key-${turn}`)),
    );
    expect(new Set(answers.map((answer) => `${answer?.status} ${answer?.number}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
  }, 60_000);

  test('F-9: the key of one draft is refused for another, and nothing is written', async () => {
    const [first, , third] = site.drafts;
    const answer = await submit(
      site.app().origin,
      { draftId: third!.draftId, cookie: first!.cookie },
      `key-${first!.draftId}`,
    );
    expect(answer).toMatchObject({ status: 422, code: 'request.idempotency-key-reused' });
    const written = await site.look(readWritten);
    expect(findOrphans(written)).toEqual([]);
    expect(written.cases.map(({ id }) => id).sort()).toEqual(
      site.drafts
        .slice(0, 2)
        .map(({ draftId }) => draftId)
        .sort(),
    );
  }, 60_000);
});
