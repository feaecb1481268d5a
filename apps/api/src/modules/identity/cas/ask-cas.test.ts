import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { askCas } from './ask-cas.ts';
import { casSettings, type CasSettings } from './cas-settings.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

const bomb = gzipSync('x'.repeat(20_000_000));

async function settingsFor(answer: RequestListener, deadlineMs = 3_000): Promise<CasSettings> {
  const created = createServer(answer);
  server = created;
  await new Promise<void>((resolve) => created.listen(0, '127.0.0.1', resolve));
  const { port } = created.address() as AddressInfo;
  const cas = {
    url: `http://127.0.0.1:${port}/cas/`,
    isEmbedded: false,
    version: '3',
    userPattern: /./,
    attributes: {},
    admitsUnknown: false,
  } as const;
  return { ...casSettings({ cas, origin: 'https://yt.example' }), deadlineMs };
}

describe('asking the CAS (R-AUTHN-1)', () => {
  test('sends the ticket and our own service', async () => {
    let asked = '';
    const settings = await settingsFor((request, response) => {
      asked = request.url ?? '';
      response.end('答');
    });
    expect(await askCas(settings, 'ST-1&x=y', 'https://yt.example/?a=b&c')).toBe('答');
    expect(asked).toBe('/cas/p3/serviceValidate?ticket=ST-1%26x%3Dy&service=https%3A%2F%2Fyt.example%2F%3Fa%3Db%26c');
  });
  test.each<[string, string, RequestListener]>([
    ['a CAS that never answers', 'TimeoutError', () => undefined],
    [
      'a CAS that answers byte by byte',
      'TimeoutError',
      (_request, response) => {
        const timer = setInterval(() => response.write('<'), 50);
        response.on('close', () => clearInterval(timer));
      },
    ],
    ['a redirect loop', 'status 302', (request, response) => response.writeHead(302, { location: request.url }).end()],
    ['an error page', 'status 500', (_request, response) => response.writeHead(500).end('<cas:serviceResponse/>')],
    ['another good status', 'status 203', (_request, response) => response.writeHead(203).end('x')],
    ['a megabyte', 'more than 65536 bytes', (_request, response) => response.end('x'.repeat(1_048_576))],
    [
      'a compressed bomb',
      'more than 65536 bytes',
      (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    ],
    ['bytes that are not UTF-8', 'TypeError', (_request, response) => response.end(Buffer.from([0x3c, 0xff, 0xfe]))],
    ['half a character at the end', 'TypeError', (_request, response) => response.end(Buffer.from([0x3c, 0xe6, 0x9d]))],
    ['a broken connection', 'TypeError', (request) => request.socket.destroy()],
  ])('%s is no answer, and says so in time', async (_name, reason, listener) => {
    const settings = await settingsFor(listener, reason === 'TimeoutError' ? 300 : 3_000);
    const started = performance.now();
    const asking = askCas(settings, 'ST-secret', settings.serviceUrl);
    await expect(asking).rejects.toMatchObject({ code: 'cas-unavailable' });
    await expect(asking).rejects.toThrow(reason);
    await expect(asking).rejects.not.toThrow('ST-secret');
    expect(performance.now() - started).toBeLessThan(2_900);
  });
  test('a CAS that is down is no answer', async () => {
    const settings = await settingsFor(() => undefined);
    server?.close();
    await expect(askCas(settings, 'ST-1', settings.serviceUrl)).rejects.toThrow('ECONNREFUSED');
  });
});
