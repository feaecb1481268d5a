import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makePerson } from '../../../../../tests/support/people.ts';
import { anonymous, applicant, staff } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { supervisionModule } from './index.ts';
import { changesOf } from './list-audit.ts';

const supervisor = staff('supervisor');
let app: TestApp;
let clerkId: string;
beforeAll(async () => {
  app = await createTestApp({ modules: [supervisionModule] });
  clerkId = (await makePerson(app.deps, { name: '李四' })).personId;
  const clerk = applicant({ personId: clerkId });
  for (let index = 1; index <= 7; index += 1) {
    app.clock.advance(1_000);
    await app.deps.runCommand(app.call(clerk), { name: 'test.act' }, async (tx) => {
      tx.audit({
        action: 'case.pass',
        chain: 'case:1',
        target: { type: 'case', id: '1' },
        outcome: 'done',
        before: { stage: index },
        after: { stage: index + 1, phone: '13800138000' },
        personal: { personId: clerkId, values: { idNumber: '11010519491231002X' } },
      });
    });
  }
});
afterAll(() => app.close());

describe('the audit trail as the supervisor sees it', () => {
  test('says who did what to what, from where, and what changed; numbers of people are masked', async () => {
    const { items } = await app.as(supervisor).listAudit({ query: { target: 'case:1', limit: 1 } });
    expect(items[0]).toMatchObject({
      actor: '李四',
      role: 'applicant',
      action: 'case.pass',
      target: 'case:1',
      outcome: 'done',
      address: '203.0.113.7',
    });
    expect(items[0]?.changes).toContainEqual({ field: 'stage', before: '7', after: '8' });
    expect(JSON.stringify(items)).not.toContain('13800138000');
    expect(JSON.stringify(items)).not.toContain('11010519491231002X');
  });

  test('is read page by page, newest first, by target, actor and action', async () => {
    const stages: string[] = [];
    let after: string | undefined;
    do {
      const page = await app
        .as(supervisor)
        .listAudit({ query: { actor: clerkId, action: 'case.pass', limit: 3, ...(after !== undefined && { after }) } });
      stages.push(...page.items.map(({ changes }) => changes.find(({ field }) => field === 'stage')?.before ?? ''));
      after = page.next;
    } while (after !== undefined);
    expect(stages).toEqual(['7', '6', '5', '4', '3', '2', '1']);
    expect((await app.as(supervisor).listAudit({ query: { action: 'case.remove' } })).items).toEqual([]);
  });

  test('whoever looks is recorded too (R-AUD-2)', async () => {
    await app.as(supervisor).listAudit({ query: { target: 'case:9' } });
    const { items } = await app.as(supervisor).listAudit({ query: { action: 'audit.list' } });
    expect(items[0]).toMatchObject({ target: 'audit:case:9', role: 'supervisor' });
  });

  test('only a supervisor reads it, not even an administrator (R-AUTHZ-4)', async () => {
    for (const principal of [staff('administrator'), staff('head'), staff('reform-officer'), applicant()]) {
      await expect(app.as(principal).listAudit({})).rejects.toMatchObject({ problem: { code: 'access.denied' } });
      await expect(app.as(principal).verifyAudit()).rejects.toMatchObject({ problem: { code: 'access.denied' } });
    }
    await expect(app.as(anonymous()).listAudit({})).rejects.toMatchObject({
      problem: { code: 'access.sign-in-required' },
    });
  });
});

describe('verifying the trail (R-AUD-3)', () => {
  test('says that it is whole, and then names the entry that somebody changed', async () => {
    const whole = await app.as(supervisor).verifyAudit();
    expect(whole).toMatchObject({ isIntact: true, firstFault: null });
    expect(whole.entries).toBeGreaterThanOrEqual(7);
    await app.call().em.execute("update audit_entries set actor = 'person:nobody' where chain = 'case:1' and seq = 4");
    const { isIntact, firstFault } = await app.as(supervisor).verifyAudit();
    expect({ isIntact, firstFault }).toEqual({ isIntact: false, firstFault: expect.stringMatching(/case:1 entry 4/) });
  });
});

describe('what an act changed', () => {
  const change = (field: string, before: string | null, after: string | null) => ({ field, before, after });
  test.each([
    [null, null, []],
    [null, '{"state":"clean"}', [change('state', null, 'clean')]],
    ['{"a":1,"b":"x","c":true}', '{"a":2,"c":true}', [change('a', '1', '2'), change('b', 'x', null)]],
    [null, '{"list":[1,2]}', [change('list', null, '[1,2]')]],
    [null, '7', [change('value', null, '7')]],
  ])('from %j to %j is told field by field', (before, after, changes) => {
    expect(changesOf({ before, after })).toEqual(changes);
  });

  test('is cut where it is long', () => {
    const [one] = changesOf({ before: null, after: JSON.stringify({ text: '长'.repeat(5_000) }) });
    expect(one?.after).toHaveLength(201);
  });
});
