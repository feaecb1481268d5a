import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { listMaterials } from '../index.ts';
import { startFakeScanner, type FakeScanner } from '../../../../../../tests/support/material/fake-scanner.ts';
import { eicar, pdf } from '../../../../../../tests/support/material/sample-files.ts';
import { UploadDesk } from '../../../../../../tests/support/material/upload-desk.ts';

let scanner: FakeScanner;
let desk: UploadDesk;
beforeAll(async () => {
  scanner = await startFakeScanner();
  desk = await UploadDesk.open({ CLAMAV: `127.0.0.1:${scanner.address.port}` });
});
afterAll(async () => {
  await desk.app.close();
  await scanner.close();
});
beforeEach(() => {
  scanner.mode = 'look';
});

const infected = (): Buffer => pdf({ objects: [`<< /Length 70 >>\nstream\n${eicar.toString('latin1')}\nendstream`] });

async function nextMinute(): Promise<void> {
  desk.app.clock.advance(61_000);
  await desk.app.runJobs();
}

describe('uploading where a virus scanner is configured (R-FILE-3)', () => {
  test('a clean file is open at once; an infected one is refused', async () => {
    const draft = desk.newDraft();
    expect((await desk.send(pdf(), { draft })).body.state).toBe('clean');
    expect(await desk.send(infected(), { draft })).toMatchObject({ status: 422, body: { code: 'material.unsafe' } });
    expect(await listMaterials(desk.app.call().em, 'draft', draft)).toHaveLength(1);
  });

  test('while the scanner can not say, the file waits and nobody opens it; then it is clean', async () => {
    scanner.mode = 'too-large';
    const { status, body } = await desk.send(pdf(), { draft: desk.newDraft() });
    expect({ status, state: body.state }).toEqual({ status: 201, state: 'waiting' });
    const refused = await desk.read(body.id);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('60');
    scanner.mode = 'nonsense';
    await nextMinute();
    expect((await desk.read(body.id)).status).toBe(503);
    scanner.mode = 'look';
    await nextMinute();
    expect((await desk.read(body.id)).status).toBe(200);
  });

  test('one that turns out infected later is destroyed and its owner told', async () => {
    const draft = desk.newDraft();
    scanner.mode = 'nonsense';
    const { body } = await desk.send(infected(), { draft });
    scanner.mode = 'look';
    await nextMinute();
    expect((await desk.read(body.id)).status).toBe(404);
    expect(await listMaterials(desk.app.call().em, 'draft', draft)).toEqual([]);
    const { items } = await desk.app.as(desk.student).listNotices({});
    expect(items[0]).toMatchObject({ kind: 'material-unsafe', path: `/my/drafts/${draft}` });
  });
});
