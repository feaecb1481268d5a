import { expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { createTestApp } from '../../../../../tests/support/test-app.ts';
import { PublicCache, cacheMarker } from '../public-cache/index.ts';
import { askInProcess } from './ask-in-process.ts';

const ask = (handler: Parameters<typeof askInProcess>[0]) =>
  askInProcess(handler)({ target: '/api/things?q=%E5%9C%A8', headers: { cookie: 'a=1' } });

test('a question reaches the handler as over HTTP from this machine', async () => {
  const answer = await ask((request, response) => {
    const { url, method, headers, socket } = request;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ url, method, cookie: headers.cookie, from: socket.remoteAddress }));
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    url: '/api/things?q=%E5%9C%A8',
    method: 'GET',
    cookie: 'a=1',
    from: '127.0.0.1',
  });
});

test('every cookie of the answer comes back, and its bytes as they were sent', async () => {
  const answer = await ask((_request, response) => {
    response.writeHead(403, { 'set-cookie': ['a=1; Path=/', 'b=2; HttpOnly'] });
    response.write(Buffer.from([0, 255]));
    setImmediate(() => response.end(Buffer.from([7])));
  });
  expect(answer.status).toBe(403);
  expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; HttpOnly']);
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 7]);
});

test.each([undefined, new Error('the disk is gone')])('an answer that is broken off is no answer', async (reason) => {
  const asked = ask((_request, response) => {
    response.write('half');
    setImmediate(() => response.destroy(reason));
  });
  await expect(asked).rejects.toThrow(reason?.message ?? 'ended before it was whole');
});

test('what is streamed arrives whole', async () => {
  const answer = await ask((_request, response) => void Readable.from(['a', 'b', 'c']).pipe(response));
  expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('abc');
});

test('what has not changed has no content', async () => {
  const answer = await ask((_request, response) => response.writeHead(304, { etag: '"x"' }).end());
  expect([answer.status, answer.headers.get('ETag'), (await answer.arrayBuffer()).byteLength]).toEqual([304, '"x"', 0]);
});

test('an answer that is kept for others is whole when it is asked for again', async () => {
  const cache = new PublicCache({ maxBytes: 10_000 });
  const ask = askInProcess((request, response) =>
    cache.serve(request, response, (_request, made) => {
      made.setHeader(cacheMarker, 'catalog');
      made.end('"a guide"');
    }),
  );
  const question = { target: '/api/matters/1', headers: {} };
  const [first, again] = [await (await ask(question)).json(), await (await ask(question)).json()];
  expect([first, again]).toEqual(['a guide', 'a guide']);
});

test.each(['/api/console/drafts', '/api/admin/people', '/api/supervision/audit'])(
  'what has a longer deadline is answered too: %s',
  async (target) => {
    const app = await createTestApp();
    const koa = app.koa.callback();
    const answer = await askInProcess((request, response) => void koa(request, response))({
      target,
      headers: {},
    });
    await app.close();
    expect(answer.status).toBe(401);
  },
);
