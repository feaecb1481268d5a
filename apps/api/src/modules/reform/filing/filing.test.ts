import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { ApiError, type Client, type Endpoints } from '@yitang/contract';
import { makeCaseWorld } from '../../../../../../tests/support/case-world.ts';
import { readyDecree, pdfForm, frozenSetOf, reportedVolumes } from '../../../../../../tests/support/filing-desk.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { loadReferenceTargets } from '../../../database/seeds/reference/load-targets.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { signingKeyFor } from '../../../platform/crypto/index.ts';
import { filingKey, keyAddress } from './filing-key.ts';
import { FilingFile, FilingPackage } from './filing.entity.ts';
import { buildArchive } from './freeze-filing.ts';
import { makePaper } from './papers/make-paper.ts';
import { listPapers } from './papers/list-papers.ts';
import { createTypeCase, packagedFonts } from '../../../platform/typesetting/index.ts';
import { verifyArchive } from './verify-archive.ts';

let app: TestApp;
let officer: Client<Endpoints>;
let decreeId: string;
const officerOf = () => staff('reform-officer', 'university', null, { displayName: '改革办甲' });

beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      await makeCaseWorld(deps);
      await loadReferenceTargets(deps.orm.em.fork(), deps.clock.now());
    },
    now: '2026-03-02T02:00:00Z',
  });
  officer = app.as(officerOf());
  decreeId = await readyDecree(officer);
  await frozenSetOf(app);
  await reportedVolumes(app);
}, 60_000);
afterAll(() => app.close());

const plan: { asOf: string; setNumber: number; replaces: string | null } = {
  asOf: '2026-03-02',
  setNumber: 1,
  replaces: null,
};
const em = () => app.deps.orm.em.fork();
const get = (id: string) => officer.getFiling({ params: { id } });

async function planned(changes: Partial<typeof plan> = {}): Promise<string> {
  const { id } = await officer.planFiling({ body: { ...plan, decreeId, ...changes } });
  await app.runJobs();
  return id;
}

async function frozen(): Promise<{ id: string; revision: number; number: string }> {
  const id = await planned();
  const { revision } = await get(id);
  await officer.freezeFiling({ params: { id }, body: { revision } });
  const { revision: next, number } = await get(id);
  return { id, revision: next, number: number ?? '' };
}

async function refusedIssues(work: Promise<unknown>): Promise<{ code: string; fields: string[] }> {
  const error = await work.then(
    () => undefined,
    (refused: unknown) => refused,
  );
  if (!(error instanceof ApiError)) throw new Error('it was not refused');
  return { code: error.problem.code, fields: error.problem.issues.map(({ field, code }) => `${field} ${code}`) };
}

describe('planning', () => {
  test('keeps a snapshot, makes the papers of it, and tells everything that is missing at once', async () => {
    const { id } = await officer.planFiling({ body: { ...plan, decreeId: null, setNumber: null } });
    expect(await get(id)).toMatchObject({ status: 'assembling', progress: { done: 0, total: 14 }, files: [] });
    await app.runJobs();
    const draft = await get(id);
    expect(draft).toMatchObject({ status: 'draft', number: null, matters: 3, progress: { done: 14, total: 14 } });
    const blocking = draft.gaps.filter(({ isBlocking }) => isBlocking).map(({ code }) => code);
    expect(blocking).toEqual(['decree.missing', 'set.not-frozen']);
    expect(draft.files.map(({ path }) => path)).toContain('04-evidence.pdf');
    expect(draft.availableActions).toEqual(['cancel', 'freeze', 'renew']);
    expect(draft.steps.map(({ action, by }) => [action, by])).toEqual([
      ['plan', '改革办甲'],
      ['finish', ''],
    ]);
    await expect(
      refusedIssues(officer.freezeFiling({ params: { id }, body: { revision: draft.revision } })),
    ).resolves.toEqual({
      code: 'filing.not-allowed',
      fields: ['body.revision package.gaps'],
    });
  });

  test('is refused for a day to come and an unknown decree, both told; for an unknown set', async () => {
    const unknown = '018f0000-0000-7000-8000-000000000000';
    const both = officer.planFiling({ body: { ...plan, asOf: '2026-03-03', decreeId: unknown } });
    expect((await refusedIssues(both)).fields).toEqual(['body.asOf future', 'body.decreeId unknown']);
    const set = officer.planFiling({ body: { ...plan, decreeId, setNumber: 99 } });
    expect((await refusedIssues(set)).fields).toEqual(['body.setNumber set']);
  });

  test('a set of a later time than the catalog does not fit', async () => {
    const early = officer.planFiling({ body: { ...plan, decreeId, asOf: '2025-06-30' } });
    expect((await refusedIssues(early)).fields).toEqual(['body.setNumber set']);
  });

  test('shows what is filed: both dates of the volumes, rules, decree with its hash', async () => {
    const view = await get(await planned());
    expect(view.set).toMatchObject({
      number: 1,
      year: 2025,
      firstMonth: '2025-01',
      lastMonth: '2025-12',
      recordedUntil: '2026-01-08 17:00',
    });
    expect(view.decree).toMatchObject({ number: '示大〔2026〕1号', file: { name: '通知.pdf' } });
    expect(view.gaps.filter(({ isBlocking }) => isBlocking)).toEqual([]);
    expect(view.targets).toMatchObject({ total: 8, notComputable: 0 });
  });

  test('can be given up: the papers go, what happened stays', async () => {
    const { id } = await officer.planFiling({ body: { ...plan, decreeId } });
    await officer.cancelFiling({ params: { id }, body: { revision: 0 } });
    await app.runJobs();
    expect(await get(id)).toMatchObject({ status: 'cancelled', files: [], progress: { done: 0 } });
    const draft = await planned();
    const { revision } = await get(draft);
    await officer.cancelFiling({ params: { id: draft }, body: { revision } });
    expect(await em().count(FilingFile, { packageId: draft })).toBe(0);
    expect((await get(draft)).steps.map(({ action }) => action)).toEqual(['plan', 'finish', 'cancel']);
  });

  test('a draft that is assembled anew gives way to the new one', async () => {
    const draft = await planned();
    const body = { ...plan, decreeId, replaces: draft };
    const { id: next } = await officer.planFiling({ body, idempotencyKey: 'assembled-anew' });
    expect(await officer.planFiling({ body, idempotencyKey: 'assembled-anew' })).toEqual({ id: next });
    await app.runJobs();
    expect((await get(draft)).status).toBe('cancelled');
    expect(await get(next)).toMatchObject({ status: 'draft', version: 1, replaces: null });
  });
});

describe('a frozen package', () => {
  test('has a number of its own, and is checked with the public key of the site', async () => {
    const [first, second] = [await frozen(), await frozen()];
    expect([first.number, second.number]).toEqual(['2026-01', '2026-02']);
    const answer = await app.fetchAs(officerOf())(`${app.base}/api/reform/filings/${first.id}/archive.zip`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const key = await (await fetch(`${app.base}/api/open/filing-key.pem`)).text();
    expect(verifyArchive(bytes, key)).toMatchObject({ faults: [], isOwnKey: false });
    const { archive } = await get(first.id);
    expect(archive).toMatchObject({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  });

  test('is the same to the byte when its papers are made again from the stored snapshot', async () => {
    const { id } = await frozen();
    app.clock.set(new Date('2031-12-31T16:30:00Z'));
    const call = app.call(officerOf());
    const stored = await em().findOneOrFail(FilingPackage, { id });
    const text = (await app.deps.blobs.read(stored.snapshotBlobId)).toString('utf8');
    const snapshot = JSON.parse(text) as Parameters<typeof makePaper>[1]['snapshot'];
    const typeCase = createTypeCase(packagedFonts());
    const files = new Map((await em().find(FilingFile, { packageId: id })).map(({ path, sha256 }) => [path, sha256]));
    for (const paper of listPapers(snapshot)) {
      const bytes = await makePaper(paper, { snapshot, digest: stored.digest, typeCase });
      expect([paper.path, createHash('sha256').update(bytes).digest('hex')]).toEqual([
        paper.path,
        files.get(paper.path),
      ]);
    }
    const key = filingKey(app.deps);
    const seal = {
      number: stored.number ?? '',
      frozenOn: stored.frozenOn ?? '',
      key,
      keyUrl: keyAddress(app.deps, key.id),
    };
    const again = await buildArchive(call, stored, seal);
    expect(createHash('sha256').update(again).digest('hex')).toBe(stored.archiveSha256);
    app.clock.set(new Date('2026-03-02T02:00:00Z'));
  }, 60_000);

  test('is not given up, replaced or frozen again', async () => {
    const { id, revision } = await frozen();
    const body = { revision };
    for (const take of [
      () => officer.cancelFiling({ params: { id }, body }),
      () => officer.freezeFiling({ params: { id }, body }),
      () => officer.planFiling({ body: { ...plan, decreeId, replaces: id } }),
    ])
      expect(await refusedIssues(take())).toEqual({
        code: 'filing.not-allowed',
        fields: ['body.revision package.wrong-status'],
      });
  });

  test('two who freeze at once get two numbers', async () => {
    const [a, b] = [await planned(), await planned()];
    const revisions = [(await get(a)).revision, (await get(b)).revision];
    await Promise.all(
      [a, b].map((id, index) => officer.freezeFiling({ params: { id }, body: { revision: revisions[index]! } })),
    );
    const numbers = [(await get(a)).number, (await get(b)).number];
    expect(new Set(numbers).size).toBe(2);
    expect(numbers).not.toContain(null);
  });

  test('an earlier key of the site is still to be had by its id', async () => {
    const { id } = await frozen();
    const old = signingKeyFor(app.config.keys.auditSigning, 'an earlier one');
    await em().nativeUpdate(FilingPackage, { id }, { keyId: old.id, publicKey: old.publicPem });
    const answer = await fetch(`${app.base}/api/open/filing-key.pem?id=${old.id}`);
    expect(await answer.text()).toBe(old.publicPem);
    expect((await fetch(`${app.base}/api/open/filing-key.pem?id=${'0'.repeat(16)}`)).status).toBe(404);
    expect((await fetch(`${app.base}/api/open/filing-key.pem?id=x`)).status).toBe(422);
  });
});

describe('sending', () => {
  const send = { on: '2026-03-02', way: 'online', recipient: '省教育厅改革办', note: null } as const;

  test('is recorded with how and to whom, then the receipt with its file', async () => {
    const { id, revision } = await frozen();
    const params = { id };
    const sent = await officer.sendFiling({ params, body: { revision, ...send } });
    expect(sent.status).toBe('sent');
    const early = officer.recordFilingReceipt({
      params,
      body: { revision: sent.revision, on: '2026-03-01', number: '浙教备1号', note: null },
    });
    expect((await refusedIssues(early)).fields).toEqual(['body.on receipt.before-sending']);
    await officer.recordFilingReceipt({
      params,
      body: { revision: sent.revision, on: '2026-03-02', number: '浙教备1号', note: null },
    });
    await officer.attachFilingReceipt({ params, form: pdfForm('回执.pdf') });
    expect(await get(id)).toMatchObject({ status: 'filed', receipt: { name: '回执.pdf' }, availableActions: [] });
    expect((await refusedIssues(officer.attachFilingReceipt({ params, form: pdfForm('另一份.pdf') }))).code).toBe(
      'filing.not-allowed',
    );
    const file = await app.fetchAs(officerOf())(`${app.base}/api/reform/filings/${id}/receipt/file`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  test('a package that came back is followed by a new version under a new number', async () => {
    const { id, revision, number } = await frozen();
    const before = await get(id);
    const sent = await officer.sendFiling({ params: { id }, body: { revision, ...send } });
    await officer.returnFiling({
      params: { id },
      body: { revision: sent.revision, on: '2026-03-02', reason: '佐证清单缺一列' },
    });
    const body = { ...plan, decreeId, replaces: id };
    const idempotencyKey = 'renewed-after-it-came-back';
    const { id: next } = await officer.planFiling({ body, idempotencyKey });
    // Sent twice it is the same, not a second follower.
    expect(await officer.planFiling({ body, idempotencyKey })).toEqual({ id: next });
    await app.runJobs();
    expect(await get(next)).toMatchObject({ version: 2, replaces: { id, number } });
    await officer.freezeFiling({ params: { id: next }, body: { revision: (await get(next)).revision } });
    const [old, anew] = [await get(id), await get(next)];
    expect(anew.number).not.toBe(number);
    expect(old).toMatchObject({ status: 'returned', replacedBy: { id: next, number: anew.number } });
    expect([old.archive, old.files, old.digest]).toEqual([before.archive, before.files, before.digest]);
    expect(await refusedIssues(officer.planFiling({ body }))).toMatchObject({ code: 'filing.not-allowed' });
  });

  test('of two at once one is told that the other was faster', async () => {
    const { id, revision } = await frozen();
    const both = await Promise.allSettled(
      [1, 2].map(() => officer.sendFiling({ params: { id }, body: { revision, ...send } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('who may', () => {
  test('the supervisor reads and does nothing; a head of a department sees nothing of it', async () => {
    const { id, revision } = await frozen();
    const supervisor = app.as(staff('supervisor'));
    expect(await supervisor.getFiling({ params: { id } })).toMatchObject({ availableActions: [] });
    expect(await supervisor.listFilings({})).toMatchObject({ mayPlan: false });
    expect(await refusedIssues(supervisor.cancelFiling({ params: { id }, body: { revision } }))).toMatchObject({
      code: 'access.denied',
    });
    expect(await refusedIssues(app.as(staff('head')).listFilings({}))).toMatchObject({ code: 'access.denied' });
  });

  test('every step stands in the audit trail', async () => {
    const { id } = await frozen();
    const rows = await em().execute<{ action: string }[]>(
      'select action from audit_entries where chain = ? order by seq',
      [`filing:${id}`],
    );
    expect(rows.map(({ action }) => action)).toEqual(['filing.plan', 'filing.finish', 'filing.freeze']);
  });

  test('packages are listed page by page, last planned first', async () => {
    const first = await officer.listFilings({ query: { limit: 2 } });
    const second = await officer.listFilings({ query: { limit: 2, after: first.next! } });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(new Set(ids).size).toBe(4);
  });
});

describe('the decree', () => {
  test('is a PDF, comes once, and is not of a day to come', async () => {
    const future = officer.addFilingDecree({
      body: { number: '示大〔2026〕9号', title: '通知', issuedOn: '2026-03-03' },
    });
    expect((await refusedIssues(future)).fields).toEqual(['body.issuedOn future']);
    const again = officer.attachFilingDecree({ params: { id: decreeId }, form: pdfForm('二.pdf') });
    expect((await refusedIssues(again)).fields).toEqual(['body.file there']);
    const { id } = await officer.addFilingDecree({
      body: { number: '示大〔2026〕2号', title: '通知', issuedOn: '2026-03-01' },
    });
    const text = new FormData();
    text.append('file', new Blob(['nothing']), 'a.pdf');
    expect((await refusedIssues(officer.attachFilingDecree({ params: { id }, form: text }))).code).toBe(
      'material.type',
    );
    const view = await get(await officer.planFiling({ body: { ...plan, decreeId: id } }).then((made) => made.id));
    expect(view.gaps.map(({ code }) => code)).toContain('decree.no-file');
  });
});
