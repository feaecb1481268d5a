import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Guide } from '@yitang/domain/catalog';
import { codes, leaveMatter, makeCaseWorld, publish } from '../../../../../../tests/support/case-world.ts';
import { completeContent } from '../../../../../../tests/support/complete-content.ts';
import { makeReadyDraft } from '../../../../../../tests/support/drafts.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { parseCsv } from '../../../platform/table-file/index.ts';
import { catalogKey } from '../catalog-key.ts';

const words = (zh: string) => ({ zh });
const [photo] = completeContent().guide.materials as [Guide['materials'][number]];
const material = (key: string) => ({ ...photo, key, name: words(`材料${key}`) });
const fee = (name: string, amountFen: number) => ({ name: words(name), amountFen, basis: '示大财〔2024〕8号' });
const option = (value: string, leaf: string) => ({ value, label: words(value), leaf });
const asked = (...options: ReturnType<typeof option>[]) => [{ key: 'why', question: words('为什么？'), options }];

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)), now: '2026-03-02T02:00:00Z' });
  const release = async (on: string, guide: Partial<Guide>) => {
    const leave = leaveMatter();
    await publish(app.deps, [{ ...leave, guide: { ...leave.guide, ...guide } }], on);
  };
  // The first batch is that of the world; its only material goes with the second.
  await release('2026-02-01', {
    materials: [material('a'), material('b')],
    fees: [fee('工本费', 500)],
    situations: asked(option('lost', '01'), option('damaged', '02')),
    stepsOffline: [{ name: words('窗口受理'), by: words('窗口'), days: 0 }],
    specialProcedures: [{ kind: 'other', name: words('公示'), basis: '章程', limitDays: 5 }],
  });
  await release('2026-03-01', {
    materials: [material('c'), material('b')],
    fees: [fee('工本费', 800)],
    situations: asked(option('lost', '01')),
    stepsOffline: [{ name: words('窗口受理'), by: words('窗口'), days: 0 }],
    specialProcedures: [],
  });
  await app.deps.services.get(catalogKey).refresh();
});
afterAll(() => app.close());

/** The rows of a table after what happened to each: operation, batch, and the cell that says what it is. */
async function rowsOf(table: string, cell: string, on = ''): Promise<(string | undefined)[][]> {
  const answer = await app.fetchAs()(`${app.base}/api/open/exchange/${table}.csv${on}`);
  const [header = [], ...rows] = parseCsv(await answer.text()) ?? [];
  return rows.map((row) => [row[header.indexOf(cell)], row[1], row[3]]);
}
const guidOf = async (name: string, on = ''): Promise<string | undefined> => {
  const answer = await app.fetchAs()(`${app.base}/api/open/exchange/materials.csv${on}`);
  return (parseCsv(await answer.text()) ?? []).find((row) => row.includes(name))?.[0];
};

describe('a material is dropped, and another put before the rest', () => {
  test('each row says what happened to it last, and by which batch; the one that went is to be deleted', async () => {
    expect(await rowsOf('materials', 'materialName')).toEqual([
      ['材料c', 'I', '3'],
      ['材料b', 'I', '2'],
      ['医院证明', 'D', '2'],
      ['材料a', 'D', '3'],
    ]);
  });

  test('a row keeps its id wherever it stands', async () => {
    const early = '?on=2026-02-15';
    expect(await rowsOf('materials', 'materialName', early)).toEqual([
      ['材料a', 'I', '2'],
      ['材料b', 'I', '2'],
      ['医院证明', 'D', '2'],
    ]);
    expect(await guidOf('材料b')).toBe(await guidOf('材料b', early));
    expect(await guidOf('材料a')).toBe(await guidOf('材料a', early));
    expect(await guidOf('材料c')).not.toBe(await guidOf('材料a'));
  });
});

test('what changed is to be updated, what stayed is not told again, and what went of every table is deleted', async () => {
  expect(await rowsOf('fees', 'feeStand')).toEqual([['8.00', 'U', '3']]);
  expect(await rowsOf('steps-offline', 'stepName')).toEqual([['窗口受理', 'I', '2']]);
  expect(await rowsOf('special-procedures', 'procedureName')).toEqual([['公示', 'D', '3']]);
  expect(await rowsOf('situations', 'optionKey')).toEqual([
    ['lost', 'I', '2'],
    ['damaged', 'D', '3'],
  ]);
  const items = (await rowsOf('matters', 'localCode')).filter(([code]) => code?.startsWith(`${codes.leave}-`));
  expect(items).toEqual([
    [`${codes.leave}-01`, 'U', '3'],
    [`${codes.leave}-02`, 'D', '3'],
  ]);
});

test('with a retired matter all of its rows go', async () => {
  const officer = app.as(staff('reform-officer'));
  const { id: draft } = await makeReadyDraft(officer, {
    operation: 'retire',
    code: codes.leave,
    successorCode: codes.card,
  });
  const { id } = await officer.planBatch({ body: { title: '取消', note: null } });
  await officer.fillBatch({ params: { id }, body: { add: [draft] } });
  const { revision, nextNumber: number } = await officer.getBatch({ params: { id } });
  await officer.publishBatch({ params: { id }, body: { revision, number } });
  await app.deps.services.get(catalogKey).refresh();
  expect(await rowsOf('materials', 'materialName')).toEqual([
    ['医院证明', 'D', '2'],
    ['材料a', 'D', '3'],
    ['材料b', 'D', '4'],
    ['材料c', 'D', '4'],
  ]);
  expect((await rowsOf('steps', 'stepName')).filter(([, operation]) => operation === 'D')).toEqual([
    ['审核', 'D', '4'],
  ]);
});
