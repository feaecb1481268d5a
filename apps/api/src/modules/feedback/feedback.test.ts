import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { anonymous, applicant, staff } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import type { ApiModule } from '../../platform/endpoint/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { casesForFeedbackKey, feedbackModule, findAnsweredCases, findRating, type RateableCase } from './index.ts';

const [student, other, clerk] = [applicant(), applicant(), staff('clerk')];
const known = new Map<string, RateableCase>();
const told: { caseId: string; trips: number | null }[] = [];
const fakeCases: ApiModule = {
  name: 'fake-cases',
  provide: ({ services }) =>
    services.provide(casesForFeedbackKey, {
      getRateableCase: async (call, caseId) => {
        const found = known.get(caseId);
        if (found === undefined || call.principal.personId !== student.personId) throw problem('record.not-found');
        return found;
      },
      recordApplicantTrips: async (_tx, trips) => void told.push(trips),
    }),
};

let app: TestApp;
let caseId: string;
beforeAll(async () => {
  app = await createTestApp({ modules: [feedbackModule, fakeCases], now: '2026-11-23T03:20:00Z' });
});
afterAll(() => app.close());
beforeEach(() => {
  caseId = newId();
  told.length = 0;
  known.set(caseId, {
    id: caseId,
    matterId: newId(),
    status: 'approved',
    finishedAt: new Date('2026-11-20T01:00:00Z'),
  });
});

const rate = (body: { level: number; tags?: string[]; text?: string; trips?: number }, as = student) =>
  app.as(as).rateCase({ params: { id: caseId }, body });
const stored = () => findRating(app.call().em, caseId, 'zh-CN');

describe('rating a finished case (RATE-1)', () => {
  test('takes a level, tags in words, a text and the trips really made (RATE-4)', async () => {
    const answer = await rate({ level: 2, tags: ['办得快', '不用跑'], text: '很方便', trips: 0 });
    expect(answer).toEqual({ level: 2, tags: ['办得快', '不用跑'], text: '很方便', trips: 0, tripCause: null });
    expect(await stored()).toEqual(answer);
    expect(await findRating(app.call().em, caseId, 'en')).toMatchObject({ tags: ['Fast', 'No trip needed'] });
    expect(told).toEqual([{ caseId, trips: 0, cause: null }]);
  });

  test('a level alone is enough; trips that are not told are not none', async () => {
    expect(await rate({ level: 1 })).toEqual({ level: 1, tags: [], text: null, trips: null, tripCause: null });
    expect(told).toEqual([{ caseId, trips: null, cause: null }]);
  });

  test('said again it replaces what was said', async () => {
    await rate({ level: 5, tags: ['办得慢'], trips: 3 });
    await rate({ level: 3, trips: 1 });
    expect(await stored()).toEqual({ level: 3, tags: [], text: null, trips: 1, tripCause: null });
    const rows = await app.call().em.execute<unknown[]>('select case_id from ratings where case_id = ?', [caseId]);
    expect(rows).toHaveLength(1);
  });

  test.each([
    ['a tag of another level', { level: 1, tags: ['办得慢'] }, 'rating.unknown-tag'],
    ['a tag that nobody offered', { level: 4, tags: ['<script>'] }, 'rating.unknown-tag'],
    [
      'every tag there is',
      { level: 5, tags: ['办得慢', '指南不清楚', '材料太多', '多次跑动', '态度不好', '网页难用'] },
      'rating.too-many-tags',
    ],
  ])('%s is refused at its field', async (_, body, code) => {
    await expect(rate(body)).rejects.toMatchObject({
      problem: { code: 'request.invalid', issues: [{ field: 'tags', code }] },
    });
    expect(await stored()).toBeUndefined();
  });

  test('before the decision and after the last day it is not possible', async () => {
    const { matterId } = known.get(caseId)!;
    known.set(caseId, { id: caseId, matterId, status: 'handling', finishedAt: null });
    await expect(rate({ level: 1 })).rejects.toMatchObject({
      problem: { code: 'case.not-allowed', detail: '办结后才能评价。' },
    });
    known.set(caseId, { id: caseId, matterId, status: 'approved', finishedAt: new Date('2026-09-01T01:00:00Z') });
    await expect(rate({ level: 1 })).rejects.toMatchObject({ problem: { code: 'case.not-allowed' } });
  });
});

describe('who rates', () => {
  test('the applicant alone: not another person, not who handled it (RATE-3, R-AUTHZ-2)', async () => {
    await expect(rate({ level: 1 }, other)).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
    await expect(rate({ level: 1 }, clerk)).rejects.toMatchObject({ problem: { code: 'access.denied' } });
    await expect(rate({ level: 1 }, anonymous())).rejects.toMatchObject({
      problem: { code: 'access.sign-in-required' },
    });
    expect(await stored()).toBeUndefined();
  });

  test('is not named in the rating, and the trail of the case does not show it', async () => {
    await rate({ level: 5, text: '等了很久', trips: 4 });
    const em = app.call().em;
    const [row] = await em.execute<object[]>('select * from ratings where case_id = ?', [caseId]);
    expect(JSON.stringify(row)).not.toContain(student.personId);
    expect(
      await em.execute<unknown[]>('select id from audit_entries where chain = ? or target = ?', [
        `case:${caseId}`,
        `case:${caseId}`,
      ]),
    ).toEqual([]);
    const trail = await em.execute<object[]>("select * from audit_entries where action = 'case.rate' and target = ?", [
      `rating:${caseId}`,
    ]);
    expect(trail).toHaveLength(1);
    expect(JSON.stringify(trail)).not.toContain('等了很久');
  });
});

describe('not rating (RATE-3)', () => {
  test('is not asked for again, and can still be done', async () => {
    await app.as(student).dismissRating({ params: { id: caseId } });
    await app.as(student).dismissRating({ params: { id: caseId } });
    expect([...(await findAnsweredCases(app.call().em, [caseId, newId()]))]).toEqual([caseId]);
    expect(await stored()).toBeUndefined();
    await rate({ level: 2 });
    expect(await stored()).toMatchObject({ level: 2 });
  });
});

test.each(['zh-CN', 'en'] as const)('the form offers five levels with tags in %s', async (locale) => {
  const { levels } = await app.as({ ...anonymous(), locale }).getRatingForm();
  expect(levels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
  for (const { label, tags } of levels) {
    expect(label).not.toBe('');
    expect(tags.length).toBeGreaterThan(3);
    expect(new Set(tags).size).toBe(tags.length);
  }
});
