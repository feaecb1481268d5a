import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startFaultSite, type FaultSite } from './support/fault-site.ts';
import { dial, dribble, statusOf } from './support/raw-request.ts';
import { isDone, submit } from './support/submit.ts';

let site: FaultSite;
beforeAll(async () => {
  site = await startFaultSite({ drafts: 2, env: { NO_JOBS: '1' } });
  // Room for an upload.
  await site.look((em) => em.execute('delete from materials where owner_id = ?', [site.drafts[0]!.draftId], 'run'));
}, 60_000);
afterAll(() => site.close());

/** The head of a request to an endpoint that takes JSON, by somebody who is signed in. */
function head(length: number | 'chunked'): string {
  const size = length === 'chunked' ? 'transfer-encoding: chunked' : `content-length: ${length}`;
  const { draftId, cookie } = site.drafts[0]!;
  return (
    `PUT /api/drafts/${draftId}/pages/situation HTTP/1.1\r\nhost: localhost:${site.port}\r\ncookie: ${cookie}\r\n` +
    `sec-fetch-site: same-origin\r\ncontent-type: application/json\r\n${size}\r\n\r\n`
  );
}

/** The same for an endpoint that takes a file. */
const uploadHead = (length: number): string =>
  head(length)
    .replace('PUT', 'POST')
    .replace('pages/situation', 'materials/photo')
    .replace('application/json', 'multipart/form-data; boundary=b');

const post = async (body: string): Promise<{ status: number; code: string; milliseconds: number }> => {
  const begin = performance.now();
  const { draftId, cookie } = site.drafts[0]!;
  const answer = await fetch(`${site.app().origin}/api/drafts/${draftId}/pages/situation`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body,
  });
  const { code } = (await answer.json()) as { code: string };
  return { status: answer.status, code, milliseconds: performance.now() - begin };
};

describe('R-DOS-1: clients that mean harm', () => {
  test('who sends headers or a body one letter a second is cut, and others are served meanwhile', async () => {
    const [slowHead, slowBody, slowUpload, silent] = [
      dial(site.port),
      dial(site.port),
      dial(site.port),
      dial(site.port),
    ];
    slowHead.socket.write('GET /api/matters HTTP/1.1\r\nhost: localhost\r\nx-slow: ');
    slowBody.socket.write(`${head(5_000)}{"answers":{"station":"`);
    slowUpload.socket.write(
      `${uploadHead(200_000)}--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`,
    );
    silent.socket.write(`${head(5_000)}{`);
    for (const { socket } of [slowHead, slowBody, slowUpload]) dribble(socket);
    const others = await fetch(`${site.app().origin}/healthz`);
    expect(others.status).toBe(200);
    const ends = await Promise.all([slowHead, slowBody, slowUpload, silent].map(({ closed }) => closed));
    for (const { text, milliseconds } of ends) {
      expect(milliseconds).toBeLessThan(20_000);
      // Either nothing or a refusal, never an answer as if all was well.
      expect([0, 400, 408]).toContain(statusOf(text));
    }
  }, 60_000);

  test('50 MB of JSON are refused before they are sent: 413, and the connection closes', async () => {
    const { socket, closed } = dial(site.port);
    socket.write(head(50 * 1024 * 1024));
    const first = await new Promise<string>((resolve) => socket.once('data', (part) => resolve(String(part))));
    expect(statusOf(first)).toBe(413);
    socket.end();
    expect((await closed).text).toContain('"code":"request.too-large"');
  }, 30_000);

  test('a body that does not say how long it is ends after 256 kB: 413', async () => {
    const { socket, closed } = dial(site.port);
    socket.write(head('chunked'));
    const piece = `10000\r\n${' '.repeat(65_536)}\r\n`;
    for (let sent = 0; sent < 800 && socket.writable; sent += 1) socket.write(piece);
    const { text, milliseconds } = await closed;
    expect([0, 413]).toContain(statusOf(text));
    expect(milliseconds).toBeLessThan(10_000);
  }, 30_000);

  test('JSON nested a hundred thousand deep is refused at once and hurts nobody', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const refused = await post(`{"answers":${deep}}`);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
    expect(refused.milliseconds).toBeLessThan(2_000);
    expect(refused.code).toBe('request.unreadable');
  }, 30_000);

  test.each([
    ['keys that reach a prototype', '{"answers":{"__proto__":{"isAdmin":true}}}'],
    ['half of a character', '{"answers":{"station":"\\ud800"}}'],
    ['no JSON', '{"answers":'],
    ['an endless list', `{"answers":{"changed":[${'0,'.repeat(30_000)}0]}}`],
  ])('%s is refused with a word', async (_name, body) => {
    const refused = await post(body);
    expect([400, 422]).toContain(refused.status);
    expect(refused.code).toMatch(/^request\./);
  });

  test('after all that the server serves', async () => {
    expect(site.app().isRunning()).toBe(true);
    expect(isDone(await submit(site.app().origin, site.drafts[1]!))).toBe(true);
  });
});
