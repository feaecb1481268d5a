import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Workbook } from '@cj-tech-master/excelts';
import { ApiError, type Problem, type VolumeReportData } from '@yitang/contract';
import { codes, places } from '../../../../../../tests/support/case-world.ts';
import { machine, staff } from '../../../../../../tests/support/principals.ts';
import { openVolumeDesk, type VolumeDesk } from '../../../../../../tests/support/volume-desk.ts';
import { readTable, writeCsv, writeXlsx } from '../../../platform/table-file/index.ts';
import { Matter } from '../../catalog/matter.entity.ts';
import { catalogKey } from '../../catalog/index.ts';
import { VolumeEntry, VolumeSource } from './volume.entity.ts';

let desk: VolumeDesk;
beforeEach(async () => {
  // 2 March 2026: February is the last complete month.
  desk = await openVolumeDesk();
});
afterEach(() => desk.app.close());

type Item = Parameters<VolumeDesk['clerk']['reportVolumes']>[0]['body']['items'][number];
const item = (more: Partial<Item> = {}): Item => ({
  ...{ matter: codes.card, month: '2026-02', cases: 120, evidence: '一卡通 2 月报表', source: 'card' },
  ...more,
});
const report = (items: Item[], who = desk.clerk) => who.reportVolumes({ body: { items } });
const refused = async (sent: Promise<unknown>): Promise<Problem> => {
  const caught: unknown = await sent.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(caught instanceof ApiError)) throw new Error('it was not refused');
  return caught.problem;
};
const faults = async (items: Item[], who = desk.clerk) =>
  (await refused(report(items, who))).issues.map(({ field, code }) => [field.replace('body.items.', ''), code]);
const volumeOf = async (month = '2026-02') =>
  (await desk.officer.getMatterVolumes({ params: { code: codes.card } })).months.find((one) => one.month === month);

describe('an office or a system reports how many cases it handled', () => {
  test('the same figures again change nothing; another figure needs a reason, and the old entry stays', async () => {
    expect(await report([item()])).toMatchObject({ recorded: 1, corrected: 0, unchanged: 0 });
    expect(await report([item()])).toMatchObject({ recorded: 0, corrected: 0, unchanged: 1 });
    expect(await faults([item({ cases: 90 })])).toEqual([['0.reason', 'reason.missing']]);
    expect(await report([item({ cases: 90, reason: '误计了测试卡' })])).toMatchObject({ corrected: 1 });
    expect(await volumeOf()).toMatchObject({ cases: 90, state: 'single' });
    const { items } = await desk.clerk.listVolumeEntries({ query: { matter: codes.card } });
    expect(items.map(({ cases, turn, isStanding, reason }) => [cases, turn, isStanding, reason])).toEqual([
      [90, 2, true, '误计了测试卡'],
      [120, 1, false, null],
    ]);
  });

  test('every fault is named at once with its field, and nothing is recorded', async () => {
    const found = await faults([
      item({ matter: 'NOWHERE' }),
      item({ cases: -1, month: '2026-01' }),
      item({ cases: 1.5, month: '2025-12' }),
      item({ month: '2026-13', cases: 'viele' }),
      item({ month: '2026-03' }),
      item({ month: '2026-04' }),
      item({ month: '2025-11', evidence: ' ' }),
      item({ month: '2025-10', source: 'nobody' }),
      item({ month: '2025-09' }),
      item({ month: '2025-09' }),
    ]);
    expect(found).toEqual([
      ['0.matter', 'matter.unknown'],
      ['1.cases', 'cases.negative'],
      ['2.cases', 'cases.fraction'],
      ['3.month', 'month.malformed'],
      ['3.cases', 'cases.not-number'],
      ['4.month', 'month.open'],
      ['5.month', 'month.future'],
      ['6.evidence', 'evidence.missing'],
      ['7.source', 'source.unknown'],
      ['9.month', 'month.repeated'],
    ]);
    expect(await desk.app.deps.orm.em.fork().count(VolumeEntry)).toBe(0);
  });

  test('a retired matter names the one that took over; its months before may still be reported', async () => {
    const em = desk.app.deps.orm.em.fork();
    await em.nativeUpdate(
      Matter,
      { code: codes.proof },
      { retiredOn: '2026-01-10', successorCode: codes.card, retiredBatchId: 'x' },
    );
    const sql = "update matter_versions set effective_until = '2026-01-10' where matter_id = ?";
    await em.execute(sql, [desk.idOf(codes.proof)]);
    await desk.app.deps.services.get(catalogKey).refresh();
    const { issues } = await refused(report([item({ matter: codes.proof })]));
    expect(issues).toMatchObject([{ code: 'matter.retired' }]);
    expect(issues[0]?.message).toContain(codes.card);
    expect(await report([item({ matter: codes.proof, month: '2025-12' })])).toMatchObject({ recorded: 1 });
    // What it had passes on to the matter that took over.
    const set = await desk.officer.getHighFrequencySet();
    expect(set.rows[0]).toMatchObject({ code: codes.card, volume: 120, inherited: 120 });
  });

  test('an office reports for its own matters only, and sees no others', async () => {
    expect(await faults([item()], desk.stranger)).toEqual([['0.matter', 'matter.foreign']]);
    await report([item()]);
    expect((await desk.stranger.listVolumeEntries({})).items).toEqual([]);
    expect((await desk.stranger.listVolumeEntries({ query: { department: places.registry } })).items).toEqual([]);
    expect((await refused(desk.stranger.getMatterVolumes({ params: { code: codes.card } }))).code).toBe(
      'record.not-found',
    );
    expect((await desk.stranger.getVolumeCoverage()).rows).toEqual([]);
  });

  test('a program reports for the source that is its own, and people do not report in its place', async () => {
    const own = machine();
    const em = desk.app.deps.orm.em.fork();
    await em.insert(VolumeSource, {
      ...{ code: 'library', name: '图书馆系统', clientId: own.clientId ?? '', note: '接口' },
      ...{ createdBy: '沈一凡', createdAt: desk.app.clock.now() },
    });
    expect(await report([item({ source: 'library' })], desk.app.as(own))).toMatchObject({ recorded: 1 });
    expect(await report([item({ source: 'library' })], desk.app.as(own))).toMatchObject({ unchanged: 1 });
    expect(await faults([item()], desk.app.as(own))).toEqual([['0.source', 'source.foreign']]);
    expect(await faults([item({ source: 'library', month: '2026-01' })])).toEqual([['0.source', 'source.foreign']]);
  });
});

describe('two systems with the same month', () => {
  beforeEach(async () => {
    await desk.count(codes.card, '2026-02', 20);
    expect((await report([item()])).conflicts).toMatchObject([
      { matter: codes.card, sources: ['本平台', '一卡通系统'] },
    ]);
  });

  test('stand against each other until the reform office has chosen; ours counts meanwhile', async () => {
    expect(await volumeOf()).toMatchObject({ cases: 20, state: 'open' });
    expect((await desk.officer.listOpenVolumes()).items).toMatchObject([{ matter: codes.card }]);
    expect((await desk.officer.getHighFrequencySet()).openMonths).toBe(1);
    const choose = (take: string, month: string | null = '2026-02') =>
      desk.officer.chooseVolume({ params: { code: codes.card }, body: { month, take, reason: '两边不重复，已核对' } });
    await choose('sum', null);
    expect(await volumeOf()).toMatchObject({ cases: 140, state: 'summed' });
    await choose('card');
    expect(await volumeOf()).toMatchObject({ cases: 120, state: 'chosen' });
    expect((await desk.officer.listOpenVolumes()).items).toEqual([]);
    const { choices } = await desk.officer.getMatterVolumes({ params: { code: codes.card } });
    expect(choices.map(({ take, chosenBy }) => [take, chosenBy])).toEqual([
      ['card', '沈一凡'],
      ['sum', '沈一凡'],
    ]);
  });

  test('what cannot be chosen is refused with its field; an office does not choose', async () => {
    const choose = (month: string, take: string) =>
      desk.officer.chooseVolume({ params: { code: codes.card }, body: { month, take, reason: '试一试看' } });
    expect((await refused(choose('2026-01', 'card'))).issues).toMatchObject([{ field: 'body.month' }]);
    expect((await refused(choose('2026-02', 'desk'))).issues).toMatchObject([{ field: 'body.take' }]);
    expect((await refused(choose('2026-02', 'nobody'))).issues).toMatchObject([{ field: 'body.take' }]);
    const body = { month: '2026-02', take: 'own', reason: '试一试看' };
    expect((await refused(desk.clerk.chooseVolume({ params: { code: codes.card }, body }))).code).toBe('access.denied');
  });
});

describe('a sheet of a month', () => {
  const header = ['事项编码', '月份', '办件量', '依据说明', '来源系统', '更正理由'];
  const row = (month: string, cases: string) => [codes.card, month, cases, '台账', '窗口台账', ''];
  const send = async (rows: readonly (readonly string[])[], query = 'dryRun=0') => {
    const form = new FormData();
    form.set('file', new Blob([rows.map((cells) => cells.join(',')).join('\n')]), '办件量.csv');
    const who = staff('clerk', 'department', places.registry, { displayName: '王老师' });
    const answer = await desk.app.fetchAs(who)(`${desk.app.base}/api/reform/volume-imports?${query}`, {
      method: 'POST',
      body: form,
    });
    return (await answer.json()) as Partial<VolumeReportData> & Partial<Problem>;
  };

  test('a dry run says what would come, the import does it, a repeat changes nothing; empty rows are left out', async () => {
    const rows = [header, row('2026年2月', '7'), row('2026-01', '').with(3, '')];
    expect(await send(rows, 'dryRun=1')).toMatchObject({ isDryRun: true, rows: 1, recorded: 1, issues: [] });
    expect(await volumeOf()).toMatchObject({ state: 'none' });
    expect(await send(rows)).toMatchObject({ recorded: 1 });
    expect(await send(rows)).toMatchObject({ recorded: 0, unchanged: 1 });
    expect(await volumeOf()).toMatchObject({ cases: 7 });
  });

  test('every wrong row is named by its number and column', async () => {
    const answer = await send([header, row('2026-02', '-1'), row('2026-05', '1'), row('2026-02', ''), row('x', '1')]);
    expect(answer.code).toBe('import.rows');
    expect(answer.issues?.map(({ field }) => field)).toEqual([
      'rows.2.办件量',
      'rows.3.月份',
      'rows.4.办件量',
      'rows.5.月份',
    ]);
  });

  test.each(['xlsx', 'csv'])(
    'a marked file (%s in) says beside each row what is wrong, and is taken once that is mended',
    async (kind) => {
      const rows = [
        header.with(1, '月份（2026年）'),
        row('2026-02', '-1'),
        row('1', '=7').with(3, '=台账'),
        row('2026-02', '8').with(0, codes.proof),
      ];
      const who = staff('clerk', 'department', places.registry, { displayName: '王老师' });
      const post = async (path: string, bytes: Buffer) => {
        const form = new FormData();
        form.set('file', new Blob([new Uint8Array(bytes)]), `办件量.${kind}`);
        return desk.app.fetchAs(who)(`${desk.app.base}${path}`, { method: 'POST', body: form });
      };
      const sheet = { name: '办件量', columns: rows[0]!, rows: rows.slice(1) };
      const bytes =
        kind === 'csv' ? writeCsv(sheet) : await writeXlsx([sheet, { name: '来源系统', columns: ['名称'], rows: [] }]);
      const answer = await post('/api/reform/volume-imports/marked', bytes);
      expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('办件量-检查结果.xlsx');
      const marked = Buffer.from(await answer.arrayBuffer());
      const table = await readTable(marked);
      expect(table.rows.map(({ number, cells }) => [number, cells.get('导入检查结果')])).toEqual([
        [2, '办件量：办件量不能小于 0。'],
        [3, '办件量：办件量要填数字。'],
        [4, ''],
      ]);
      expect(table.rows[1]?.cells.get('依据说明')).toBe('=台账');
      const book = new Workbook();
      await book.xlsx.load(marked);
      expect(book.worksheets.map(({ name }) => name)).toEqual(kind === 'xlsx' ? ['办件量', '来源系统'] : ['表格']);
      const [mended] = book.worksheets;
      expect(mended!.getCell('D2').fill).toMatchObject({ pattern: 'solid' });
      mended!.getCell('D2').value = '5';
      mended!.getCell('D3').value = '7';
      const again = await post('/api/reform/volume-imports?dryRun=0', Buffer.from(await book.xlsx.writeBuffer()));
      expect(await again.json()).toMatchObject({ recorded: 3, issues: [] });
      expect(await volumeOf()).toMatchObject({ cases: 5 });
    },
  );

  test('what is wrong with the whole file stands on a sheet of its own; what is no table is refused', async () => {
    const who = staff('clerk', 'department', places.registry, { displayName: '王老师' });
    const mark = async (text: string) => {
      const form = new FormData();
      form.set('file', new Blob([text]), '办件量.csv');
      return desk.app.fetchAs(who)(`${desk.app.base}/api/reform/volume-imports/marked`, { method: 'POST', body: form });
    };
    const book = new Workbook();
    await book.xlsx.load(await (await mark('事项编码,办件量\nX,1')).arrayBuffer());
    const notes = book.getWorksheet('整表的问题');
    expect(notes?.getSheetValues().flat().filter(Boolean)).toContain('缺少“月份”一列。');
    await book.xlsx.load(await (await mark([header, row('2026-02', '1')].join('\n'))).arrayBuffer());
    expect(book.getWorksheet('整表的问题')?.getCell('A1').value).toBe('没有发现问题，可以导入。');
    expect(await (await mark('\u0000')).json()).toMatchObject({ code: 'import.unreadable' });
    expect(await desk.app.deps.orm.em.fork().count(VolumeEntry)).toBe(0);
  });

  test('last year’s months under this year’s header are asked about', async () => {
    const rows = [header.with(1, '月份（2026年）'), row('2025-02', '7'), row('2', '7')];
    expect((await send(rows)).issues).toMatchObject([{ field: 'rows.2.月份', code: 'month.other-year' }]);
  });

  test('last year’s figures under this year’s months are asked about, and taken when somebody says so', async () => {
    const year = (from: number) => ['2', '1'].map((month, at) => row(`${from}-${month}`, String(10 + at)));
    const proofs = (from: number) => [[codes.proof, `${from}-01`, '5', '台账', '窗口台账', '']];
    await send([header, ...year(2025), ...proofs(2025)]);
    const same = [header, ...year(2026), ...proofs(2026)];
    expect((await send(same)).issues).toMatchObject([{ code: 'rows.same-as-last-year' }]);
    expect(await send(same, 'dryRun=0&confirmed=1')).toMatchObject({ recorded: 3 });
  });

  test('the template lists the own matters and names the year of the last complete month', async () => {
    const who = staff('clerk', 'department', places.registry);
    const answer = await desk.app.fetchAs(who)(`${desk.app.base}/api/reform/volume-template`);
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('2026-02');
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  });
});

test('who began to report and stopped is missing, which is not 0', async () => {
  await report([item({ month: '2025-12' })]);
  const { rows, missing } = await desk.officer.getVolumeCoverage({ query: { months: 3 } });
  const cells = rows.find(({ department }) => department.id === places.registry)?.cells;
  expect(cells?.map(({ month, state }) => [month, state])).toEqual([
    ['2025-12', 'complete'],
    ['2026-01', 'missing'],
    ['2026-02', 'missing'],
  ]);
  expect(missing).toBe(2);
});

test('a cell of the coverage opens who owes a report, with whom to ask and who reported last', async () => {
  await report([
    item({ month: '2025-12' }),
    item({ month: '2026-01' }),
    item({ matter: codes.proof, month: '2025-12' }),
  ]);
  const listed = (month: string, show?: 'owed' | 'reported' | 'unasked', who = desk.officer) =>
    who.listCoverageMatters({ query: { months: 3, department: places.registry, month, show } });
  const { rows } = await desk.officer.getVolumeCoverage({ query: { months: 3 } });
  const { cells } = rows.find(({ department }) => department.id === places.registry)!;
  for (const { month, reported, expected } of cells) {
    const { counts, items } = await listed(month);
    expect([counts.reported, counts.owed, items.length]).toEqual([reported, expected - reported, expected - reported]);
  }
  const january = await listed('2026-01');
  expect(january.department).toMatchObject({ name: '教务处', phone: expect.any(String) });
  expect(january.items).toMatchObject([
    { code: codes.proof, since: '2025-12', last: '2025-12', sources: ['一卡通系统'], reportedBy: '王老师', own: 0 },
  ]);
  expect((await listed('2026-01', 'reported')).items.map(({ code }) => code)).toEqual([codes.card]);
  expect((await listed('2026-01', 'unasked')).items.map(({ code }) => code)).toEqual([codes.leave]);
  expect((await refused(listed('2026-01', 'owed', desk.stranger))).code).toBe('record.not-found');
  expect((await refused(listed('2020-01'))).issues).toMatchObject([{ field: 'query.month' }]);
});

test('a source is registered once, and not under a name that means something else', async () => {
  const add = (code: string, name: string) => desk.officer.addVolumeSource({ body: { code, name, note: '月度报表' } });
  expect(await add('repairs', '后勤报修')).toEqual({ code: 'repairs' });
  expect((await refused(add('own', '本平台'))).issues.map(({ field }) => field)).toEqual(['body.code', 'body.name']);
  expect((await refused(add('repairs', '另一个'))).issues).toMatchObject([{ field: 'body.code' }]);
  const body = { code: 'door', name: '门禁系统', note: '接口', client: '没有这个密钥' };
  expect((await refused(desk.officer.addVolumeSource({ body }))).issues).toMatchObject([{ field: 'body.client' }]);
  expect((await desk.clerk.listVolumeSources()).items.map(({ code }) => code)).toEqual(['card', 'desk', 'repairs']);
});
