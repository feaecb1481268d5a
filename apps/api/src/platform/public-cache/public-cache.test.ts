import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';
import { PublicCache, byteText, cacheMarker } from './index.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function start(
  answer: Answer,
  maxBytes = 1_000_000,
): Promise<{ base: string; cache: PublicCache; calls: () => number }> {
  let calls = 0;
  const cache = new PublicCache({ maxBytes });
  server = createServer((request, response) => {
    cache.serve(request, response, (...given) => {
      calls += 1;
      answer(...given);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server?.once('listening', listening));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cache, calls: () => calls };
}

const marked =
  (body: string): Answer =>
  (_request, response) => {
    response.writeHead(200, {
      [cacheMarker]: 'catalog',
      'content-type': 'text/html; charset=utf-8',
      'x-request-id': 'one',
    });
    response.write(body.slice(0, 3));
    response.end(body.slice(3));
  };
/** Compressing goes on after the first answer; how long it takes is the machine's affair. */
async function untilPacked(base: string): Promise<Response> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${base}/`, { headers: { 'accept-encoding': 'gzip, br' } });
    if (answer.headers.get('content-encoding') === 'br') return answer;
    await answer.text();
    await rest(20);
  }
  throw new Error('never compressed');
}

const page = `<!doctype html>${'目录'.repeat(2000)}`;

describe('a page that is the same for every visitor', () => {
  test('is rendered once, then comes from memory with the same bytes and without the marker', async () => {
    const { base, calls } = await start(marked(page));
    const first = await fetch(`${base}/matters`);
    expect(await first.text()).toBe(page);
    const second = await fetch(`${base}/matters`);
    expect(await second.text()).toBe(page);
    expect(calls()).toBe(1);
    for (const answer of [first, second]) expect(answer.headers.get(cacheMarker)).toBeNull();
    expect(second.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(second.headers.get('x-request-id')).toBeNull();
  });

  test('is sent compressed to a browser that can, and not at all when it has it', async () => {
    const { base } = await start(marked(page));
    await (await fetch(`${base}/`)).text();
    const packed = await untilPacked(base);
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(await packed.text()).toBe(page);
    const again = await fetch(`${base}/`, { headers: { 'if-none-match': packed.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('is handed over within the process where it is data, and not where it is a page that greets people', async () => {
    const { base, cache } = await start(marked(page));
    for (const path of ['/matters', '/api/matters']) await (await fetch(base + path)).text();
    expect(cache.find('/api/matters')?.body.toString()).toBe(page);
    expect([cache.find('/matters'), cache.find('/api/others')]).toEqual([undefined, undefined]);
  });

  test('is forgotten when the catalog changes, also one that was begun before', async () => {
    const { promise: slowCame, resolve: come } = Promise.withResolvers<() => void>();
    const { base, cache, calls } = await start((request, response) => {
      if (request.url !== '/slow') return marked(page)(request, response);
      come(() => marked('old')(request, response));
    });
    await (await fetch(`${base}/`)).text();
    const slow = fetch(`${base}/slow`);
    const release = await slowCame;
    cache.setEdition(2);
    release();
    await (await slow).text();
    expect(cache.bytes).toBe(0);
    await (await fetch(`${base}/`)).text();
    expect(calls()).toBe(3);
  });
});

describe('what the pages’ server reads of a kept answer', () => {
  const data = marked('{"items":[{"code":"A-1"}]}');

  test('is one value for all, which nobody can change, and counts for the memory that is used', async () => {
    const { base, cache } = await start(data);
    await (await fetch(`${base}/api/matters`)).text();
    const before = cache.bytes;
    const [first, second] = [cache.find('/api/matters')!.read(), cache.find('/api/matters')!.read()];
    expect(first).toEqual({ items: [{ code: 'A-1' }] });
    expect(second).toBe(first);
    expect(cache.bytes).toBeGreaterThan(before);
    const { items } = first as { items: { code: string }[] };
    expect(() => items.push({ code: 'B-2' })).toThrow(TypeError);
    expect(() => (items[0]!.code = 'B-2')).toThrow(TypeError);
  });

  test('is another one when the catalog has changed', async () => {
    const { base, cache } = await start(data);
    await (await fetch(`${base}/api/matters`)).text();
    cache.find('/api/matters')!.read();
    cache.setEdition(2);
    expect([cache.find('/api/matters'), cache.bytes]).toEqual([undefined, 0]);
  });
});

describe('what is never kept', () => {
  test('a page for somebody who brought a cookie, an answer that sets one, a failure, an unmarked answer', async () => {
    const { base, cache } = await start((request, response) => {
      if (request.url === '/cookie') response.setHeader('set-cookie', 'a=b');
      if (request.url === '/failure') {
        response.writeHead(503, { [cacheMarker]: 'catalog' });
        return void response.end('no');
      }
      if (request.url === '/unmarked') return void response.end('mine');
      marked(page)(request, response);
    });
    await (await fetch(`${base}/`, { headers: { cookie: 'sid=1' } })).text();
    for (const path of ['/cookie', '/failure', '/unmarked']) await (await fetch(base + path)).text();
    expect(cache.bytes).toBe(0);
  });

  test('more bytes than allowed: the least recently used goes first', async () => {
    const { base, cache, calls } = await start(marked('x'.repeat(600)), 1500);
    for (const path of ['/a', '/b', '/a', '/c']) await (await fetch(base + path)).text();
    expect(cache.bytes).toBeLessThanOrEqual(1500);
    expect(calls()).toBe(3);
    await (await fetch(`${base}/a`)).text();
    expect(calls()).toBe(3);
    await (await fetch(`${base}/b`)).text();
    expect(calls()).toBe(4);
  });
});

describe('answers that are made from the query of their address', () => {
  const made = (query: string) => (query === 'wrong' ? undefined : byteText(`made of ${query}`));

  async function startOffering(): ReturnType<typeof start> {
    const site = await start((request, response) => {
      response.setHeader('x-content-type-options', 'nosniff');
      if (request.url === '/api/search?wrong') return void response.writeHead(422).end('wrong');
      marked('the long way')(request, response);
    });
    site.cache.offer('/api/search', { route: 'search', make: made });
    return site;
  }

  test('come without the server once it has answered the path itself, with its headers and no other visitor kept out', async () => {
    const { base, calls, cache } = await startOffering();
    expect(await (await fetch(`${base}/api/search?a`)).text()).toBe('the long way');
    const kept = cache.bytes;
    const answer = await fetch(`${base}/api/search?b`);
    expect(await answer.text()).toBe('made of b');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get(cacheMarker)).toBeNull();
    expect([calls(), cache.bytes]).toEqual([1, kept]);
  });

  test('are kept when they are asked for again, and then have an ETag; a new catalog forgets that they were', async () => {
    const { base, cache } = await startOffering();
    await (await fetch(`${base}/api/search?a`)).text();
    for (const [turn, hasTag] of [false, false, true].entries()) {
      const answer = await fetch(`${base}/api/search?b`);
      expect([turn, await answer.text(), answer.headers.get('etag') !== null]).toEqual([turn, 'made of b', hasTag]);
    }
    cache.setEdition(2);
    await (await fetch(`${base}/api/search?b`)).text();
    expect(cache.bytes).toBe(0);
  });

  test('what cannot be made goes to the server, which says why', async () => {
    const { base, calls } = await startOffering();
    await (await fetch(`${base}/api/search?a`)).text();
    expect((await fetch(`${base}/api/search?wrong`)).status).toBe(422);
    expect((await fetch(`${base}/api/search?b`, { method: 'HEAD' })).status).toBe(200);
    expect(calls()).toBe(3);
  });
});
