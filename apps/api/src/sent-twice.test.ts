import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints, type Client, type Endpoint, type Endpoints } from '@yitang/contract';
import {
  cardMatter,
  codes,
  makeCaseWorld,
  places,
  publish,
  type CaseWorld,
} from '../../../tests/support/case-world.ts';
import { submitLeave } from '../../../tests/support/leave-case.ts';
import { makePerson } from '../../../tests/support/people.ts';
import { powerContent } from '../../../tests/support/power-desk.ts';
import { staff } from '../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../tests/support/test-app.ts';
import type { Principal } from './platform/principal/index.ts';

const invitable = 'DEMO-FAMILY';
let app: TestApp;
let world: CaseWorld;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
      const card = cardMatter();
      const invited = {
        key: 'invited',
        label: { zh: '学生邀请' },
        remedy: { zh: '请学生邀请' },
        rule: { kind: 'invited' },
      } as const;
      await publish(deps, [{ ...card, summary: { ...card.summary, code: invitable }, preconditions: [invited] }]);
    },
  });
});
afterAll(() => app.close());

type Api = Client<Endpoints>;
type Send = (key: { readonly idempotencyKey: string }) => Promise<unknown>;

const as = (principal: Principal): Api => app.as(principal);
const [reformOfficer, admin] = [staff('reform-officer'), staff('administrator')];
const officer = () => as(reformOfficer);
const administrator = () => as(admin);

const cardSystem = (name: string) => ({
  ...{ name, nameEn: '', departmentId: places.registry, gives: '卡号与余额' },
  ...{ basis: '数据共享办法', liveFrom: '2026-01-01', liveUntil: null },
});

const inspection = {
  ...{ title: '督查', basis: '年度计划', demand: '按期整改' },
  ...{ firstDay: '2026-03-01', lastDay: '2026-03-31', departmentIds: [places.registry] },
};
const taskOf = (inspectionId: string | null) => ({
  ...{ stageId: null, inspectionId, title: '整改', demand: '补齐要素', target: null },
  ...{ dueOn: '2026-12-20', departmentIds: [places.registry] },
});

/** Everything that may be done once under a key, each with something to do and whatever it needs first. */
const examples: Record<string, () => Promise<Send> | Send> = {
  addDataSource: () => (key) => officer().addDataSource({ body: cardSystem('校园卡系统'), ...key }),
  endDataSource: async () => {
    const { id } = await officer().addDataSource({ body: cardSystem('门禁系统') });
    const body = { liveUntil: '2026-12-31', revision: 0 };
    return (key) => officer().endDataSource({ params: { id }, body, ...key });
  },
  askQuestion: () => (key) => app.as().askQuestion({ body: { text: '宿舍几点关门？' }, ...key }),
  answerQuestion: async () => {
    await app.as().askQuestion({ body: { text: '图书馆周末开吗？' } });
    const { items } = await officer().listQuestions({});
    const body = { answer: '周末照常开放。' };
    return (key) => officer().answerQuestion({ params: { id: items[0]!.id }, body, ...key });
  },
  createInvitation: () => {
    const body = { inviteeName: '林建国', relation: '父亲', matterCodes: [invitable], days: 30 } as const;
    return (key) => as(world.student).createInvitation({ body: { ...body, matterCodes: [invitable] }, ...key });
  },
  giveGrant: async () => {
    const { personId } = await makePerson(app.deps, { name: '周老师', kind: 'staff' });
    const scope = { scopeKind: 'department', scopeId: places.registry } as const;
    const body = { personId, role: 'clerk', ...scope, from: '2026-03-01', until: null } as const;
    return (key) => administrator().giveGrant({ body, ...key });
  },
  createMachineClient: () => (key) => administrator().createMachineClient({ body: { name: '自助机' }, ...key }),
  noteArrival: () => {
    const body = { matter: codes.leave, outcome: 'turned-away' } as const;
    return (key) => as(world.registryClerk).noteArrival({ body, ...key });
  },
  planBatch: () => (key) => officer().planBatch({ body: { title: '三月调整', note: null }, ...key }),
  openPowerRound: () => {
    const body = { title: '梳理', opensOn: '2026-03-02', dueOn: '2026-03-20', departmentIds: [places.registry] };
    return (key) => officer().openPowerRound({ body, ...key });
  },
  createMatterDraft: () => {
    const body = { operation: 'add', name: '补办校徽', departmentId: places.registry } as const;
    return (key) => officer().createMatterDraft({ body, ...key });
  },
  createPowerEntry: () => {
    const body = { departmentId: places.registry, content: powerContent('学籍异动审批') };
    return (key) => as(world.registryClerk).createPowerEntry({ body, ...key });
  },
  nameDeputy: async () => {
    const grants = [{ role: 'clerk', scopeKind: 'department', scopeId: places.registry }] as const;
    const { personId } = await makePerson(app.deps, { name: '钱老师', kind: 'staff', grants: [...grants] });
    const days = { fromDay: '2026-12-01', untilDay: '2026-12-04' };
    const body = { absentId: world.registryClerk.personId!, deputyId: personId, ...days };
    return (key) => as(world.registryHead).nameDeputy({ body, ...key });
  },
  recordBaseline: () => {
    const counts = { materials: 6, steps: null, days: null, visits: 3, levels: null, preconditions: null };
    const body = { onDay: '2024-09-01', counts, evidence: '校办〔2024〕3号', reason: null };
    return (key) => officer().recordBaseline({ params: { code: codes.card }, body, ...key });
  },
  requestExclusion: () => {
    const reason = 'inspection-or-interview' as const;
    const body = { code: codes.leave, reason, evidence: '学籍规定要求面谈', reviewOn: '2027-12-31' };
    return (key) => officer().requestExclusion({ body, ...key });
  },
  addTargetRecord: () => {
    const body = { kind: 'task-force', madeOn: '2026-01-05', title: '成立专班', receipt: '校发〔2026〕1号' } as const;
    return (key) => officer().addTargetRecord({ body, ...key });
  },
  addFilingDecree: () => {
    const body = { number: '示大〔2026〕1号', title: '关于成立改革工作专班的通知', issuedOn: '2026-01-05' };
    return (key) => officer().addFilingDecree({ body, ...key });
  },
  planFiling: () => {
    const body = { asOf: '2026-03-02', decreeId: null, setNumber: null, replaces: null };
    return (key) => officer().planFiling({ body, ...key });
  },
  planSurvey: () => {
    const days = { firstDay: '2026-01-01', lastDay: '2026-02-28', retentionDays: 90 };
    const body = { title: '回访', agency: '调查公司', ...days, size: 400, minimum: 30, seed: '20260302' };
    return (key) => officer().planSurvey({ body, ...key });
  },
  saveProgrammeStage: () => {
    const days = { firstDay: '2026-03-01', lastDay: '2026-06-30' };
    const body = { id: null, title: '梳理', goal: '清单齐全', owner: '改革办', ...days, targets: [], revision: 0 };
    return (key) => officer().saveProgrammeStage({ body, ...key });
  },
  saveReformPolicy: () => {
    const file = { number: '校发〔2026〕2号', issuedOn: '2026-01-09', level: 'university' as const, address: null };
    const body = { id: null, title: '改革实施方案', ...file, isPublic: true, revision: 0 };
    return (key) => officer().saveReformPolicy({ body, ...key });
  },
  openInspection: () => (key) => officer().openInspection({ body: inspection, ...key }),
  giveReformTasks: () => (key) => officer().giveReformTasks({ body: taskOf(null), ...key }),
  openAccountability: async () => {
    const { id } = await officer().openInspection({ body: inspection });
    const given = await officer().giveReformTasks({ body: taskOf(id) });
    const body = { taskId: given.ids[0]!, facts: '三次催办未整改。', replyBy: '2026-12-10' };
    return (key) => officer().openAccountability({ body, ...key });
  },
  recordVisit: async () => {
    const contact = { phone: '13900139000', consent: true };
    const params = { id: await submitLeave(as(world.other), { idempotencyKey: 'of-the-visit', contact }) };
    return (key) => as(world.collegeClerk).recordVisit({ params, body: { kind: 'counter', reason: 'submit' }, ...key });
  },
  submitDraft: async () => {
    const student = as(world.student);
    const { id: draftId } = await student.openDraft({ body: { matterCode: codes.leave } });
    const reason = { reason: 'other', explanation: '家中有事要照顾', from: '2026-03-09' };
    const pages = { identity: {}, reason, contact: { consent: true } };
    for (const [page, answers] of Object.entries(pages))
      await student.savePage({ params: { draftId, page }, body: { answers } });
    return (key) => student.submitDraft({ params: { draftId }, body: {}, ...key });
  },
};

/** Of every table how many rows it has: what is new anywhere shows. Files that no row names are swept, and do not count. */
async function rows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { tableName } of app.database.orm.getMetadata().getAll().values()) {
    const kept = tableName === 'blobs' ? ' where is_kept' : '';
    const [row] = await app.call().em.execute<{ n: number }[]>(`select count(*) as n from ${tableName}${kept}`);
    counts[tableName] = Number(row?.n);
  }
  return counts;
}

const idempotent = Object.entries<Endpoint>(endpoints).filter(([, { isIdempotent }]) => isIdempotent);

describe('sent twice, as a second press of the button does', () => {
  test('everything that asks for a key has an example here', () => {
    expect(Object.keys(examples).sort()).toEqual(idempotent.map(([name]) => name).sort());
  });

  test.each(idempotent.map(([name]) => name))('F-9: %s makes one, and answers both times the same', async (name) => {
    const send = await examples[name]!();
    const [key, before] = [{ idempotencyKey: `twice-${name}` }, await rows()];
    const answers = await Promise.all([send(key), send(key)]);
    const after = await rows();
    expect(after).not.toEqual(before);
    expect(answers[1]).toEqual(answers[0]);
    expect(await send(key)).toEqual(answers[0]);
    expect(await rows()).toEqual(after);
    expect(after['command_keys']! - before['command_keys']!).toBe(1);
    await expect(send({ idempotencyKey: '' })).rejects.toMatchObject({ status: 400 });
  });
});
