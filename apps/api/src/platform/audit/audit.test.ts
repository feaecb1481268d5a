import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { applicant, staff } from '../../../../../tests/support/principals.ts';
import type { Em } from '../../database/index.ts';
import { newId } from '../ids/index.ts';
import { anchorKey, listAuditEntries, verifyAudit, writeAnchor, type AuditInput } from './index.ts';

let app: TestApp;
beforeEach(async () => {
  await app?.close();
  app = await createTestApp({ modules: [] });
});
afterAll(() => app.close());

const em = (): Em => app.deps.orm.em.fork();
const sql = (text: string, parameters: unknown[] = []): Promise<unknown> => em().execute(text, parameters, 'run');
const key = () => anchorKey(app.config.keys.auditSigning);
const check = () => verifyAudit(em(), [key().publicKey]);
const anchor = (day: string) => writeAnchor(em(), key(), { day, at: app.clock.now() });
const write = (chain: string, more: Partial<AuditInput> = {}) =>
  app.deps.runCommand(app.call(applicant()), { name: 'thing.note' }, async (tx) => {
    tx.audit({ action: 'thing.note', chain, target: { type: 'thing', id: chain }, outcome: 'done', ...more });
  });
async function writeThree(): Promise<void> {
  for (const chain of ['thing:1', 'thing:2']) for (let n = 0; n < 3; n++) await write(chain, { after: { n } });
}

describe('the audit chain', () => {
  test('an untouched one is intact and counted', async () => {
    await writeThree();
    await anchor('2026-03-02');
    expect(await check()).toEqual({ isIntact: true, entries: 6, chains: 2, anchors: 1, firstFault: null });
  });

  test.each([
    [
      'a changed actor',
      "update audit_entries set actor = 'person:x' where chain = 'thing:1' and seq = 2",
      /thing:1 entry 2: .* was changed/,
    ],
    [
      'a changed content',
      "update audit_entries set `after` = '{\"n\":9}' where chain = 'thing:2' and seq = 1",
      /thing:2 entry 1: .* was changed/,
    ],
    [
      'a changed time',
      "update audit_entries set `at` = '2020-01-01' where chain = 'thing:1' and seq = 3",
      /thing:1 entry 3/,
    ],
    ['a removed row', "delete from audit_entries where chain = 'thing:1' and seq = 2", /thing:1 entry 2: missing/],
    [
      'a removed beginning',
      "delete from audit_entries where chain = 'thing:2' and seq = 1",
      /thing:2 entry 1: missing/,
    ],
    ['a moved row', "update audit_entries set seq = 9 where chain = 'thing:1' and seq = 1", /thing:1 entry 1: missing/],
    ['a cut end', "delete from audit_entries where chain = 'thing:1' and seq = 3", /thing:1 entry 3: missing or not/],
    ['a removed chain', "delete from audit_entries where chain = 'thing:2'", /thing:2 entry 3: missing or not/],
    [
      'a changed head in the anchor',
      "update audit_anchor_heads set seq = 2 where chain = 'thing:1'",
      /anchor 2026-03-02: its list/,
    ],
    [
      'a removed head in the anchor',
      "delete from audit_anchor_heads where chain = 'thing:1'",
      /anchor 2026-03-02: its list/,
    ],
    ['an anchor of another day', "update audit_anchors set day = '2026-03-03'", /anchor 2026-03-03: changed/],
  ])('R-AUD-3: the verifier names the first bad row after %s', async (_what, tampering, fault) => {
    await writeThree();
    await anchor('2026-03-02');
    const quote = app.database.family === 'sqlite' ? '"' : '`';
    await sql(tampering.replaceAll('`', quote));
    const report = await check();
    expect(report.isIntact).toBe(false);
    expect(report.firstFault).toMatch(fault);
  });

  test('R-AUD-3: exchanged rows are noticed', async () => {
    await writeThree();
    for (const [from, to] of [
      [1, 8],
      [2, 1],
      [8, 2],
    ])
      await sql("update audit_entries set seq = ? where chain = 'thing:1' and seq = ?", [to, from]);
    expect((await check()).firstFault).toMatch(/thing:1 entry 1/);
  });

  test('R-AUD-3: a chain that was rewritten whole, with right hashes, contradicts its anchor', async () => {
    await write('thing:1', { after: { n: 1 } });
    await anchor('2026-03-02');
    await sql("delete from audit_entries where chain = 'thing:1'");
    await write('thing:1', { after: { n: 2 } });
    expect((await check()).firstFault).toMatch(
      /thing:1 entry 1: missing or not the one that was anchored on 2026-03-02/,
    );
  });

  test('R-AUD-3: an anchor that was removed, or signed by somebody else, is noticed', async () => {
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
      await writeThree();
      app.clock.advance(24 * 3_600_000);
      await anchor(day);
    }
    expect(await check()).toMatchObject({ isIntact: true, anchors: 3 });
    const { privateKey } = generateKeyPairSync('ed25519');
    const foreign = anchorKey(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
    expect((await verifyAudit(em(), [foreign.publicKey])).firstFault).toMatch(/unknown key/);
    await sql("delete from audit_anchors where day = '2026-03-03'");
    expect((await check()).firstFault).toMatch(/anchor 2026-03-04: the anchor before it is missing/);
  });

  test('a day has one anchor, and only chains that grew are in the next one', async () => {
    // Far from the process's other ids: an id never goes back, and the anchor looks an hour back.
    app.clock.set('2030-01-01T00:00:00Z');
    await writeThree();
    app.clock.advance(2 * 3_600_000);
    expect((await anchor('2026-03-02'))?.heads).toBe(2);
    expect(await anchor('2026-03-02')).toBeUndefined();
    app.clock.advance(24 * 3_600_000);
    await write('thing:1');
    expect((await anchor('2026-03-03'))?.heads).toBe(1);
    expect(await check()).toMatchObject({ isIntact: true, anchors: 2 });
  });

  test('R-DATA-4: personal values vanish with the key of the person, and the chain stays whole', async () => {
    const personId = newId();
    await write('person:1', { personal: { personId, values: { phone: 'canary-phone' } } });
    const [row] = await em().execute<{ sealed: string }[]>("select sealed from audit_entries where chain = 'person:1'");
    expect(JSON.stringify(row)).not.toContain('canary');
    const sealed = row!.sealed.slice(personId.length + 1);
    expect(await app.deps.personKeys.unseal(em(), personId, sealed)).toBe('{"phone":"canary-phone"}');
    await app.deps.personKeys.destroy(em(), personId);
    expect(await app.deps.personKeys.unseal(em(), personId, sealed)).toBeUndefined();
    expect((await check()).isIntact).toBe(true);
  });

  test('R-AUD-4: ID and phone numbers that a caller forgot to mask are masked', async () => {
    await write('thing:1', { before: { note: '330102199901011234' }, after: { phone: '13800138000', n: 13800138000 } });
    const [row] = await listAuditEntries(em(), { limit: 1 });
    expect(JSON.stringify(row)).not.toMatch(/330102199901011234|13800138000/);
    expect(JSON.parse(row!.after!)).toEqual({ phone: '[phone]', n: 0 });
  });

  test('R-AUD-2: 300 reads at once leave 300 rows in a whole chain, and the read waits for its row', async () => {
    const reader = app.call(staff('clerk'));
    const read = (n: number) =>
      app.deps.audit.read(reader, { action: 'case.read', target: { type: 'case', id: String(n) }, purpose: '办理' });
    const statements = await app.statements(() => Promise.all(Array.from({ length: 300 }, (_, n) => read(n))));
    expect(statements.length).toBeLessThan(10);
    expect(reader.trace.auditRows).toBe(300);
    expect(await check()).toMatchObject({ isIntact: true, entries: 300, chains: 1 });
    const page = await listAuditEntries(em(), {
      actor: `person:${reader.principal.personId}`,
      target: 'case:7',
      limit: 5,
    });
    expect(page).toMatchObject([{ action: 'case.read', kind: 'read', role: 'clerk', after: '{"purpose":"办理"}' }]);
  });

  test('R-AUD-2: a read that can not be recorded fails, and the chain goes on when it can again', async () => {
    const reader = app.call(staff('clerk'));
    const read = () => app.deps.audit.read(reader, { action: 'case.read', target: { type: 'case', id: '1' } });
    await read();
    await sql('alter table audit_entries rename to away');
    await expect(read()).rejects.toThrow();
    await sql('alter table away rename to audit_entries');
    await read();
    expect(await check()).toMatchObject({ isIntact: true, entries: 2 });
  });
});
