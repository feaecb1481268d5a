import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { makePerson } from '../../../../../tests/support/people.ts';
import { anonymous, applicant } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import type { Principal } from '../../platform/principal/index.ts';
import { notificationModule, type NoticeOrder } from './index.ts';

interface Received {
  readonly from: string;
  readonly to: string[];
  readonly text: string;
}

let app: TestApp;
let server: SMTPServer;
let received: Received[] = [];
/** What the server answers to the next mails instead of taking them. */
let refusals: Error[] = [];

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const refusal = refusals.shift();
        if (refusal !== undefined) return done(refusal);
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  app = await createTestApp({
    modules: [notificationModule],
    environment: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: '一趟 <noreply@example.edu.cn>' },
  });
});
afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => server.close(resolve));
});
afterEach(() => {
  received = [];
  refusals = [];
});

async function somebody(email?: string): Promise<Principal> {
  const { personId } = await makePerson(app.deps, { name: '张三', ...(email !== undefined && { email }) });
  return applicant({ personId });
}

async function tell(person: Principal, order: Partial<NoticeOrder> = {}): Promise<void> {
  await app.deps.runCommand(app.call(person), { name: 'test.tell' }, async (tx) => {
    tx.audit({ action: 'test.tell', chain: 'test', target: { type: 'test', id: '1' }, outcome: 'done' });
    const facts = { number: 'YT20261123000042X', matterName: '本科生休学申请', dueDate: '2026-03-09' };
    tx.enqueue({
      kind: 'notice.send',
      payload: { personId: person.personId, kind: 'case-accepted', path: '/my/cases/1', ...facts, ...order },
    });
  });
  await app.runJobs();
}

/** Quoted-printable as text; `_` stands for a space in headers. */
const unquoted = (text: string): string => {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};

/** Words as they were before they were encoded for the wire. */
function wordsOf({ text }: Received): { head: string; body: string } {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const raw = rest.join('\r\n\r\n');
  const isBase64 = /content-transfer-encoding: base64/i.test(head);
  const joined = head.replace(/\r\n\s+/g, ' ').replace(/\?=\s+=\?UTF-8\?Q\?/gi, '');
  return {
    head: joined.replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, word: string) => unquoted(word.replaceAll('_', ' '))),
    body: isBase64 ? Buffer.from(raw, 'base64').toString() : unquoted(raw.replace(/=\r\n/g, '')),
  };
}

describe('telling a person (NOTI-1)', () => {
  test('is a notice in the site, in their language, and a mail through a real server', async () => {
    const student = await somebody('zhangsan@example.edu.cn');
    await tell(student);
    const { items } = await app.as(student).listNotices({});
    expect(items).toMatchObject([{ kind: 'case-accepted', title: '申请已受理', path: '/my/cases/1', isRead: false }]);
    expect(items[0]?.text).toBe('“本科生休学申请”（YT20261123000042X）已受理，2026年3月9日 前办结。');
    const english = await app.as({ ...student, locale: 'en' }).listNotices({});
    expect(english.items[0]?.title).toBe('Application accepted');
    expect(received).toMatchObject([{ from: 'noreply@example.edu.cn', to: ['zhangsan@example.edu.cn'] }]);
    const { head, body } = wordsOf(received[0]!);
    expect(head).toContain('申请已受理 Application accepted');
    expect(head).toContain('【演示数据】');
    expect(body).toContain('http://localhost:3000/my/cases/1');
    expect(body).toContain('0571-00000000');
  });

  test('carries neither names nor reasons nor numbers of people (NOTI-2)', async () => {
    const student = await somebody('secret@example.edu.cn');
    await tell(student, { reason: '家庭困难', idNumber: '330106200001011234' } as unknown as NoticeOrder);
    const { body } = wordsOf(received[0]!);
    for (const secret of ['张三', '家庭困难', '330106200001011234']) {
      expect(body).not.toContain(secret);
      expect(received[0]?.text).not.toContain(secret);
    }
    const rows = await app.database.orm.em.fork().execute<object[]>('select * from notices');
    expect(JSON.stringify(rows)).not.toContain('330106200001011234');
  });

  test('twice within ten minutes is told once; later it is told again', async () => {
    const student = await somebody('twice@example.edu.cn');
    await tell(student);
    app.clock.advance(9 * 60_000);
    await tell(student);
    await tell(student, { path: '/my/cases/2' });
    expect(received).toHaveLength(2);
    app.clock.advance(11 * 60_000);
    await tell(student);
    expect(received).toHaveLength(3);
    expect((await app.as(student).listNotices({})).items).toHaveLength(3);
  });

  test('somebody without an address is told in the site alone', async () => {
    const student = await somebody();
    await tell(student);
    expect(received).toEqual([]);
    expect((await app.as(student).listNotices({})).items).toHaveLength(1);
  });

  test('a mail that the server refuses is tried again until it is taken, and taken once (NOTI-5)', async () => {
    const student = await somebody('later@example.edu.cn');
    refusals = [
      Object.assign(new Error('try later'), { responseCode: 451 }),
      Object.assign(new Error('try later'), { responseCode: 451 }),
    ];
    await tell(student);
    expect(received).toEqual([]);
    for (let tries = 0; tries < 3; tries += 1) {
      app.clock.advance(60_000);
      await app.runJobs();
    }
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toMatch(/message-id: <[0-9a-f-]{36}@localhost>/i);
  });

  test('one that is refused for a day and a half is given up where an administrator sees it', async () => {
    const student = await somebody('never@example.edu.cn');
    refusals = Array.from({ length: 60 }, () => Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    await tell(student);
    for (let tries = 0; tries < 60; tries += 1) {
      app.clock.advance(90 * 60_000);
      await app.runJobs();
    }
    const dead = await app.database.orm.em
      .fork()
      .execute<{ kind: string; last_error: string }[]>("select kind, last_error from jobs where state = 'dead'");
    expect(dead).toMatchObject([{ kind: 'mail.send' }]);
    expect(dead[0]?.last_error).not.toContain('never@example.edu.cn');
  });

  test.each([
    ['an unknown kind', { kind: 'surprise' as NoticeOrder['kind'] }],
    ['a link to another site', { path: '//evil.example/x' }],
    ['a link with a scheme', { path: 'javascript:alert(1)' }],
  ])('%s is told to nobody', async (_, order) => {
    const student = await somebody('nobody@example.edu.cn');
    await tell(student, order);
    expect(received).toEqual([]);
    expect((await app.as(student).listNotices({})).items).toEqual([]);
  });
});

describe('reading notices', () => {
  test('one page after the other, newest first', async () => {
    const student = await somebody();
    for (let index = 0; index < 5; index += 1) {
      app.clock.advance(1_000);
      await tell(student, { path: `/my/cases/${index}` });
    }
    const first = await app.as(student).listNotices({ query: { limit: 3 } });
    const second = await app.as(student).listNotices({ query: { limit: 3, after: first.next! } });
    expect([...first.items, ...second.items].map(({ path }) => path)).toEqual(
      [4, 3, 2, 1, 0].map((index) => `/my/cases/${index}`),
    );
    expect(second.next).toBeUndefined();
  });

  test('marks them as read, one or all; only one’s own (R-AUTHZ-2)', async () => {
    const [student, other] = [await somebody(), await somebody()];
    await tell(student, { path: '/my/cases/1' });
    await tell(student, { path: '/my/cases/2' });
    const unread = async () => (await app.as(student).listNotices({})).items.filter(({ isRead }) => !isRead).length;
    const [notice] = (await app.as(student).listNotices({})).items;
    await expect(app.as(other).readNotice({ params: { id: notice!.id } })).rejects.toMatchObject({
      problem: { code: 'record.not-found' },
    });
    await app.as(student).readNotice({ params: { id: notice!.id } });
    await app.as(student).readNotice({ params: { id: notice!.id } });
    expect(await unread()).toBe(1);
    await app.as(student).readAllNotices();
    expect(await unread()).toBe(0);
    expect((await app.as(other).listNotices({})).items).toEqual([]);
    await expect(app.as(anonymous()).listNotices({})).rejects.toMatchObject({
      problem: { code: 'access.sign-in-required' },
    });
  });
});
