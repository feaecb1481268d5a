import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../tests/support/case-world.ts';
import { costMeter, type Cost, type CostMeter } from '../../../../../tests/support/cost-meter.ts';
import { submitLeave } from '../../../../../tests/support/leave-case.ts';
import { png } from '../../../../../tests/support/material/sample-files.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';

/** Behind what is measured, so that a statement that reads them all shows. */
const finished = 24;
/** How an engine reads a handful of rows is for its statistics to say; it is fewer than all that lie there. */
const leeway = 20;
let app: TestApp;
let world: CaseWorld;
let meter: CostMeter;
beforeAll(async () => {
  // One connection: what it counts as read is what these operations read.
  app = await createTestApp({
    database: { poolSize: 1 },
    seed: async (deps) => void (world = await makeCaseWorld(deps)),
  });
  for (let index = 0; index < finished; index += 1) await finishCard(index);
  // What is read once and kept, and the first number of the day, is behind us.
  const contact = { phone: '13900139000', consent: true };
  await live(app.as(world.other), await submitLeave(app.as(world.other), { idempotencyKey: 'warm-up-1', contact }));
  meter = await costMeter(app);
}, 120_000);
afterAll(() => app.close());

type Api = ReturnType<TestApp['as']>;
const student = () => app.as(world.student);
const clerk = () => app.as(world.collegeClerk);

async function finishCard(index: number): Promise<void> {
  const who = app.as(index % 2 === 0 ? world.student : world.other);
  const { id } = await who.openDraft({ body: { matterCode: codes.card } });
  await who.savePage({ params: { draftId: id, page: 'identity' }, body: { answers: {} } });
  await who.submitDraft({ params: { draftId: id }, body: {}, idempotencyKey: `finished-${index}` });
  const registry = app.as(world.registryClerk);
  await registry.acceptCase({ params: { id }, body: { version: 1 } });
  await registry.approveCase({ params: { id }, body: { version: 2 } });
}

/** Once through everything that is measured afterwards. */
async function live(applicant: Api, id: string): Promise<void> {
  const params = { id };
  await applicant.listMyCases({});
  await clerk().listInbox({});
  await clerk().getOfficeCase({ params });
  const { version } = await clerk().acceptCase({ params, body: { version: 1 } });
  const items = [{ field: 'explanation', reason: '请写明照顾谁' }];
  await clerk().requestCorrection({ params, body: { version, items } });
  const mine = await applicant.getMyCase({ params });
  await applicant.supplyCorrection({ params, body: { version: mine.version, answers: { explanation: '照顾母亲' } } });
  for (const who of [world.collegeClerk, world.affairsClerk]) await pass(who, id);
  await app
    .as(world.registryClerk)
    .approveCase({ params, body: { version: await versionOf(world.registryClerk, id) } });
  await applicant.rateCase({ params, body: { level: 5 } });
}

const versionOf = async (who: CaseWorld['student'], id: string): Promise<number> =>
  (await app.as(who).getOfficeCase({ params: { id } })).version;
const pass = async (who: CaseWorld['student'], id: string) =>
  app.as(who).passCase({ params: { id }, body: { version: await versionOf(who, id) } });

/** Of the case under measure. */
let id = '';
let version = 0;
const params = () => ({ id });
const save = (page: string, answers: Record<string, string | boolean>) =>
  student().savePage({ params: { draftId: id, page }, body: { answers } });

function upload(): Promise<unknown> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(png())]), '证明.png');
  return student().uploadMaterial({ params: { draftId: id, requirementKey: 'illness-proof' }, form });
}

interface Operation {
  readonly name: string;
  /** What must be before it is measured. */
  readonly before?: () => Promise<unknown>;
  readonly act: () => Promise<unknown>;
  readonly most: Cost;
}

const at = async (who: CaseWorld['student']): Promise<void> => void (version = await versionOf(who, id));
const body = () => ({ version });
const answers = { reason: 'illness', from: '2026-03-09' };

/** In the order in which a case goes through them; the statement for the session comes on top of each. */
const operations: readonly Operation[] = [
  {
    name: 'open a draft',
    act: async () => void ({ id } = await student().openDraft({ body: { matterCode: codes.leave } })),
    most: { statements: 11, commits: 1, written: 3, read: 21 },
  },
  {
    name: 'save a page',
    before: () => save('identity', {}),
    act: () => save('reason', answers),
    most: { statements: 13, commits: 1, written: 3, read: 31 },
  },
  {
    name: 'upload a file',
    before: () => save('contact', { phone: '13800138000', consent: true }),
    act: upload,
    most: { statements: 18, commits: 1, written: 6, read: 39 },
  },
  {
    name: 'submit',
    act: () => student().submitDraft({ params: { draftId: id }, body: {}, idempotencyKey: 'what-it-costs' }),
    most: { statements: 7, commits: 1, written: 6, read: 14 },
  },
  {
    name: 'list my cases',
    act: () => student().listMyCases({}),
    most: { statements: 2, commits: 0, written: 0, read: 16 },
  },
  {
    name: 'open my case',
    act: () => student().getMyCase({ params: params() }),
    most: { statements: 3, commits: 0, written: 0, read: 4 },
  },
  {
    name: 'open the inbox',
    act: () => clerk().listInbox({}),
    most: { statements: 4, commits: 0, written: 1, read: 25 },
  },
  {
    name: 'open a case in the office',
    act: () => at(world.collegeClerk),
    most: { statements: 10, commits: 0, written: 1, read: 32 },
  },
  {
    name: 'accept',
    act: () => clerk().acceptCase({ params: params(), body: body() }),
    most: { statements: 19, commits: 1, written: 6, read: 47 },
  },
  {
    name: 'request a correction',
    before: () => at(world.collegeClerk),
    act: () =>
      clerk().requestCorrection({ params: params(), body: { version, items: [{ field: 'from', reason: '请改期' }] } }),
    most: { statements: 21, commits: 1, written: 7, read: 53 },
  },
  {
    name: 'supply a correction',
    before: async () => void ({ version } = await student().getMyCase({ params: params() })),
    act: () => student().supplyCorrection({ params: params(), body: { version, answers: { from: '2026-03-10' } } }),
    most: { statements: 17, commits: 1, written: 7, read: 34 },
  },
  {
    name: 'pass to the next stage',
    before: () => at(world.collegeClerk),
    act: () => clerk().passCase({ params: params(), body: body() }),
    most: { statements: 21, commits: 1, written: 6, read: 66 },
  },
  {
    name: 'approve',
    before: async () => {
      await pass(world.affairsClerk, id);
      await at(world.registryClerk);
    },
    act: () => app.as(world.registryClerk).approveCase({ params: params(), body: body() }),
    most: { statements: 21, commits: 1, written: 6, read: 75 },
  },
  {
    name: 'rate',
    act: () => student().rateCase({ params: params(), body: { level: 5 } }),
    most: { statements: 8, commits: 1, written: 4, read: 6 },
  },
];

describe('what an operation costs the database', () => {
  test.each(operations)('$name', async ({ before, act, most }) => {
    await before?.();
    const { cost, scans } = await meter.during(act);
    expect(scans).toEqual([]);
    const allowed = { ...most, read: most.read + leeway };
    const dearer = Object.entries(cost).filter(([what, count]) => count > allowed[what as keyof Cost]);
    expect(dearer).toEqual([]);
  });
});
