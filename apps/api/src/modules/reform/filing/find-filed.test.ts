import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApiError, Client, Endpoints } from '@yitang/contract';
import { cardMatter, makeCaseWorld, publish } from '../../../../../../tests/support/case-world.ts';
import { reportedVolumes } from '../../../../../../tests/support/filing-desk.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { loadReferenceTargets } from '../../../database/seeds/reference/load-targets.ts';
import { newId } from '../../../platform/ids/index.ts';
import { FilingPackage, FilingStep } from './filing.entity.ts';

let app: TestApp;
let officer: Client<Endpoints>;

beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      await makeCaseWorld(deps);
      await loadReferenceTargets(deps.orm.em.fork(), deps.clock.now());
      await publish(deps, [cardMatter()], '2025-01-01');
    },
    now: '2026-03-10T02:00:00Z',
  });
  officer = app.as(staff('reform-officer'));
  await reportedVolumes(app);
  await officer.freezeFrequencySet({ body: { year: 2025, reason: '当年的数据不满一年' } });
});
afterAll(() => app.close());

let made = 0;
/** A package of set 1 that was sealed and sent on these days, as far as others ask about it. */
async function packaged(more: Partial<FilingPackage>): Promise<string> {
  const [id, number] = [newId(), `2026-00${(made += 1)}`];
  await app.deps.orm.em.fork().insert(FilingPackage, {
    ...{ id, number, status: 'sent', version: 1, asOf: '2026-03-01', decreeId: null, setNumber: 1, replacesId: null },
    ...{ snapshotBlobId: newId(), snapshotSize: 2, digest: '0'.repeat(64), gaps: [], matters: 3, setSize: 2 },
    ...{ papersDone: 1, papersTotal: 1, plannedAt: app.clock.now(), plannedBy: '改革办甲', revision: 3 },
    ...{ frozenOn: '2026-03-02', sentOn: '2026-03-03', ...more },
  });
  return id;
}
async function answered(packageId: string, action: 'receive' | 'return', more: Partial<FilingStep>): Promise<void> {
  await app.deps.orm.em.fork().insert(FilingStep, {
    ...{ id: newId(), packageId, action, at: app.clock.now(), by: '改革办甲', on: '2026-03-05', way: null },
    ...{ reference: null, note: null, ...more },
  });
}

test('the set and the targets tell in which packages they were filed, and what the receipt says', async () => {
  const filed = await packaged({ status: 'filed' });
  await answered(filed, 'receive', { reference: '浙教备1号', note: '清单齐全' });
  await packaged({ status: 'draft', number: null, frozenOn: null, sentOn: null });
  const told = { id: filed, number: '2026-001', status: 'filed', asOf: '2026-03-01', sentOn: '2026-03-03' };
  const expected = [{ ...told, answer: { on: '2026-03-05', number: '浙教备1号', note: '清单齐全' } }];
  expect((await officer.listFrozenSets()).items.map(({ filings }) => filings)).toEqual([expected]);
  expect((await officer.getFrozenSet({ params: { number: 1 } })).filings).toEqual(expected);
  expect((await officer.getTargets({ query: {} })).filings).toEqual(expected);
  expect((await officer.getTargets({ query: { asOf: '2026-03-01' } })).filings).toEqual([]);
});

test('a record that was entered with the receipt of a package leads to it', async () => {
  const filed = await packaged({ status: 'filed' });
  await answered(filed, 'receive', { reference: '浙教备2号' });
  const record = { kind: 'matter-list', madeOn: '2026-03-05', title: '校务服务事项目录' } as const;
  await officer.addTargetRecord({ body: { ...record, receipt: '浙教备2号' } });
  await officer.addTargetRecord({ body: { ...record, receipt: '别的回执' } });
  const { records, outcome } = await officer.getTarget({ params: { key: '2018-c' } });
  expect(records.map(({ receipt, filingId }) => [receipt, filingId])).toEqual([
    ['浙教备2号', filed],
    ['别的回执', null],
  ]);
  expect(outcome.records.find(({ kind }) => kind === 'matter-list')).toEqual({
    ...{ kind: 'matter-list', isThere: true, evidence: { on: '2026-03-05', batch: null } },
  });
});

test('of two who renew a returned package at once one is told that the other was faster', async () => {
  const id = await packaged({ status: 'returned' });
  await answered(id, 'return', { note: '佐证清单缺一列' });
  const body = { asOf: '2026-03-10', decreeId: null, setNumber: 1, replaces: id };
  const both = await Promise.allSettled([officer.planFiling({ body }), officer.planFiling({ body })]);
  const refused = both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as ApiError).problem.code] : []));
  expect(refused).toHaveLength(1);
  expect(['record.changed', 'filing.not-allowed']).toContain(refused[0]);
});
