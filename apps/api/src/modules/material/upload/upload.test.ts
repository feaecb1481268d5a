import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { applicant } from '../../../../../../tests/support/principals.ts';
import { filesOfNewCase, listMaterials, removeMaterials, retireMaterials } from '../index.ts';
import { exif, jpeg, pdf, png } from '../../../../../../tests/support/material/sample-files.ts';
import { UploadDesk } from '../../../../../../tests/support/material/upload-desk.ts';
import { personQuota } from './add-material.ts';

let desk: UploadDesk;
beforeAll(async () => {
  desk = await UploadDesk.open();
});
afterAll(() => desk.app.close());

describe('uploading a file for a requirement', () => {
  test('a file with a Chinese name is taken, listed and given back as it was', async () => {
    const [file, draft] = [pdf(), desk.newDraft()];
    const sent = await desk.send(file, { draft, name: '休学申请 （签字）.pdf' });
    expect(sent).toMatchObject({
      status: 201,
      body: { name: '休学申请 （签字）.pdf', state: 'clean', size: file.length },
    });
    const listed = await listMaterials(desk.app.call().em, 'draft', draft);
    expect(listed).toMatchObject([{ id: sent.body.id, requirementKey: 'proof', sha256: sent.body.sha256 }]);
    const answer = await desk.read(sent.body.id);
    expect(Buffer.from(await answer.arrayBuffer()).equals(file)).toBe(true);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E4%BC%91/);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  test('on the disk nothing of it can be read (R-DATA-2)', async () => {
    await desk.send(pdf({ objects: ['(330106200001011234 canary)'] }), { draft: desk.newDraft() });
    for (const path of desk.storedFiles()) expect(readFileSync(path).includes('canary')).toBe(false);
  });

  test('a photograph is stored without the place where it was taken (R-FILE-5)', async () => {
    const sent = await desk.send(jpeg({ extra: [[0xe1, exif(1)]] }), { name: 'a.jpg', draft: desk.newDraft() });
    const kept = Buffer.from(await (await desk.read(sent.body.id)).arrayBuffer());
    expect(kept.includes('GPS')).toBe(false);
    expect(kept.length).toBe(sent.body.size);
  });

  const script = pdf({ catalog: '/OpenAction << /S /JavaScript /JS (1) >>' });
  type Refused = [what: string, file: Buffer, name: string, status: number, code: string];
  const refused: Refused[] = [
    ['an empty file', Buffer.alloc(0), 'a.pdf', 422, 'material.empty'],
    ['a page called pdf', Buffer.from('<script>alert(1)</script>'), 'a.pdf', 415, 'material.type'],
    ['a picture called pdf', png(), 'a.pdf', 415, 'material.type'],
    ['a pdf with a script', script, 'a.pdf', 422, 'material.unsafe'],
    ['a pdf with a password', pdf({ trailer: '/Encrypt 5 0 R' }), 'a.pdf', 422, 'material.encrypted'],
    ['a picture with too many pixels', png({ width: 50_000, height: 50_000 }), 'a.png', 413, 'material.too-large'],
    ['a file one byte too large', Buffer.alloc(300_001), 'a.pdf', 413, 'material.too-large'],
    ['a file far too large', Buffer.alloc(2_000_000), 'a.pdf', 413, 'material.too-large'],
  ];
  test.each(refused)('%s is refused with its own message, and nothing of it is kept (APP-7)', async (...row) => {
    const [, file, name, status, code] = row;
    const before = desk.storedFiles().length;
    const sent = await desk.send(file, { name, draft: desk.newDraft() });
    expect({ status: sent.status, code: sent.body.code }).toEqual({ status, code });
    expect(desk.storedFiles()).toHaveLength(before);
  });

  test('the message says what is wrong in words', async () => {
    const { body } = await desk.send(png({ width: 50_000, height: 50_000 }), { name: 'a.png', draft: desk.newDraft() });
    expect(body.detail).toContain('像素过大');
  });

  test('a kind that this requirement does not ask for is refused', async () => {
    expect((await desk.send(pdf(), { key: 'photo', draft: desk.newDraft() })).body.code).toBe('material.type');
  });

  test('one more file than there are places is refused, also when all come at once', async () => {
    const draft = desk.newDraft();
    const sent = await Promise.all(Array.from({ length: 8 }, () => desk.send(pdf(), { draft })));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(sent.filter(({ body }) => body.code === 'material.too-many')).toHaveLength(5);
  });

  test('a form without a file, with another field or of another type is refused', async () => {
    const draft = desk.newDraft();
    expect((await desk.send(pdf(), { field: 'other', draft })).body.code).toBe('request.invalid');
    const post = (body: string, type: string): Promise<Response> =>
      desk.app.fetchAs(desk.student)(desk.address(draft), { method: 'POST', body, headers: { 'content-type': type } });
    expect((await post('{}', 'application/json')).status).toBe(415);
    expect((await post('--x\r\nnonsense', 'multipart/form-data; boundary=x')).status).toBe(400);
    expect((await post('nonsense', 'multipart/form-data')).status).toBe(400);
  });

  test('a person who stores too much is told so (R-FILE-2)', async () => {
    const hoarder = applicant();
    const draft = desk.newDraft(hoarder);
    const first = await desk.send(pdf(), { as: hoarder, draft });
    const em = desk.app.database.orm.em.fork();
    await em.execute('update materials set size = ? where id = ?', [personQuota.bytes, first.body.id]);
    expect((await desk.send(pdf(), { as: hoarder, draft })).body.code).toBe('material.quota');
  });

  test('every upload leaves one line in the audit trail, refused ones too (R-AUD-1)', async () => {
    const draft = desk.newDraft();
    const [done, refusals] = [await desk.countAudit('material.upload'), await desk.countAudit('uploadMaterial')];
    await desk.send(pdf(), { draft });
    await desk.send(Buffer.alloc(0), { draft });
    expect(await desk.countAudit('material.upload')).toBe(done + 1);
    expect(await desk.countAudit('uploadMaterial')).toBe(refusals + 1);
  });
});

describe('a file that keeps growing (R-FILE-2)', () => {
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n';
  async function begin(
    headers: Record<string, string>,
    answered: (answer: IncomingMessage) => void,
  ): Promise<ClientRequest> {
    const principal = await headerOf(desk);
    const type = { 'content-type': 'multipart/form-data; boundary=x', origin: desk.app.config.origin };
    const options = { method: 'POST', headers: { ...type, ...principal, ...headers } };
    const sending = request(desk.address(desk.newDraft()), options, answered);
    sending.on('error', () => undefined);
    sending.write(head);
    return sending;
  }

  test('is refused while it is still being sent, though no length was declared', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      void begin({ 'transfer-encoding': 'chunked' }, (answer) => resolve(answer.resume().statusCode)).then(
        (sending) => {
          const timer = setInterval(() => sending.write(Buffer.alloc(50_000)), 5);
          sending.on('close', () => clearInterval(timer)).on('response', () => sending.destroy());
        },
      );
    });
    expect(status).toBe(413);
  });

  test('and one that is broken off leaves nothing behind (R-FILE-9)', async () => {
    const before = desk.storedFiles().length;
    const sending = await begin({ 'content-length': '200000' }, () => undefined);
    await until(() => desk.storedFiles().length > before);
    sending.destroy();
    await until(() => desk.storedFiles().length === before);
    expect(desk.storedFiles()).toHaveLength(before);
  });
});

/** The header by which the test app knows the student. */
async function headerOf({ app, student }: UploadDesk): Promise<Record<string, string>> {
  const original = globalThis.fetch;
  let sent = new Headers();
  globalThis.fetch = (_, init) => {
    sent = new Headers(init?.headers);
    return Promise.resolve(new Response());
  };
  await app.fetchAs(student)(app.base);
  globalThis.fetch = original;
  return Object.fromEntries(sent);
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('whose file it is (R-AUTHZ-2)', () => {
  const [other, clerk] = [applicant(), applicant()];
  const remove = (draft: string, id: string, as = desk.student): Promise<Response> =>
    desk.app.fetchAs(as)(`${desk.app.base}/api/drafts/${draft}/materials/${id}`, { method: 'DELETE' });
  const inCommand = (name: string, work: Parameters<typeof desk.app.deps.runCommand>[2]): Promise<unknown> =>
    desk.app.deps.runCommand(desk.app.call(desk.student), { name }, async (tx) => {
      tx.audit({ action: name, chain: 'test', target: { type: 'test', id: name }, outcome: 'done' });
      await work(tx);
    });

  /** The draft becomes a case, under the same id. */
  const submit = (draft: string): Promise<unknown> =>
    desk.app.deps.runAddition(desk.app.call(desk.student), { name: 'test.submit' }, (addition) => {
      addition.take(filesOfNewCase(draft, 1));
      addition.audit({ action: 'test.submit', chain: draft, target: { type: 'test', id: draft }, outcome: 'done' });
      return Promise.resolve({});
    });

  test('a draft of somebody else is as if it were not there', async () => {
    const draft = desk.newDraft();
    const { body } = await desk.send(pdf(), { draft });
    expect((await desk.send(pdf(), { draft, as: other })).status).toBe(404);
    expect((await desk.read(body.id, other)).status).toBe(404);
    expect((await remove(draft, body.id, other)).status).toBe(404);
    expect(await listMaterials(desk.app.call().em, 'draft', draft)).toHaveLength(1);
  });

  test('who handles the case reads it, and each read is recorded (R-AUD-2)', async () => {
    const caseId = desk.newDraft();
    const { body } = await desk.send(pdf(), { draft: caseId });
    desk.cases.handlers.set(caseId, clerk.personId ?? '');
    await submit(caseId);
    const before = await desk.countAudit('material.read');
    const statuses = [];
    for (const reader of [clerk, desk.student, other]) statuses.push((await desk.read(body.id, reader)).status);
    expect(statuses).toEqual([200, 200, 404]);
    expect(await desk.countAudit('material.read')).toBe(before + 2);
    expect(await listMaterials(desk.app.call().em, 'case', caseId)).toHaveLength(1);
  });

  test('what a correction replaced is kept with the case and listed no more', async () => {
    const caseId = desk.newDraft();
    await desk.send(pdf(), { draft: caseId });
    await submit(caseId);
    await inCommand('test.retire', (tx) => retireMaterials(tx, caseId, { key: 'proof', beforeRound: 1 }));
    expect(await listMaterials(desk.app.call().em, 'case', caseId)).toEqual([]);
  });

  test('a file is taken out of an own draft, can never be read again, and makes room', async () => {
    const draft = desk.newDraft();
    const { body } = await desk.send(pdf(), { draft });
    expect((await remove(draft, body.id)).status).toBe(204);
    expect((await remove(draft, body.id)).status).toBe(404);
    expect((await desk.read(body.id)).status).toBe(404);
    expect((await desk.send(pdf(), { draft })).status).toBe(201);
  });

  test('the files of a draft that is thrown away go with it', async () => {
    const draft = desk.newDraft();
    const { body } = await desk.send(pdf(), { draft });
    await inCommand('test.remove', (tx) => removeMaterials(tx, 'draft', draft));
    expect((await desk.read(body.id)).status).toBe(404);
  });
});
