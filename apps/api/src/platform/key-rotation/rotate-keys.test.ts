import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../tests/support/case-world.ts';
import { submitLeave } from '../../../../../tests/support/leave-case.ts';
import { makePerson } from '../../../../../tests/support/people.ts';
import { staff } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { testConfig } from '../../../../../tests/support/test-config.ts';
import { sourceFiles } from '../../../../../tests/architecture/source-files.ts';
import { purposes } from '../../modules/identity/personal-values.ts';
import { createFieldCrypto, createKeyRing, createPersonKeys, asSealed, type KeyEntry } from '../crypto/index.ts';
import { createFolderBlobStore } from '../files/index.ts';
import { countKeys, keyColumns, rotateKeys } from './index.ts';

const [oldKey, newKey] = ['2025a', '2026a'].map((id) => ({ id, secret: randomBytes(32) })) as [KeyEntry, KeyEntry];
const keys = testConfig().keys;
const cryptoWith = (...master: KeyEntry[]) => createFieldCrypto({ ...keys, master });
const inEnvironment = (...master: KeyEntry[]) => ({
  MASTER_KEYS: master.map(({ id, secret }) => `${id}:${secret.toString('base64')}`).join(','),
  BLIND_INDEX_KEY: keys.blindIndex.toString('base64'),
});

const idempotencyKey = 'before-the-rotation';
const mail = 'zhang@example.edu.cn';
let app: TestApp;
let world: CaseWorld;
let caseId: string;
let draftId: string;
let blobId: string;
let forAudit: string;
let mailOwner: string;

async function corrected(): Promise<void> {
  const params = { id: caseId };
  await app.as(world.collegeClerk).acceptCase({ params, body: { version: 1 } });
  const items = [{ field: 'explanation', reason: '请写明照顾谁' }];
  await app.as(world.collegeClerk).requestCorrection({ params, body: { version: 2, items } });
  const { version } = await app.as(world.student).getMyCase({ params });
  const answers = { explanation: '照顾住院的母亲' };
  await app.as(world.student).supplyCorrection({ params, body: { version, answers } });
}

beforeAll(async () => {
  app = await createTestApp({
    environment: inEnvironment(oldKey),
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
  caseId = await submitLeave(app.as(world.student), { idempotencyKey });
  await corrected();
  const other = app.as(world.other);
  draftId = (await other.openDraft({ body: { matterCode: codes.leave } })).id;
  await other.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  const reason = { reason: 'other', explanation: '回家照顾父母', from: '2026-03-09' };
  await other.savePage({ params: { draftId, page: 'reason' }, body: { answers: reason } });
  await app.as().askQuestion({ body: { text: '家长怎样查询？', contact: '13700137000' } });
  mailOwner = (await makePerson(app.deps, { name: '王五', email: mail })).personId;
  blobId = (await app.deps.blobs.put(Buffer.from('一趟'), { mediaType: 'text/plain' })).id;
  forAudit = await app.deps.personKeys.seal(app.call().em, mailOwner, '13900139000');
});
afterAll(() => app.close());

const rotate = (...master: KeyEntry[]) => rotateKeys({ orm: app.database.orm, crypto: cryptoWith(...master) });
const usedKeys = async () => [...new Set((await countKeys(app.database.orm)).map(({ keyId }) => keyId))];

/** Every column of every table in which the name of a key stands, whether rotation knows it or not. */
async function columnsThatName(keyId: string): Promise<string[]> {
  const found: string[] = [];
  for (const { tableName, props } of app.database.orm.getMetadata().getAll().values())
    for (const column of props.filter(({ persist }) => persist !== false).flatMap(({ fieldNames }) => fieldNames)) {
      const sql = `select count(*) as n from ${tableName} where cast(${quoted(column)} as char) like ?`;
      const [row] = await app.call().em.execute<{ n: number }[]>(sql, [`%v1:${keyId}:%`]);
      if (Number(row?.n) > 0) found.push(`${tableName}.${column}`);
    }
  return found.sort();
}
const quoted = (column: string) => (app.database.family === 'sqlite' ? `"${column}"` : `\`${column}\``);

describe('rotating the master key of a filled database', () => {
  test('R-DATA-2: what a column holds under a key is found by what its entity says, and nothing else is', async () => {
    const columns = keyColumns(app.database.orm);
    const filled = new Set((await countKeys(app.database.orm)).map(({ table, column }) => `${table}.${column}`));
    expect([...filled]).toEqual(columns.map(({ table, column }) => `${table}.${column}`));
    const sealed = columns.filter(({ kind }) => kind === 'sealed').map(({ table, column }) => `${table}.${column}`);
    expect(await columnsThatName(oldKey.id)).toEqual(sealed.sort());
  });

  test('R-DATA-2: an entity that takes sealed text says for what, so that rotation knows it', () => {
    const unmarked = sourceFiles(['apps/api/src/**/*.entity.ts']).flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line) => (/<Sealed>\(\)(?!\.groups\(sealedFor\()/.test(line) ? [`${path}: ${line}`] : [])),
    );
    expect(unmarked).toEqual([]);
  });

  test('R-FILE-8, R-DATA-2: everything is written anew under the new key, the files themselves are not', async () => {
    const file = `${app.config.filesFolder}/${blobId.slice(-2)}/${blobId}`;
    const [before, total] = [
      readFileSync(file),
      (await countKeys(app.database.orm)).reduce((n, { rows }) => n + rows, 0),
    ];
    expect(await rotate(newKey, oldKey)).toMatchObject({ renewed: total, unreadable: [] });
    expect(await usedKeys()).toEqual([newKey.id]);
    expect(await columnsThatName(oldKey.id)).toEqual([]);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await rotate(newKey, oldKey)).toMatchObject({ renewed: 0 });
  });

  test('R-FILE-8, R-DATA-2: without the old key all of it still opens', async () => {
    const orm = app.database.orm;
    const environment = inEnvironment(newKey);
    const later = await createTestApp({ orm, environment, now: '2026-03-02T02:00:00Z' });
    try {
      const student = later.as(world.student);
      expect(JSON.stringify(await student.getMe({}))).toContain('138****8000');
      expect((await student.getMyCase({ params: { id: caseId } })).status).toBe('handling');
      const purpose = '核对补正前后是否一致';
      const body = { fields: ['changes.explanation'], purpose };
      const params = { id: caseId };
      const values = [{ field: 'changes.explanation', before: '家中有事要照顾', value: '照顾住院的母亲' }];
      expect(await later.as(world.collegeClerk).revealFields({ params, body })).toEqual({ values });
      expect(JSON.stringify(await later.as(world.other).getDraft({ params: { draftId } }))).toContain('回家');
      const officer = later.as(staff('reform-officer', 'university', null));
      const [asked] = (await officer.listQuestions({})).items;
      const opened = await officer.revealQuestion({ params: { id: asked!.id }, body: { purpose: '答复家长' } });
      expect(opened).toMatchObject({ text: '家长怎样查询？', contact: '13700137000' });
    } finally {
      await later.close();
    }
    const crypto = cryptoWith(newKey);
    const em = app.call().em;
    const people = await em.execute<{ email_sealed: string }[]>('select email_sealed from people where id = ?', [
      mailOwner,
    ]);
    expect(crypto.decryptField(asSealed(people[0]?.email_sealed ?? ''), purposes.email)).toBe(mail);
    const answers = await em.execute<{ answer: string }[]>('select answer from command_keys where answer is not null');
    for (const { answer } of answers) crypto.decryptField(asSealed(answer), 'command.answer');
    const keyRing = createKeyRing([newKey]);
    expect(await createPersonKeys(keyRing, app.clock).unseal(em, mailOwner, forAudit)).toBe('13900139000');
    const store = createFolderBlobStore({ folder: app.config.filesFolder, orm, keyRing, clock: app.clock });
    expect((await store.read(blobId)).toString()).toBe('一趟');
  });

  test('a value that does not open is named and left, and the others go on; a lost key loses nothing more', async () => {
    const em = app.call().em;
    const damaged = await em.execute<{ id: string; phone_sealed: string }[]>(
      'select id, phone_sealed from people where phone_sealed is not null',
    );
    const { id, phone_sealed: good } = damaged[0] as (typeof damaged)[number];
    const bad = `${good.slice(0, -8)}AAAAAAAA`;
    await em.execute('update people set phone_sealed = ? where id = ?', [bad, id], 'run');
    const rotation = await rotate(oldKey, newKey);
    expect(rotation.unreadable).toEqual([{ table: 'people', column: 'phone_sealed', key: id }]);
    expect(rotation.uses.filter(({ keyId }) => keyId === newKey.id)).toEqual([
      { table: 'people', column: 'phone_sealed', keyId: newKey.id, rows: 1 },
    ]);
    await em.execute('update people set phone_sealed = ? where id = ?', [good, id], 'run');
    const { renewed, unreadable, uses } = await rotate({ id: '2027a', secret: randomBytes(32) });
    expect([renewed, unreadable.length]).toEqual([0, uses.reduce((sum, { rows }) => sum + rows, 0)]);
  });
});
