import { cardMatter, codes, makeCaseWorld, places, publish, type CaseWorld } from './case-world.ts';
import { submitLeave } from './leave-case.ts';
import { makePerson } from './people.ts';
import { machine, staff } from './principals.ts';
import type { TestApp } from './test-app.ts';
import type { Deps } from '../../apps/api/src/platform/endpoint/index.ts';
import type { Principal } from '../../apps/api/src/platform/principal/index.ts';

const invitable = 'DEMO-FAMILY';

export interface FuzzWorld extends CaseWorld {
  /** Whoever may have to do with the rows, in every role. */
  readonly callers: readonly Principal[];
}

/** Matters, people and everybody who may ask for them; `fillFuzzWorld` adds what they began. */
export async function makeFuzzWorld(deps: Deps): Promise<FuzzWorld> {
  const world = await makeCaseWorld(deps);
  const card = cardMatter();
  const invited = {
    key: 'invited',
    label: { zh: '学生邀请' },
    remedy: { zh: '请邀请' },
    rule: { kind: 'invited' },
  } as const;
  await publish(deps, [{ ...card, summary: { ...card.summary, code: invitable }, preconditions: [invited] }]);
  const officers = [staff('reform-officer'), staff('supervisor'), staff('administrator'), machine()];
  const counter = staff('counter-clerk', 'department', places.registry);
  return {
    ...world,
    callers: [world.student, world.collegeClerk, world.registryClerk, world.registryHead, counter, ...officers],
  };
}

/** A row of what people begin through the product: cases in several states, drafts, and rows of the reform. */
export async function fillFuzzWorld(app: TestApp, world: FuzzWorld): Promise<void> {
  const student = app.as(world.student);
  await submitLeave(student, { idempotencyKey: 'of-the-student' });
  const contact = { phone: '13900139000', consent: true };
  const id = await submitLeave(app.as(world.other), { idempotencyKey: 'of-the-other', contact });
  await app.as(world.collegeClerk).acceptCase({ params: { id }, body: { version: 1 } });
  const proof = await student.openDraft({ body: { matterCode: codes.proof } });
  await student.savePage({ params: { draftId: proof.id, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId: proof.id }, body: {}, idempotencyKey: 'of-a-proof' });
  await student.openDraft({ body: { matterCode: codes.card } });
  const invitation = { inviteeName: '林建国', relation: '父亲', matterCodes: [invitable], days: 30 } as const;
  await student.createInvitation({ body: { ...invitation, matterCodes: [invitable] } });
  await app.as().askQuestion({ body: { text: '宿舍几点关门？' } });
  await fillReform(app, world);
  const { personId } = await makePerson(app.deps, { name: '周老师', kind: 'staff' });
  const scope = { scopeKind: 'department', scopeId: places.registry } as const;
  const administrator = app.as(world.callers.find(({ grants }) => grants[0]?.role === 'administrator'));
  await administrator.giveGrant({ body: { personId, role: 'clerk', ...scope, from: '2026-03-01', until: null } });
  await administrator.createMachineClient({ body: { name: '自助机' } });
  await app.runJobs();
}

async function fillReform(app: TestApp, world: FuzzWorld): Promise<void> {
  const officer = app.as(world.callers.find(({ grants }) => grants[0]?.role === 'reform-officer'));
  await officer.planBatch({ body: { title: '三月调整', note: null } });
  const round = { title: '梳理', opensOn: '2026-03-02', dueOn: '2026-03-20', departmentIds: [places.registry] };
  await officer.openPowerRound({ body: round });
  await officer.createMatterDraft({ body: { operation: 'add', name: '补办校徽', departmentId: places.registry } });
  const days = { firstDay: '2026-03-01', lastDay: '2026-03-31' };
  const past = { firstDay: '2026-01-01', lastDay: '2026-02-28' };
  await officer.planSurvey({
    body: { title: '回访', agency: '调查公司', ...past, size: 400, minimum: 30, seed: '20260302', retentionDays: 90 },
  });
  const asked = { title: '督查', basis: '年度计划', demand: '按期整改', ...days, departmentIds: [places.registry] };
  const { id: inspectionId } = await officer.openInspection({ body: asked });
  const task = {
    title: '整改',
    demand: '补齐要素',
    dueOn: '2026-03-20',
    target: null,
    departmentIds: [places.registry],
  };
  await officer.giveReformTasks({ body: { stageId: null, inspectionId, ...task } });
  await officer.addFilingDecree({
    body: { number: '校发〔2026〕1号', title: '关于备案的通知', issuedOn: '2026-03-01' },
  });
}

/** Which rows a name in a path stands for: by what comes before it. */
const rowsAt: Readonly<Record<string, string>> = {
  '/api/cases/': 'id from cases',
  '/api/office/cases/': 'id from cases',
  '/api/drafts/': 'id from case_drafts',
  '/api/materials/': 'id from materials',
  '/api/matters/': 'code as id from matters',
  '/api/favourites/': 'code as id from matters',
  '/api/reform/matters/': 'code as id from matters',
  '/api/reform/reduction/': 'code as id from matters',
  '/api/reform/promises/': 'code as id from matters',
  '/api/reform/trips/': 'code as id from matters',
  '/api/reform/exclusions/': 'id from matter_exclusions',
  '/api/reform/surveys/': 'id from surveys',
  '/api/reform/inspections/': 'id from inspections',
  '/api/reform/tasks/': 'id from reform_tasks',
  '/api/reform/filing-decrees/': 'id from filing_decrees',
  '/api/reform/filings/': 'id from filing_packages',
  '/api/reform/programme/stages/': 'id from programme_stages',
  '/api/reform/target-records/': 'id from target_records',
  '/api/reform/accountability/': 'id from accountability_cases',
  '/api/reform/synonyms/': 'id from synonyms',
  '/api/reform/search-answers/': 'id from search_answers',
  '/api/console/questions/': 'id from questions',
  '/api/console/drafts/': 'id from matter_drafts',
  '/api/console/batches/': 'id from batches',
  '/api/console/power-rounds/': 'id from power_rounds',
  '/api/console/power-filings/': 'id from power_filings',
  '/api/console/powers/': 'code as id from powers',
  '/api/invitations/': 'id from invitations',
  '/api/notices/': 'id from notices',
  '/api/certificates/': 'code as id from certificates',
  '/api/admin/grants/': 'id from role_grants',
  '/api/admin/people/': 'id from people',
  '/api/admin/machine-clients/': 'id from machine_clients',
  '/departments/': 'id from departments',
};

/** Names that are no ids: words of the contract and of forms. */
const words: Readonly<Record<string, readonly string[]>> = {
  page: ['identity', 'reason', 'contact'],
  requirementKey: ['illness-proof'],
  number: ['1'],
  no: ['1'],
  year: ['2026'],
  month: ['2026-02'],
};

/** By the name in a path. */
export type Ids = Readonly<Record<string, readonly string[]>>;

/** Every id that there is now of the rows which `path` speaks of; none for rows of which there is none. */
export async function findIds(app: TestApp, path: string): Promise<Ids> {
  const found: Record<string, readonly string[]> = {};
  for (const { 1: name = '', index } of path.matchAll(/\{(\w+)\}/g))
    found[name] = words[name] ?? (await rowsOf(app, path.slice(0, index)));
  return found;
}

async function rowsOf(app: TestApp, before: string): Promise<string[]> {
  const key = Object.keys(rowsAt).find((one) => before.endsWith(one));
  const rows = key === undefined ? [] : await app.call().em.execute<{ id: string }[]>(`select ${rowsAt[key]}`);
  return rows.map(({ id }) => String(id));
}
