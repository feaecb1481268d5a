import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '@yitang/contract';
import { freshDatabase } from '../../../tests/support/test-database.ts';
import { modules } from './modules/index.ts';
import { CannotStart, ConfigError, makeKeys } from './platform/config/index.ts';
import { housekeepingModule } from './platform/housekeeping/index.ts';
import { startServer, type RunningServer } from './start-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'yitang-server-'));
const fresh = process.env.TEST_DATABASE_URL
  ? await freshDatabase()
  : { url: `sqlite:${join(folder, 'yitang.db')}`, drop: async () => undefined };
const environment = {
  YITANG_MODE: 'test',
  PORT: '0',
  NO_WEB: '1',
  DATABASE_URL: fresh.url,
  FILES_FOLDER: join(folder, 'files'),
  LOG_LEVEL: 'silent',
  ...makeKeys('test'),
};
const running: RunningServer[] = [];
const start = async (more: Record<string, string> = {}): Promise<RunningServer> => {
  const server = await startServer({ ...environment, ...more });
  running.push(server);
  return server;
};
afterAll(async () => {
  await Promise.all(running.map((server) => server.stop()));
  await fresh.drop();
  rmSync(folder, { recursive: true });
});
const status = async (server: RunningServer, path: string, host = 'localhost'): Promise<number> =>
  (await fetch(`http://${host}:${server.port}${path}`)).status;

describe('the server', () => {
  test('starts on an empty database, answers on both loopback addresses and ends; a second start keeps the data', async () => {
    const first = await start();
    expect([await status(first, '/readyz', '127.0.0.1'), await status(first, '/readyz', '[::1]')]).toEqual([200, 200]);
    await first.app.deps.numbers.next('case:20260302');
    await running.pop()?.stop();
    await expect(status(first, '/healthz')).rejects.toThrow();
    const second = await start();
    expect(await second.app.deps.numbers.next('case:20260302')).toBe(101);
    await running.pop()?.stop();
  }, 60_000);

  test('five that start at once on one empty database all come up', async () => {
    const servers = await Promise.all(Array.from({ length: 5 }, () => start()));
    expect(await Promise.all(servers.map((server) => status(server, '/readyz')))).toEqual([200, 200, 200, 200, 200]);
    await Promise.all(running.splice(0).map((server) => server.stop()));
  }, 120_000);

  test('what is in the way is said in a sentence', async () => {
    const first = await start();
    await expect(start({ PORT: String(first.port) })).rejects.toThrow(CannotStart);
    await expect(start({ YITANG_MODE: 'production' })).rejects.toThrow(ConfigError);
  }, 60_000);

  test('an absolute request target, which would choose the host that pages see, is refused', async () => {
    const server = running[0] ?? (await start());
    const { connect } = await import('node:net');
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1');
      socket.once('data', (chunk) => {
        resolve(String(chunk));
        socket.destroy();
      });
      socket.write('GET http://evil.example/auth/login HTTP/1.1\r\nhost: evil.example\r\n\r\n');
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  }, 60_000);
});

test('every declared endpoint is answered by exactly one module', () => {
  const answered = [housekeepingModule, ...modules].flatMap((module) =>
    (module.routes ?? []).map((route) => route.name),
  );
  expect(answered.sort()).toEqual(Object.keys(endpoints).sort());
});
