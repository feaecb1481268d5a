import { connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoint, type Problem } from '@yitang/contract';
import { z } from 'zod';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { applicant } from '../../../../../tests/support/principals.ts';
import { routes, type ApiModule } from '../endpoint/index.ts';
import { clientAddress, closeServers, createHttpServer } from './index.ts';
import type { IncomingMessage } from 'node:http';

const things = {
  makeThing: endpoint({
    method: 'post',
    path: '/api/things',
    summary: '',
    access: 'public',
    body: z.strictObject({}),
    output: z.object({ address: z.string() }),
  }),
};
let made = 0;
const thingModule: ApiModule = {
  name: 'thing',
  routes: routes(things, {
    makeThing: (_input, call) =>
      call.deps.runCommand(call, { name: 'thing.make' }, async (tx) => {
        made += 1;
        tx.audit({ action: 'thing.make', chain: 'thing:1', target: { type: 'thing', id: '1' }, outcome: 'done' });
        return { address: tx.principal.address };
      }),
  }),
};
const origin = 'http://localhost:3000';
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [thingModule], environment: { WRITES_PER_MINUTE: '4' } });
});
afterAll(() => app.close());
const post = (headers: Record<string, string>): Promise<Response> =>
  fetch(`${app.base}/api/things`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('R-SESS-1: a change', () => {
  const session = { cookie: `yt_session=${'a'.repeat(43)}` };
  test.each([
    ['another site by Fetch metadata', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin }],
    ['another site by Origin', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['the same host on another port', { origin: 'http://localhost:3001' }],
    ['nowhere, with a session', session],
    ['another site that names our host', { origin: 'https://evil.example', host: 'evil.example' }],
  ])('from %s is refused and nothing is written', async (_where, headers) => {
    const before = made;
    const answer = await post(headers);
    expect([answer.status, ((await answer.json()) as Problem).code, made]).toEqual([403, 'request.cross-site', before]);
  });

  test.each([
    ['our own page', { origin, 'sec-fetch-site': 'same-origin', ...session }],
    ['an old browser on our own page', { origin, ...session }],
    ['a program without cookies', {}],
  ])('from %s passes', async (_where, headers) => {
    expect((await post(headers)).status).toBe(200);
  });
});

describe('limits and figures', () => {
  test('R-DOS-1: who writes too often is told when to come back', async () => {
    const person = applicant();
    const statuses: number[] = [];
    for (let n = 0; n < 90; n++)
      statuses.push(
        (
          await app.fetchAs(person)(`${app.base}/api/things`, {
            method: 'POST',
            body: '{}',
            headers: { 'content-type': 'application/json' },
          })
        ).status,
      );
    expect(statuses).toContain(429);
    const refused = await post({});
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  test('the API describes itself, and its page needs no script and no other host', async () => {
    const document = (await (await fetch(`${app.base}/api/openapi.json`)).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths).toHaveProperty('/api/matters');
    const page = await fetch(`${app.base}/api/docs`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('submitDraft');
    expect(html).toContain('演示数据');
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  test('figures are for this machine, or for who has the token', async () => {
    expect(await (await fetch(`${app.base}/metrics`)).text()).toContain('yitang_http_request_seconds');
    const guarded = await createTestApp({ modules: [], environment: { METRICS_TOKEN: 'a-long-metrics-token' } });
    expect((await fetch(`${guarded.base}/metrics`)).status).toBe(404);
    expect(
      (await fetch(`${guarded.base}/metrics`, { headers: { authorization: 'Bearer a-long-metrics-token' } })).status,
    ).toBe(200);
    await guarded.close();
  });

  test('a process that is about to end says so to the balancer, and is alive all the same', async () => {
    const ending = await createTestApp({ modules: [] });
    expect((await fetch(`${ending.base}/readyz`)).status).toBe(200);
    ending.readiness.close();
    const told = await fetch(`${ending.base}/readyz`);
    expect([told.status, await told.json()]).toEqual([503, { status: 'unavailable', reason: 'stopping' }]);
    expect((await fetch(`${ending.base}/healthz`)).status).toBe(200);
    await ending.close();
  });
});

describe('the address of a client', () => {
  const request = (forwarded: string): IncomingMessage =>
    ({
      headers: { 'x-forwarded-for': forwarded },
      socket: { remoteAddress: '10.0.0.9' },
    }) as unknown as IncomingMessage;

  test.each([
    [0, '1.2.3.4', '10.0.0.9'],
    [1, '1.2.3.4', '1.2.3.4'],
    [1, '6.6.6.6, 1.2.3.4', '1.2.3.4'],
    [2, '6.6.6.6, 1.2.3.4, 10.0.0.1', '1.2.3.4'],
    [1, '<script>', '10.0.0.9'],
    [1, '', '10.0.0.9'],
  ])('behind %i proxies that say "%s" is %s', (trusted, forwarded, address) => {
    expect(clientAddress(request(forwarded), trusted)).toBe(address);
  });

  test('who does not know the internal key is not believed', async () => {
    const inner = await createTestApp({ modules: [thingModule] });
    const answer = await fetch(`${inner.base}/api/things`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '6.6.6.6', 'x-yitang-internal': 'guess' },
    });
    expect(await answer.json()).toEqual({ address: '127.0.0.1' });
    await inner.close();
  });
});

describe('slow clients', () => {
  let server: Server;
  const open = async (handler: Parameters<typeof createHttpServer>[0]): Promise<() => Socket> => {
    server = createHttpServer(handler, {
      headers: 400,
      body: { stretch: 400, bytesPerSecond: 1_000 },
      request: 30_000,
      silence: 400,
    });
    server.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return () => connect((server.address() as AddressInfo).port, '127.0.0.1');
  };
  afterEach(() => closeServers([server], 0));
  const ends = (socket: Socket): Promise<number> => {
    const start = performance.now();
    return new Promise((resolve) =>
      socket.on('error', () => undefined).once('close', () => resolve(performance.now() - start)),
    );
  };

  test('A-4: one that dribbles headers, a body or never reads is cut', async () => {
    const dial = await open((request, response) => {
      request.resume();
      if (request.url === '/large') response.end(Buffer.alloc(64 * 1024 * 1024));
      else request.on('end', () => response.end('ok'));
    });
    const [headers, body, reader] = [dial(), dial(), dial()];
    headers.write('GET / HTTP/1.1\r\n');
    body.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n');
    reader.write('GET /large HTTP/1.1\r\nhost: x\r\n\r\n');
    reader.pause();
    const dribble = setInterval(() => [headers, body].forEach((socket) => socket.writable && socket.write('x')), 100);
    headers.resume();
    body.resume();
    const times = await Promise.all([ends(headers), ends(body)]);
    clearInterval(dribble);
    await rest(600);
    reader.resume();
    await ends(reader);
    expect(Math.max(...times)).toBeLessThan(3_000);
    expect(reader.bytesRead).toBeLessThan(64 * 1024 * 1024);
  }, 15_000);

  test('A-4: who answers before the body is there keeps no connection that only trickles', async () => {
    const dial = await open((_request, response) => void response.end('ok'));
    const socket = dial();
    socket.resume();
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n');
    const dribble = setInterval(() => socket.writable && socket.write('x'), 100);
    expect(await ends(socket)).toBeLessThan(2_000);
    clearInterval(dribble);
  });

  test('A-4: what nobody will read any more holds no connection', async () => {
    const dial = await open((_request, response) => void response.end('ok'));
    const socket = dial().pause();
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n');
    server.once('request', (request: IncomingMessage) => request.pause().on('resume', () => request.pause()));
    for (let sent = 0; sent < 100; sent += 1) socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`);
    socket.resume();
    expect(await ends(socket)).toBeLessThan(3_000);
  });

  test('R-DOS-1: a steady upload on a slow line is taken, and one that waits for us is not cut for it', async () => {
    const sizes: Promise<number>[] = [];
    const dial = await open((request, response) => {
      const wait = request.url === '/wait' ? 1_500 : 0;
      sizes.push(
        rest(wait)
          .then(() => buffer(request))
          .then(({ length }) => (response.end('ok'), length)),
      );
    });
    const [steady, waiting] = [dial(), dial()];
    const ended = Promise.all([steady, waiting].map((socket) => ends(socket.resume())));
    const head = (path: string): string => `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n`;
    steady.write(`${head('/')}content-length: 4000\r\n\r\n`);
    waiting.write(`${head('/wait')}content-length: 1000000\r\n\r\n${'x'.repeat(1_000_000)}`);
    for (let sent = 0; sent < 20; sent += 1) {
      steady.write('x'.repeat(200));
      await rest(80);
    }
    await ended;
    expect(await Promise.all(sizes)).toEqual([4_000, 1_000_000]);
  }, 15_000);

  test('F-11: answers that were begun are given before the server closes', async () => {
    const dial = await open((_request, response) => void rest(200).then(() => response.end('whole')));
    const socket = dial();
    const begun = new Promise((resolve) => server.once('request', resolve));
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await begun;
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    const ended = ends(socket);
    await closeServers([server], 5_000);
    await ended;
    expect(text).toContain('whole');
  });
});
