import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makePerson } from '../../../../../../tests/support/people.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import { identityModule } from '../index.ts';

let app: TestApp;
let personId = '';
beforeAll(async () => {
  app = await createTestApp({ modules: [identityModule] });
  ({ personId } = await makePerson(app.deps, { name: '管理甲' }));
});
afterAll(() => app.close());

const admin = () => app.as(staff('administrator', 'university', null, { personId }));
const callWith = (key: string) => fetch(`${app.base}/api/me`, { headers: { authorization: `Bearer ${key}` } });
const found = async (id: string) => (await admin().listMachineClients()).items.find((one) => one.id === id);

describe('a program that may call', () => {
  test('signs in with its key, which is shown once', async () => {
    const { key, id } = await admin().createMachineClient({ body: { name: '数据中心' } });
    const answer = await callWith(key);
    expect([answer.status, await answer.json()]).toMatchObject([200, { isSignedIn: false }]);
    expect((await callWith(`${key}x`)).status).toBe(401);
    const rows = await app.deps.orm.em.fork().execute('select * from machine_clients where id = ?', [id]);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(JSON.stringify(await admin().listMachineClients())).not.toContain(key);
  });

  test('is listed with who made it, when, and when it was last used', async () => {
    const { key, id } = await admin().createMachineClient({ body: { name: '一网通办' } });
    expect(await found(id)).toEqual({
      id,
      name: '一网通办',
      createdBy: '管理甲',
      createdAt: app.clock.now().toISOString(),
      lastUsedAt: null,
      revokedAt: null,
    });
    const first = app.clock.now().toISOString();
    await callWith(key);
    expect((await found(id))?.lastUsedAt).toBe(first);
  });

  test('is noted as used once in some minutes, not at every request', async () => {
    const { key, id } = await admin().createMachineClient({ body: { name: '大屏' } });
    await callWith(key);
    const first = (await found(id))?.lastUsedAt;
    app.clock.advance(4 * 60_000);
    const statements = await app.statements(async () => void (await callWith(key)));
    expect(statements.filter((sql) => /^update/i.test(sql))).toEqual([]);
    expect((await found(id))?.lastUsedAt).toBe(first);
    app.clock.advance(60_000);
    await callWith(key);
    expect((await found(id))?.lastUsedAt).toBe(app.clock.now().toISOString());
  });

  test('is refused at the next request once it is revoked, and stays in the list (R-AUTHZ-3)', async () => {
    const { key, id } = await admin().createMachineClient({ body: { name: '旧系统' } });
    expect((await callWith(key)).status).toBe(200);
    await admin().revokeMachineClient({ params: { id } });
    expect((await callWith(key)).status).toBe(401);
    expect((await found(id))?.revokedAt).toBe(app.clock.now().toISOString());
    for (const unknown of [id, newId()])
      await expect(admin().revokeMachineClient({ params: { id: unknown } })).rejects.toMatchObject({ status: 404 });
    const rows = await app.deps.orm.em
      .fork()
      .execute<{ action: string }[]>('select action from audit_entries where chain = ? order by seq', [
        `machine-client:${id}`,
      ]);
    expect(rows.map(({ action }) => action)).toEqual(['machine-client.create', 'machine-client.revoke']);
  });

  test('is listed page by page, newest first, each once', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await admin().listMachineClients({ query: { limit: 3, ...(after !== undefined && { after }) } });
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === undefined) break;
      after = page.next;
    }
    expect(seen).toEqual([...seen].sort().reverse());
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(4);
  });
});
