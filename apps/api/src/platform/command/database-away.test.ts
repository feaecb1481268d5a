import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoint, type Problem } from '@yitang/contract';
import { z } from 'zod';
import { createTcpProxy, type TcpProxy } from '../../../../../tests/support/tcp-proxy.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { entities } from '../../database/entities.ts';
import { openOrm } from '../../database/index.ts';
import { routes, type ApiModule } from '../endpoint/index.ts';
import { newId } from '../ids/index.ts';
import { isAmbiguousCommit, isConnectionLoss, isRetryable, isUniqueViolation } from './index.ts';

describe('what the database says', () => {
  const wrapped = (fields: object): Error => new Error('outer', { cause: Object.assign(new Error('inner'), fields) });

  test.each([1213, 1205, 1020, 1317, 1047, 1053, 1290, 3101, 8022, 9007, 8002, 6002, 4012, 2006, 2013])(
    '%i is worth another try, also when wrapped',
    (errno) => {
      expect(isRetryable(wrapped({ errno }))).toBe(true);
    },
  );

  test.each([1062, 1452, 1406, 1064])('%i is not', (errno) => expect(isRetryable(wrapped({ errno }))).toBe(false));

  test('only what leaves the outcome open is ambiguous', () => {
    expect(
      [{ errno: 1180 }, { code: 'ECONNRESET' }, { code: 'ETIMEDOUT' }].map((fields) =>
        isAmbiguousCommit(wrapped(fields)),
      ),
    ).toEqual([true, true, true]);
    expect([{ errno: 1213 }, { errno: 1205 }].map((fields) => isAmbiguousCommit(wrapped(fields)))).toEqual([
      false,
      false,
    ]);
    expect([
      isConnectionLoss(wrapped({ code: 'ECONNREFUSED' })),
      isUniqueViolation(wrapped({ errno: 1062 })),
      isRetryable(wrapped({ code: 'SQLITE_BUSY_SNAPSHOT' })),
    ]).toEqual([true, true, true]);
  });
});

const things = {
  makeThing: endpoint({
    method: 'post',
    path: '/api/things',
    summary: '',
    access: 'public',
    body: z.strictObject({ name: z.string() }),
    output: z.object({ id: z.string() }),
    isIdempotent: true,
  }),
  countThings: endpoint({
    method: 'get',
    path: '/api/things',
    summary: '',
    access: 'public',
    output: z.object({ count: z.number() }),
  }),
};
const thingModule: ApiModule = {
  name: 'thing',
  routes: routes(things, {
    makeThing: ({ body }, call) =>
      call.deps.runCommand(call, { name: 'thing.make' }, async (tx) => {
        await tx.em.execute('insert into number_blocks (sequence, next_number) values (?, 1)', [newId()], 'run');
        tx.audit({
          action: 'thing.make',
          chain: `thing:${body.name}`,
          target: { type: 'thing', id: body.name },
          outcome: 'done',
        });
        return { id: body.name };
      }),
    countThings: async (_input, call) => ({ count: (await call.em.execute('select 1 from number_blocks')).length }),
  }),
};
const make = (app: TestApp, key: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`${app.base}/api/things`, {
    method: 'POST',
    body: JSON.stringify({ name: key }),
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    ...(signal ? { signal } : {}),
  });
const count = async (app: TestApp): Promise<number> =>
  ((await (await fetch(`${app.base}/api/things`)).json()) as { count: number }).count;

function behindProxy(url: string): void {
  let proxy: TcpProxy;
  let app: TestApp;
  beforeAll(async () => {
    const server = new URL(url);
    proxy = await createTcpProxy({ host: server.hostname, port: Number(server.port) });
    app = await createTestApp({
      modules: [thingModule],
      database: {
        throughPort: proxy.port,
        poolSize: 4,
        deadlines: { acquire: 1_500, statement: 1_500, commit: 2_500 },
      },
    });
  });
  afterAll(async () => {
    proxy.heal();
    await app.close();
    await proxy.close();
  });

  test('F-4: the answer to COMMIT is lost: the command is settled by its key, done once, and the client never notices', async () => {
    const before = await count(app);
    proxy.loseAnswerTo('commit');
    expect(await (await make(app, 'key-lost-answer')).json()).toEqual({ id: 'key-lost-answer' });
    expect(await count(app)).toBe(before + 1);
  }, 20_000);

  test('F-5: while the database is cut off, a clear 503, not ready; afterwards everything works by itself and nothing is doubled', async () => {
    const before = await count(app);
    proxy.cut();
    const start = performance.now();
    const refused = await make(app, 'key-while-away');
    expect([refused.status, refused.headers.get('retry-after'), ((await refused.json()) as Problem).code]).toEqual([
      503,
      '5',
      'service.unavailable',
    ]);
    expect(performance.now() - start).toBeLessThan(10_000);
    await rest(1_100);
    expect((await fetch(`${app.base}/readyz`)).status).toBe(503);
    proxy.heal();
    await rest(1_100);
    expect((await fetch(`${app.base}/readyz`)).status).toBe(200);
    expect((await make(app, 'key-while-away')).status).toBe(200);
    expect(await count(app)).toBe(before + 1);
  }, 30_000);

  test('F-5: a database that hangs costs a deadline, also with more requests than connections, and heals', async () => {
    const before = await count(app);
    proxy.hang();
    const start = performance.now();
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => (await make(app, `key-hung-${n}-x`)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([503]));
    expect(performance.now() - start).toBeLessThan(15_000);
    proxy.heal();
    await rest(1_500);
    const again = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => (await make(app, `key-hung-${n}-x`)).status),
    );
    expect(new Set(again)).toEqual(new Set([200]));
    expect(await count(app)).toBe(before + 20);
  }, 60_000);

  test('after a deadlock no statement runs outside the transaction, even if somebody swallowed the error', async () => {
    const swallowing = app.deps.runCommand(app.call(), { name: 'thing.swallow' }, async (tx) => {
      tx.audit({ action: 'x', chain: 'x:1', target: { type: 'x', id: '1' }, outcome: 'done' });
      await tx.em
        .execute("signal sqlstate '40001' set mysql_errno = 1213, message_text = 'Deadlock found'")
        .catch(() => undefined);
      await tx.em.execute("insert into number_blocks (sequence, next_number) values ('outside', 1)", [], 'run');
    });
    await expect(swallowing).rejects.toMatchObject({ code: 'service.unavailable' });
    expect(await app.deps.orm.em.fork().execute("select 1 from number_blocks where sequence = 'outside'")).toEqual([]);
  }, 20_000);
}

const server = process.env.TEST_DATABASE_URL;
describe(server === undefined ? 'two processes on one SQLite file' : 'a database server behind a bad network', () => {
  if (server !== undefined) return behindProxy(server);
  const folder = mkdtempSync(join(tmpdir(), 'yitang-busy-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('commands of both wait for each other, none is lost and none is doubled', async () => {
    const url = `sqlite:${join(folder, 'shared.db')}`;
    const [one, other] = [await openOrm({ url, entities }), await openOrm({ url, entities })];
    await one.schema.create();
    const apps = [
      await createTestApp({ modules: [thingModule], orm: one }),
      await createTestApp({ modules: [thingModule], orm: other }),
    ];
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => (await make(apps[n % 2]!, `key-shared-${n % 20}-x`)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await count(apps[0]!)).toBe(20);
    for (const app of apps) await app.close();
    await one.close(true);
    await other.close(true);
  }, 30_000);
});
