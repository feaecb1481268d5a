import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiError } from '@yitang/contract';
import {
  cardMatter,
  codes,
  leaveMatter,
  makeCaseWorld,
  publish,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import type { ApiModule } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { modules } from '../../index.ts';

/** `/auth/test?person=…&account=…` begins a real session, so that its statements are counted too. */
const signIn: ApiModule = {
  name: 'sign-in',
  mount: ({ sessions }) => [
    async (ctx, next) => {
      if (ctx.path !== '/auth/test') return void (await next());
      const { searchParams } = ctx.URL;
      const [personId, accountId] = [searchParams.get('person') ?? '', searchParams.get('account') ?? ''];
      await sessions.signIn(ctx, { personId, accountId, assurance: 'campus' });
      ctx.body = 'in';
    },
  ],
};

let app: TestApp;
let world: CaseWorld;
let keys = 0;
beforeAll(async () => {
  app = await createTestApp({
    modules: [signIn, ...modules],
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterAll(() => app.close());

const student = () => app.as(world.student);
const newKey = (): string => `test-key-${(keys += 1)}`;
const count = async (sql: string, parameters: unknown[] = []): Promise<number> => {
  const [row] = await app.call().em.execute<{ n: number }[]>(sql, parameters);
  return Number(row?.n);
};

async function readyDraft(matterCode: string): Promise<string> {
  const { id: draftId } = await student().openDraft({ body: { matterCode } });
  await student().savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  return draftId;
}

async function refusal(work: Promise<unknown>): Promise<{ status: number; code: string; fields: string[] }> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`not refused: ${String(error)}`);
  return { status: error.status, code: error.problem.code, fields: error.problem.issues.map(({ field }) => field) };
}

const submit = (draftId: string, idempotencyKey = newKey()) =>
  student().submitDraft({ params: { draftId }, body: {}, idempotencyKey });

describe('submitting once (APP-10, F-9)', () => {
  test('F-9: one key sent fifty times at once makes one case, and all fifty hear the same', async () => {
    const draftId = await readyDraft(codes.card);
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(draftId, key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await count('select count(*) as n from cases where person_id = ?', [world.student.personId])).toBe(1);
    expect(
      await count("select count(*) as n from audit_entries where action = 'case.submit' and outcome = 'done'"),
    ).toBe(1);
    expect(await count("select count(*) as n from case_events where type = 'submitted'")).toBe(1);
  });

  test('F-9: the same key for another draft is refused with 422', async () => {
    const draftId = await readyDraft(codes.card);
    const key = newKey();
    await submit(draftId, key);
    const other = await readyDraft(codes.card);
    expect(await refusal(submit(other, key))).toMatchObject({ status: 422, code: 'request.idempotency-key-reused' });
    await student().deleteDraft({ params: { draftId: other } });
  });

  test('one draft under twenty keys becomes one case', async () => {
    const draftId = await readyDraft(codes.card);
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(draftId)));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(await count('select count(*) as n from cases where id = ?', [draftId])).toBe(1);
    expect((await submit(draftId)).number).toBe(answers[0]?.number);
  });

  test('without a key nothing is submitted', async () => {
    const draftId = await readyDraft(codes.card);
    const refused = await refusal(student().submitDraft({ params: { draftId }, body: {}, idempotencyKey: '' }));
    expect(refused).toMatchObject({ status: 400, code: 'request.idempotency-key-missing' });
  });
});

describe('what a submission costs (P4)', () => {
  test('eight statements, session and permission among them, and one commit', async () => {
    const { personId, accountId } = world.studentAccount;
    const signedIn = await fetch(`${app.base}/auth/test?person=${personId}&account=${accountId}`);
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await submit(await readyDraft(codes.card));
    const draftId = await readyDraft(codes.card);
    let answer: Response | undefined;
    const statements = await app.statements(async () => {
      answer = await fetch(`${app.base}/api/drafts/${draftId}/submit`, {
        method: 'POST',
        headers: { cookie, origin: app.config.origin, 'content-type': 'application/json', 'idempotency-key': newKey() },
        body: '{}',
      });
    });
    expect(answer?.status).toBe(201);
    const working = statements.filter((sql) => !/^(begin|commit)/.test(sql));
    expect(working.length).toBeLessThanOrEqual(8);
    expect(statements.filter((sql) => sql.startsWith('commit'))).toHaveLength(1);
  });
});

describe('what is refused, and the draft stays', () => {
  const start = async (): Promise<string> => (await student().openDraft({ body: { matterCode: codes.leave } })).id;

  test('R-IN-2: a page can be neither saved nor submitted before those in front of it', async () => {
    const draftId = await start();
    const early = student().savePage({ params: { draftId, page: 'contact' }, body: { answers: { consent: true } } });
    expect(await refusal(early)).toMatchObject({ status: 422, code: 'case.incomplete' });
    expect(await refusal(submit(draftId))).toMatchObject({ status: 422, code: 'case.incomplete' });
    const unknown = student().savePage({ params: { draftId, page: 'no-such' }, body: { answers: {} } });
    expect(await refusal(unknown)).toMatchObject({ status: 404 });
  });

  test('APP-3, R-AUTHZ-2: known data cannot be overridden, and no other field slipped in', async () => {
    const draftId = await start();
    const save = (answers: Record<string, string>) =>
      student().savePage({ params: { draftId, page: 'identity' }, body: { answers, isPartial: true } });
    expect(await refusal(save({ name: '别人' }))).toMatchObject({ status: 422, fields: ['body.answers.name'] });
    expect(await refusal(save({ status: 'approved' }))).toMatchObject({ status: 422, fields: ['body.answers.status'] });
    expect((await refusal(save({ constructor: 'x' }))).status).toBe(400);
  });

  test('APP-4: faults are kept while typing and told when the page is left', async () => {
    const draftId = await start();
    const save = (isPartial: boolean) =>
      student().savePage({
        params: { draftId, page: 'reason' },
        body: { answers: { reason: 'other', explanation: '短', from: '2020-01-01' }, isPartial },
      });
    await student().savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
    await save(true);
    const kept = await student().getDraft({ params: { draftId }, query: { page: 'reason' } });
    expect(kept.page?.fields.map(({ key, value }) => [key, value])).toEqual([
      ['reason', 'other'],
      ['explanation', '短'],
      ['from', '2020-01-01'],
    ]);
    expect(await refusal(save(false))).toMatchObject({
      status: 422,
      fields: ['body.answers.explanation', 'body.answers.from'],
    });
  });

  test('a required file is named as missing', async () => {
    const draftId = await start();
    const { pages } = await student().savePage({
      params: { draftId, page: 'reason' },
      body: { answers: { reason: 'illness', from: '2026-03-09' } },
    });
    expect(pages.map(({ key }) => key)).toContain('materials');
    await student().savePage({ params: { draftId, page: 'contact' }, body: { answers: { consent: true } } });
    expect(await refusal(submit(draftId))).toMatchObject({
      code: 'case.incomplete',
      fields: ['materials.illness-proof'],
    });
  });

  test('R-AUTHZ-2: somebody else’s draft is not there, and the look is logged', async () => {
    const draftId = await start();
    const other = app.as(world.other);
    expect(await refusal(other.getDraft({ params: { draftId } }))).toMatchObject({ status: 404 });
    expect(await refusal(other.deleteDraft({ params: { draftId } }))).toMatchObject({ status: 404 });
    const stolen = other.submitDraft({ params: { draftId }, body: {}, idempotencyKey: newKey() });
    expect(await refusal(stolen)).toMatchObject({ status: 404 });
    expect(
      await count("select count(*) as n from audit_entries where outcome = 'refused' and actor = ?", [
        `person:${world.other.personId}`,
      ]),
    ).toBe(3);
  });

  test('a matter that changed while the form was open is refused, and the draft is brought up to date', async () => {
    const draftId = await start();
    await student().savePage({
      params: { draftId, page: 'reason' },
      body: { answers: { reason: 'other', explanation: '家中有事要照顾', from: '2026-03-09' } },
    });
    await student().savePage({ params: { draftId, page: 'contact' }, body: { answers: { consent: true } } });
    app.clock.advance(86_400_000);
    await publish(app.deps, [leaveMatter({ preconditions: [] })], '2026-03-03');
    await app.deps.services.get(catalogKey).refresh();
    expect(await refusal(submit(draftId))).toMatchObject({ status: 409, code: 'catalog.not-in-force' });
    const again = await student().openDraft({ body: { matterCode: codes.leave } });
    expect(again).toMatchObject({ id: draftId, isReady: true });
    expect((await submit(draftId)).status).toBe('submitted');
  });

  test('a paused matter takes nothing in', async () => {
    const draftId = await readyDraft(codes.card);
    const officer = app.as(staff('reform-officer', 'university', null));
    const params = { code: codes.card };
    await officer.pauseMatter({ params, body: { reason: '系统维护', until: null } });
    await app.deps.services.get(catalogKey).refresh();
    expect(await refusal(submit(draftId))).toMatchObject({ status: 409, code: 'catalog.not-in-force' });
    await officer.resumeMatter({ params });
    await publish(app.deps, [cardMatter()], '2026-03-03');
    await app.deps.services.get(catalogKey).refresh();
  });
});

describe('decided at once', () => {
  test('an instant matter is approved in the submission, and a job delivers its certificate', async () => {
    const draftId = await readyDraft(codes.proof);
    const { caseId, status } = await submit(draftId);
    expect(status).toBe('approved');
    await app.runJobs();
    const view = await student().getMyCase({ params: { id: caseId } });
    expect(view).toMatchObject({ status: 'delivered', hasCertificate: true, certificate: { isRevoked: false } });
    expect(view.stations.map(({ key, state }) => [key, state])).toEqual([
      ['submitted', 'done'],
      ['check', 'done'],
      ['result', 'done'],
    ]);
  }, 60_000);

  test('PRNT-1: the receipt of an own case is a PDF, of another’s not found', async () => {
    const { items } = await student().listMyCases({});
    const id = items[0]?.id ?? '';
    const pdf = Buffer.from((await student().readReceipt({ params: { id } })) as ArrayBuffer);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await refusal(app.as(world.other).readReceipt({ params: { id } }))).toMatchObject({ status: 404 });
  }, 60_000);
});
