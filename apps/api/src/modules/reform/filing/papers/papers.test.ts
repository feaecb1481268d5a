import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { snapshotText, type FilingSnapshot } from '@yitang/domain/filing';
import { filingSnapshot } from '../../../../../../../tests/support/filing-snapshot.ts';
import { createTypeCase, packagedFonts, RareCharacters } from '../../../../platform/typesetting/index.ts';
import { readWorkbook } from '../../../../platform/table-file/xlsx.ts';
import { evidenceTable } from './target-tables.ts';
import { listPapers } from './list-papers.ts';
import { makePaper } from './make-paper.ts';
import { createPaperDesk, type PaperDesk } from './paper-desk.ts';

const typeCase = createTypeCase(packagedFonts());
const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

async function makeAll(snapshot: FilingSnapshot): Promise<Map<string, Buffer>> {
  const digest = hash(snapshotText(snapshot));
  const made = new Map<string, Buffer>();
  for (const paper of listPapers(snapshot))
    made.set(paper.path, await makePaper(paper, { snapshot, digest, typeCase }));
  return made;
}

let papers: Map<string, Buffer>;
beforeAll(async () => {
  papers = await makeAll(filingSnapshot());
}, 120_000);

test('each part is there for Excel and for reading', () => {
  expect([...papers.keys()]).toEqual([
    '00-cover.xlsx',
    '00-cover.pdf',
    '02-catalog.xlsx',
    '02-catalog.pdf',
    '02-catalog-fields.xlsx',
    '03-high-frequency.xlsx',
    '03-high-frequency.pdf',
    '04-targets.xlsx',
    '04-targets.pdf',
    '04-evidence.pdf',
    '05-exclusions.xlsx',
    '05-exclusions.pdf',
    '06-volume-coverage.xlsx',
    '06-volume-coverage.pdf',
  ]);
});

test('the evidence has the columns that a reviewer asks for, and what is unknown is no figure', () => {
  const { columns, rows } = evidenceTable(filingSnapshot());
  expect(columns.map(({ name }) => name).join(' ')).toBe(
    '序号 事项名称 事项编码 责任部门 服务对象 办件量 占比 累计占比 是否最多跑一次 到现场次数 网上申请 全流程在线 掌上办 特殊要求及理由 咨询电话',
  );
  expect(rows[1]?.slice(5, 10)).toEqual([30, '30.00%', '70.00%', '是', 1]);
  expect(rows[5]?.slice(5, 8)).toEqual(['未统计', '', '']);
  const vague = filingSnapshot(1);
  const [matter] = vague.matters;
  const { rows: unknown } = evidenceTable({ ...vague, matters: [{ ...matter!, visitsOnSite: null }] });
  expect(unknown[0]?.slice(8, 10)).toEqual(['待梳理', '待梳理']);
});

test('Excel shows a name that begins like a formula as text', async () => {
  const sheets = await readWorkbook(papers.get('04-targets.xlsx')!, { rows: 100, columns: 20 });
  if (typeof sheets === 'string') throw new Error(sheets);
  expect(sheets.map(({ name }) => name)).toEqual(['目标完成情况', '佐证清单', '未达到的事项']);
  expect(sheets[1]?.rows.map(({ cells }) => cells[1])).toContain("'=办理 2 号业务");
});

test('long lists are volumes of 500, and together they have every matter once', () => {
  const snapshot = filingSnapshot(1_234);
  const volumes = listPapers(snapshot).filter(({ path }) => /^02-catalog-\d\d\.pdf$/.test(path));
  expect(volumes.map(({ title }) => title)).toEqual([
    '校务服务事项目录（第 1 册，共 3 册）',
    '校务服务事项目录（第 2 册，共 3 册）',
    '校务服务事项目录（第 3 册，共 3 册）',
  ]);
  const codes = volumes.flatMap(({ tables }) => tables(snapshot).flatMap(({ rows }) => rows.map((cells) => cells[1])));
  expect(codes).toEqual(snapshot.matters.map(({ code }) => code));
});

test('a character that no font has is named, and nothing is printed', async () => {
  const snapshot = filingSnapshot(1, { university: '示范\u{10ffff}大学' });
  const paper = listPapers(snapshot).find(({ path }) => path === '00-cover.pdf')!;
  await expect(makePaper(paper, { snapshot, digest: '0', typeCase })).rejects.toThrow(RareCharacters);
});

describe('the same snapshot', () => {
  const script = `
    const [root, zone] = process.argv.slice(1);
    process.env.TZ = zone;
    const RealDate = Date;
    // Another day and hour than this process has.
    globalThis.Date = class extends RealDate { constructor(...given) { super(...(given.length ? given : [RealDate.UTC(2031, 6, 1, 23, 59)])); } static now() { return RealDate.UTC(2031, 6, 1, 23, 59); } };
    const at = (path) => import('file://' + root + '/' + path);
    const { filingSnapshot } = await at('tests/support/filing-snapshot.ts');
    const { listPapers } = await at('apps/api/src/modules/reform/filing/papers/list-papers.ts');
    const { makePaper } = await at('apps/api/src/modules/reform/filing/papers/make-paper.ts');
    const { createTypeCase, packagedFonts } = await at('apps/api/src/platform/typesetting/index.ts');
    const { snapshotText } = await at('packages/domain/src/filing/index.ts');
    const { createHash } = await import('node:crypto');
    const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
    const snapshot = filingSnapshot();
    const typeCase = createTypeCase(packagedFonts());
    for (const paper of listPapers(snapshot).reverse())
      console.log(paper.path, hash(await makePaper(paper, { snapshot, digest: hash(snapshotText(snapshot)), typeCase })));
  `;

  test.each(['America/New_York', 'Pacific/Kiritimati'])(
    'is the same papers to the byte in another process, at another time, in %s',
    (zone) => {
      const root = process.cwd();
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ['--no-warnings', '--input-type=module', '-e', script, root, zone],
        { encoding: 'utf8', env: { ...process.env, TZ: zone, NODE_OPTIONS: '' } },
      );
      expect([status, stderr]).toEqual([0, '']);
      const there = new Map(
        stdout
          .trim()
          .split('\n')
          .map((line) => line.split(' ') as [string, string]),
      );
      expect(there).toEqual(
        new Map([...papers].map(([path, bytes]) => [path, hash(bytes)]).reverse() as [string, string][]),
      );
    },
    60_000,
  );
});

describe('in a thread of their own', () => {
  let desk: PaperDesk;
  beforeAll(() => {
    desk = createPaperDesk();
  });
  afterAll(() => desk.close());

  test('papers are the same, for one snapshot after the other', async () => {
    const [one, other] = [filingSnapshot(), filingSnapshot(2)].map((snapshot) => {
      const text = snapshotText(snapshot);
      return { text, digest: hash(text) };
    });
    const first = await desk.make(one!, '03-high-frequency.xlsx');
    const between = await desk.make(other!, '03-high-frequency.xlsx');
    const again = await desk.make(one!, '00-cover.pdf');
    expect(first.equals(papers.get('03-high-frequency.xlsx')!)).toBe(true);
    expect(between.equals(first)).toBe(false);
    expect(again.equals(papers.get('00-cover.pdf')!)).toBe(true);
  }, 60_000);
});
