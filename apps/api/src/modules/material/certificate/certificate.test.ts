import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { CertificateLayout } from '@yitang/domain/certificate';
import { anonymous, applicant, staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import { notificationModule } from '../../notification/index.ts';
import { findCertificate, materialModule, renderReceipt, type CertificateOrder } from '../index.ts';
import { FakeCases } from '../../../../../../tests/support/material/fake-cases.ts';
import { verificationCodeOf } from '@yitang/domain/numbering';

const words = (zh: string, en?: string) => ({ zh, ...(en === undefined ? {} : { en }) });
const layout: CertificateLayout = {
  title: words('在校学籍证明', 'Certificate of Enrolment'),
  lines: [
    words(
      '兹证明 {name}（学号 {number}）在读。用途：{purpose}。',
      'This is to certify that {name} is enrolled. Purpose: {purpose}.',
    ),
  ],
  table: [{ label: words('姓名', 'Name'), value: 'name' }],
  issuer: words('示范大学教务处', 'Academic Affairs Office'),
  isBilingual: true,
  validMonths: 6,
};
const student = applicant();
const clerk = staff('clerk');
const head = staff('head');
const cases = new FakeCases();
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({
    modules: [materialModule, notificationModule, cases.module],
    now: '2026-11-23T03:20:00Z',
  });
});
afterAll(() => app.close());

function decide(order: Partial<CertificateOrder> = {}): string {
  const caseId = newId();
  cases.owners.set(caseId, student.personId ?? '');
  cases.handlers.set(caseId, head.personId ?? '');
  cases.orders.set(caseId, {
    applicantId: student.personId ?? '',
    holderName: '欧阳龘𠮷',
    layout,
    isBilingual: true,
    values: { name: words('欧阳龘𠮷'), number: words('2023010117'), purpose: words('签证', 'visa') },
    caseNumber: 'YT20261123000042X',
    matterName: '在校生学籍证明',
    staff: [clerk.personId ?? ''],
    ...order,
  });
  return caseId;
}

async function issue(caseId: string, times = 1): Promise<void> {
  await app.deps.runCommand(app.call(student), { name: 'test.decide' }, async (tx) => {
    tx.audit({ action: 'test.decide', chain: `case:${caseId}`, target: { type: 'case', id: caseId }, outcome: 'done' });
    for (let time = 0; time < times; time += 1) tx.enqueue({ kind: 'certificate.issue', payload: { caseId } });
  });
  await app.runJobs();
}

async function nextDay(): Promise<void> {
  app.clock.advance(24 * 3_600_000 + 1);
  await app.runJobs();
}

const certificateOf = async (caseId: string) => (await findCertificate(app.call().em, caseId))!;
const download = (caseId: string, as = student): Promise<Response> =>
  app.fetchAs(as)(`${app.base}/api/cases/${caseId}/certificate.pdf`);

describe('a certificate that is issued without staff', () => {
  test('is a signed file of its owner, in their notices, and verified by whoever scans it', async () => {
    const caseId = decide();
    await issue(caseId);
    const certificate = await certificateOf(caseId);
    expect(certificate.number).toMatch(/^CT20261123\d{6}[0-9A-Z]$/);
    const answer = await download(caseId);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const pdf = Buffer.from(await answer.arrayBuffer());
    expect(pdf.includes('adbe.pkcs7.detached')).toBe(true);
    const check = await app.as(anonymous()).checkCertificate({ params: { code: certificate.code } });
    expect(check).toEqual({
      state: 'valid',
      title: '在校学籍证明',
      number: certificate.number,
      holderMasked: '欧**𠮷',
      issuer: '示范大学教务处',
      issuedOn: '2026-11-23',
      validUntil: '2027-05-22',
      revokedOn: null,
      sha256: createHash('sha256').update(pdf).digest('hex'),
      isDemo: true,
    });
    const { items } = await app.as(student).listNotices({});
    expect(items[0]).toMatchObject({ kind: 'certificate-ready', path: `/my/cases/${caseId}` });
    expect(cases.notes).toContainEqual({ caseId, outcome: 'issued', number: certificate.number });
  });

  test('is one, however often it is asked for, and its number is its own', async () => {
    const [first, second] = [decide(), decide()];
    await issue(first, 4);
    await issue(second);
    const { number, code } = await certificateOf(first);
    await issue(first);
    expect(await certificateOf(first)).toMatchObject({ number, code });
    expect((await certificateOf(second)).number).not.toBe(number);
    expect(cases.notes.filter((note) => note.caseId === first)).toHaveLength(1);
  });

  test('is found with its code as people type it, and with no other', async () => {
    const caseId = decide();
    await issue(caseId);
    const { code } = await certificateOf(caseId);
    const typed = code.toLowerCase().match(/.{4}/g)!.join('-');
    expect((await app.as().checkCertificate({ params: { code: typed } })).state).toBe('valid');
    for (const wrong of [verificationCodeOf(new Uint8Array(10)), 'x'.repeat(64), `${code}0`]) {
      await expect(app.as().checkCertificate({ params: { code: wrong } })).rejects.toMatchObject({
        problem: { code: 'record.not-found' },
      });
    }
  });

  test('the full name of the holder is in the file alone, not in the table (R-DATA-5)', async () => {
    await issue(decide());
    const rows = await app.database.orm.em.fork().execute<object[]>('select * from certificates');
    expect(JSON.stringify(rows)).not.toContain('欧阳龘');
  });

  test('has expired after its last day', async () => {
    const caseId = decide();
    await issue(caseId);
    const { code } = await certificateOf(caseId);
    app.clock.set('2027-05-22T15:59:00Z');
    expect((await app.as().checkCertificate({ params: { code } })).state).toBe('valid');
    app.clock.set('2027-05-22T16:00:00Z');
    expect((await app.as().checkCertificate({ params: { code } })).state).toBe('expired');
    app.clock.set('2026-11-23T03:20:00Z');
  });

  test('is read by nobody else, and each read is recorded (R-AUTHZ-2, R-AUD-2)', async () => {
    const caseId = decide();
    await issue(caseId);
    expect((await download(caseId, applicant())).status).toBe(404);
    expect((await download(caseId, anonymous())).status).toBe(401);
    await download(caseId);
    const reads = await app.database.orm.em
      .fork()
      .execute<unknown[]>("select id from audit_entries where action = 'certificate.read' and actor = ?", [
        `person:${student.personId}`,
      ]);
    expect(reads.length).toBeGreaterThan(0);
  });

  test('guessing at codes is slowed down', async () => {
    const few = await createTestApp({
      modules: [materialModule, notificationModule, new FakeCases().module],
      environment: { SENSITIVE_PER_MINUTE: '1' },
    });
    const statuses: number[] = [];
    // Twenty people may stand behind one address.
    for (let tries = 0; tries < 22; tries += 1) {
      statuses.push((await few.fetchAs()(`${few.base}/api/certificates/${'A'.repeat(16)}`)).status);
    }
    await few.close();
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 404));
    expect(statuses.slice(20)).toEqual([429, 429]);
  });
});

describe('a certificate that is declared invalid', () => {
  const revoke = (caseId: string, as = head) =>
    app.as(as).revokeCertificate({ params: { id: caseId }, body: { reason: '学籍信息有误' } });

  test('is shown as revoked to whoever scans it, once and for good', async () => {
    const caseId = decide();
    await issue(caseId);
    await revoke(caseId);
    const { code, number } = await certificateOf(caseId);
    expect(await app.as().checkCertificate({ params: { code } })).toMatchObject({
      state: 'revoked',
      revokedOn: '2026-11-23',
    });
    expect(cases.notes).toContainEqual({ caseId, outcome: 'revoked', number });
    await expect(revoke(caseId)).rejects.toMatchObject({ problem: { code: 'case.not-allowed' } });
  });

  test('only by the head of the office that decided the case', async () => {
    const caseId = decide();
    await issue(caseId);
    await expect(revoke(caseId, staff('head'))).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
    await expect(revoke(caseId, clerk)).rejects.toMatchObject({ problem: { code: 'access.denied' } });
    expect((await certificateOf(caseId)).isRevoked).toBe(false);
  });
});

describe('a certificate that can not be printed (PRNT-2)', () => {
  test('a name that no font has stops it, and both sides are told', async () => {
    const caseId = decide({
      holderName: '李\u{3134a}',
      values: { name: words('李\u{3134a}'), number: words('1'), purpose: words('签证', 'visa') },
    });
    await issue(caseId);
    expect(await findCertificate(app.call().em, caseId)).toBeUndefined();
    expect((await download(caseId)).status).toBe(404);
    expect((await app.as(student).listNotices({})).items[0]).toMatchObject({ kind: 'certificate-blocked' });
    expect((await app.as(clerk).listNotices({})).items[0]).toMatchObject({
      kind: 'certificate-blocked-staff',
      path: `/office/cases/${caseId}`,
    });
    expect(cases.notes).toContainEqual({ caseId, outcome: 'blocked' });
  });

  test('nothing is issued with a gap; what is mended meanwhile is issued the next day, and nobody is told twice', async () => {
    const caseId = decide({ values: { name: words('李') } });
    await issue(caseId);
    expect(await findCertificate(app.call().em, caseId)).toBeUndefined();
    await nextDay();
    expect(cases.notes.filter((note) => note.caseId === caseId)).toHaveLength(1);
    cases.orders.set(caseId, cases.orders.get(decide())!);
    await nextDay();
    expect(await findCertificate(app.call().em, caseId)).toBeDefined();
    expect(cases.notes).toContainEqual({ caseId, outcome: 'blocked' });
  });

  test('a case that has nothing to issue leaves nothing', async () => {
    const caseId = newId();
    await issue(caseId);
    expect(await findCertificate(app.call().em, caseId)).toBeUndefined();
  });
});

describe('a receipt', () => {
  const data = {
    path: '/track/abc',
    number: 'YT20261123000042X',
    matterName: '本科生休学申请',
    applicantName: '欧阳龘𠮷',
    applicantNumber: '2023010117',
    submittedAt: new Date('2026-11-23T03:20:00Z'),
    dueDate: '2026-11-30',
    promisedDays: 5,
    extensionDays: 2,
    holder: '教务处 学籍管理岗',
    phone: '0571-00000000',
    answers: [{ title: '原因', lines: [{ label: '原因', value: '因病' }] }],
    materials: ['休学申请.pdf'],
  } as const;

  test.each(['zh-CN', 'en'] as const)('is printed in %s', async (locale) => {
    const pdf = await renderReceipt(app.deps, { ...data, locale });
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
  });

  test('says that a name can not be printed rather than print it wrong (PRNT-2)', async () => {
    const rare = { ...data, applicantName: '李\u{3134a}', locale: 'zh-CN' as const };
    await expect(renderReceipt(app.deps, rare)).rejects.toMatchObject({ code: 'certificate.rare-character' });
  });
});
