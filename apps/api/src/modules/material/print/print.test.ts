import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { readCharacterMap } from '../../../platform/typesetting/character-map.ts';
import { createPrinter } from './printer.ts';
import type { CertificateSheet, ReceiptSheet } from './sheets.ts';
import { createTypeCase, findFonts, RareCharacters } from '../../../platform/typesetting/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'yitang-print-'));
const printer = createPrinter({
  mode: 'development',
  filesFolder: join(folder, 'files'),
  seal: { p12File: undefined, password: undefined, font: undefined },
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

const words = (zh: string, en?: string) => ({ zh, ...(en === undefined ? {} : { en }) });
const sheet: CertificateSheet = {
  kind: 'certificate',
  university: '示范大学',
  number: 'CT202611230000017',
  url: 'https://fuwu.example.edu.cn/verify/7K3M0QZ49XW4R8TB',
  printedAt: '2026-11-23 11:20',
  isDemo: true,
  title: words('在校学籍证明', 'Certificate of Enrolment'),
  lines: [
    words(
      '兹证明 李龘㐀𠮷（学号 2023010117）目前学籍状态为在读。',
      'This is to certify that Li Da is a registered student.',
    ),
  ],
  table: [{ label: words('姓名', 'Name'), value: words('李龘㐀𠮷') }],
  issuer: words('示范大学教务处', 'Academic Affairs Office'),
  issuedOn: words('2026年11月23日', '23 November 2026'),
  validUntil: words('2027年5月22日', '22 May 2027'),
  isBilingual: true,
  sealPosition: 'beside',
  isSample: false,
};
const receipt: ReceiptSheet = {
  kind: 'receipt',
  language: 'zh-CN',
  university: '示范大学',
  number: 'YT202611230000423',
  url: 'https://fuwu.example.edu.cn/my/cases/1',
  printedAt: '2026-11-23 11:20',
  isDemo: false,
  title: '校务服务事项受理单',
  tables: [],
  facts: [{ label: '申请人', value: '阿依古丽·买买提 Anna Müller' }],
  lists: [{ title: '已收到的材料', items: Array.from({ length: 90 }, (_, index) => `材料 ${index}.pdf`) }],
  notes: [],
  purpose: '扫描二维码查看办理进度',
};
const signing = { reason: 'test', name: 'test', at: new Date('2026-11-23T03:20:00Z') };

function look(pdf: Buffer, tool: string, ...options: string[]): string {
  const file = join(folder, 'looked-at.pdf');
  writeFileSync(file, pdf);
  const places = tool === 'pdftotext' ? [file, '-'] : [file];
  return execFileSync(tool, [...options, ...places], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Words that reach into a margin of 20 mm, to half a point. */
function outside(pdf: Buffer): string[] {
  const side = (20 * 72) / 25.4 - 0.5;
  const words = look(pdf, 'pdftotext', '-bbox').matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g,
  );
  const found = [...words].map(([, left, top, right, bottom, word = '']) => ({
    word,
    isIn:
      Number(left) >= side && Number(top) >= side && Number(right) <= 595.28 - side && Number(bottom) <= 841.89 - side,
  }));
  expect(found.length).toBeGreaterThan(20);
  return found.filter(({ isIn }) => !isIn).map(({ word }) => word);
}

test('no word of any paper stands within 20 mm of its edge, with the banner of a demo or without (PRNT-1)', async () => {
  const many = { title: '填报内容', rows: [{ label: '说明', value: '很长的说明。'.repeat(300) }], unprintable: '' };
  expect(outside(await printer.printCertificate(sheet, signing))).toEqual([]);
  for (const isDemo of [true, false])
    expect(outside(await printer.printReceipt({ ...receipt, tables: [many], isDemo }))).toEqual([]);
});

describe('a certificate on paper', () => {
  test('rare characters of names are printed in an embedded font, never as boxes (PRNT-2)', async () => {
    const pdf = await printer.printCertificate(sheet, signing);
    const text = look(pdf, 'pdftotext', '-layout');
    expect(text).toContain('李龘㐀𠮷');
    expect(text).toContain('Certificate of Enrolment');
    const fonts = look(pdf, 'pdffonts').trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.* yes yes yes /);
  });

  test('says its number, where it is verified, when it was printed, the page, and that it is a demo (PRNT-1)', async () => {
    const text = look(await printer.printCertificate(sheet, signing), 'pdftotext', '-layout');
    for (const part of [
      sheet.number,
      sheet.url,
      '2026-11-23 11:20',
      '第 1 页',
      '共 1 页',
      '演示数据',
      '演 示',
      '电子证明专用章',
    ]) {
      expect(text.replace(/\s+/g, '')).toContain(part.replace(/\s+/g, ''));
    }
  });

  test('is A4 with a small file', async () => {
    const pdf = await printer.printCertificate(sheet, signing);
    expect(look(pdf, 'pdfinfo')).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
    expect(pdf.length).toBeLessThan(200_000);
  });

  test('carries a signature over the whole file that another program verifies', async () => {
    const said = look(await printer.printCertificate(sheet, signing), 'pdfsig', '-nocert');
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(said).toContain('SHA-256');
    expect(said).toContain('adbe.pkcs7.detached');
  });

  test('that was changed by one byte no longer verifies', async () => {
    const pdf = await printer.printCertificate(sheet, signing);
    const at = pdf.indexOf('/Subject') > 0 ? pdf.indexOf('/Subject') : pdf.indexOf('/Title');
    pdf[at + 12] = (pdf[at + 12] ?? 0) ^ 1;
    expect(look(pdf, 'pdfsig', '-nocert')).toContain('Digest Mismatch');
  });

  test('is not printed with a character that no font has (PRNT-2)', async () => {
    const strange = { ...sheet, lines: [words('兹证明 李\u{2fa1d}\u{3134a}')] };
    await expect(printer.printCertificate(strange, signing)).rejects.toThrow(RareCharacters);
    expect((await printer.printCertificate(sheet, signing)).length).toBeGreaterThan(0);
  });

  test('a sample says so on the sheet, has no signature, and the seal where the layout wants it', async () => {
    const pdf = await printer.printSample({ ...sheet, sealPosition: 'over', isSample: true });
    expect(look(pdf, 'pdftotext')).toContain('样张 SAMPLE');
    expect(pdf.includes('/ByteRange')).toBe(false);
    const beside = await printer.printSample({ ...sheet, isSample: true });
    expect(pdf.equals(beside)).toBe(false);
    expect(look(await printer.printCertificate(sheet, signing), 'pdftotext')).not.toContain('样张');
  });

  test('many at once wait for each other and are all printed', async () => {
    const printed = await Promise.all(Array.from({ length: 6 }, () => printer.printReceipt({ ...receipt, lists: [] })));
    for (const pdf of printed) expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('the demo makes its key once, readable by nobody else', () => {
    const mode = statSync(join(folder, 'demo-seal.p12')).mode & 0o777;
    expect(mode).toBe(0o600);
  });

  test('a production without a seal prints nothing', async () => {
    const unsealed = createPrinter({
      mode: 'production',
      filesFolder: folder,
      seal: { p12File: undefined, password: undefined, font: undefined },
    });
    await expect(unsealed.printCertificate(sheet, signing)).rejects.toThrow('SEAL_P12_FILE');
    await unsealed.close();
  });
});

describe('a receipt on paper (PRNT-1)', () => {
  test('runs over as many pages as it needs and numbers them', async () => {
    const pdf = await printer.printReceipt(receipt);
    const text = look(pdf, 'pdftotext', '-layout').replace(/[ \t]+/g, '');
    const pages = Number(/Pages:\s+(\d+)/.exec(look(pdf, 'pdfinfo'))?.[1]);
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain(`第${pages}页/共${pages}页`);
    expect(text).toContain('阿依古丽·买买提AnnaMüller');
    expect(text).not.toContain('演示数据');
  });

  test('an answer that no font can draw says so in its place, and the others are printed (PRNT-2)', async () => {
    const rows = [
      { label: '说明', value: '笑脸 \u{1f600}' },
      { label: '经历', value: '很长的经历。'.repeat(1_500) },
    ];
    const answered = { ...receipt, tables: [{ title: '填报内容', rows, unprintable: '无法打印' }] };
    const text = look(await printer.printReceipt(answered), 'pdftotext', '-layout').replace(/\s+/g, '');
    expect(text).toContain('说明无法打印');
    expect(text).not.toContain('笑脸');
    expect(text.match(/很长的经历。/g)?.length).toBeGreaterThan(1_000);
  });
});

describe('fonts', () => {
  test('the rare characters that come with us are there without any font of the system', () => {
    const own = findFonts(undefined).at(-1);
    expect(own?.file).toMatch(/rare-han\.otf$/);
    expect(createTypeCase(own === undefined ? [] : [own]).set('𠮷')).toEqual([{ text: '𠮷', font: 'face0' }]);
  });

  test('on a machine without fonts of its own the installed package draws what a certificate says', () => {
    const ours = findFonts(undefined).filter(({ file }) => !file.startsWith('/usr/share/fonts/'));
    expect(ours.map(({ file }) => basename(file))).toEqual(['NotoSansHans-Regular.otf', 'rare-han.otf']);
    const text = [sheet, receipt].flatMap(
      (one) => JSON.stringify(one).match(/\p{Script=Han}|\p{Alphabetic}|·/gu) ?? [],
    );
    const runs = createTypeCase(ours).set(text.join(''));
    expect(runs.map((run) => run.text).join('')).toBe(text.join(''));
    expect(runs.find((run) => run.text.includes('𠮷'))?.font).toBe('face1');
    expect(runs.find((run) => run.text.includes('示范大学'))?.font).toBe('face0');
  });

  test('a text is set in the first font that has the character', () => {
    const [rare, ...others] = findFonts(undefined).reverse();
    const runs = createTypeCase([rare!, ...others]).set('李𠮷 Li');
    expect(runs.map(({ text }) => text)).toEqual(['李', '𠮷 ', 'Li']);
    expect(new Set(runs.map(({ font }) => font)).size).toBe(2);
  });

  test('a configured font comes first, with or without the name of its face', () => {
    const [file] = findFonts(undefined);
    expect(findFonts(`${file?.file}#${file?.name ?? ''}`)[0]?.file).toBe(file?.file);
    expect(findFonts('/nowhere/font.otf').every((face) => existsSync(face.file))).toBe(true);
  });

  test('the map of a font agrees with what it can draw', () => {
    const [face] = findFonts(undefined);
    const map = readCharacterMap(readFileSync(face!.file), face!.name);
    for (const character of '永龘㐀A0·') expect(map.has(character.codePointAt(0) ?? 0)).toBe(true);
    for (const codePoint of [0xe000, 0x10ffff, 0x0378]) expect(map.has(codePoint)).toBe(false);
  });
});
