import type { FormDefinition, Guide, MaterialRequirement, RouteDefinition, MatterContent } from '@yitang/domain';
import { publishMatters } from '../../apps/api/src/modules/catalog/index.ts';
import { Department, Post, PostHolder } from '../../apps/api/src/modules/organization/organization.entity.ts';
import { WorkCalendar } from '../../apps/api/src/modules/organization/work-calendar.entity.ts';
import type { Em } from '../../apps/api/src/database/index.ts';
import type { Deps } from '../../apps/api/src/platform/endpoint/index.ts';
import { newId } from '../../apps/api/src/platform/ids/index.ts';
import type { Principal } from '../../apps/api/src/platform/principal/index.ts';
import { makePerson, type MadePerson } from './people.ts';
import { completeContent } from './complete-content.ts';
import { enterSharedRegister } from './shared-register.ts';
import { applicant, staff } from './principals.ts';

const words = (zh: string) => ({ zh });

/** A small university: two colleges and two offices, their posts, and people who hold them. */
export const places = {
  college: newId(),
  otherCollege: newId(),
  affairs: newId(),
  registry: newId(),
  collegePost: newId(),
  otherCollegePost: newId(),
  affairsPost: newId(),
  registryPost: newId(),
} as const;

export interface CaseWorld {
  readonly student: Principal;
  readonly studentAccount: MadePerson;
  readonly other: Principal;
  readonly collegeClerk: Principal;
  readonly otherCollegeClerk: Principal;
  readonly affairsClerk: Principal;
  readonly registryClerk: Principal;
  readonly registryHead: Principal;
}

/** Codes of the matters: three departments with an upload, one post, decided at once. */
export const codes = { leave: 'DEMO-LEAVE', card: 'DEMO-CARD', proof: 'DEMO-PROOF' } as const;

export async function makeCaseWorld(deps: Deps): Promise<CaseWorld> {
  const em = deps.orm.em.fork() as Em;
  makeOrganization(em);
  makeCalendar(em, [2025, 2026, 2027]);
  await em.flush();
  await enterSharedRegister(em, places.registry);
  await publish(deps, [leaveMatter(), cardMatter(), proofMatter()]);
  const student = await makePerson(deps, {
    name: '张𠮷',
    number: '2023001',
    departmentId: places.college,
    phone: '13800138000',
    idNumber: '330102200001011230',
    affiliation: { programme: '历史学', grade: '2023级', studentStatus: 'registered', expectedEnd: '2027-06-30' },
  });
  const other = await makePerson(deps, {
    name: '李四',
    number: '2023002',
    departmentId: places.college,
    affiliation: { studentStatus: 'registered' },
  });
  return {
    student: applicant({ personId: student.personId, accountId: student.accountId, displayName: '张𠮷' }),
    studentAccount: student,
    other: applicant({ personId: other.personId, displayName: '李四' }),
    collegeClerk: await makeClerk(deps, places.collegePost, places.college),
    otherCollegeClerk: await makeClerk(deps, places.otherCollegePost, places.otherCollege),
    affairsClerk: await makeClerk(deps, places.affairsPost, places.affairs),
    registryClerk: await makeClerk(deps, places.registryPost, places.registry),
    registryHead: staff('head', 'department', places.registry, { displayName: '赵处长' }),
  };
}

async function makeClerk(deps: Deps, postId: string, departmentId: string): Promise<Principal> {
  const { personId } = await makePerson(deps, { name: '王老师', kind: 'staff', departmentId });
  const em = deps.orm.em.fork() as Em;
  await em.insert(PostHolder, { id: newId(), postId, personId, fromDay: '2020-01-01', untilDay: null });
  return staff('clerk', 'department', departmentId, { personId, displayName: '王老师' });
}

function makeOrganization(em: Em): void {
  const department = (id: string, code: string, name: string, kind: 'office' | 'college') =>
    em.create(Department, {
      ...{ id, code, name, kind },
      shortName: name,
      aliases: [],
      isActive: true,
      consultPhone: `0571-${code}`,
    });
  department(places.college, '201', '历史学院', 'college');
  department(places.otherCollege, '202', '数学学院', 'college');
  department(places.affairs, '107', '学生处', 'office');
  department(places.registry, '105', '教务处', 'office');
  const post = (
    id: string,
    of: { code: string; departmentId: string; name: string; isOfApplicantsDepartment?: boolean },
  ) => em.create(Post, { id, isOfApplicantsDepartment: false, ...of });
  const college = { code: 'college.student-affairs', name: '学生工作岗', isOfApplicantsDepartment: true };
  post(places.collegePost, { ...college, departmentId: places.college });
  post(places.otherCollegePost, { ...college, departmentId: places.otherCollege });
  post(places.affairsPost, { code: 'student-affairs.status', departmentId: places.affairs, name: '学籍异动审核岗' });
  post(places.registryPost, { code: 'academic-affairs.registry', departmentId: places.registry, name: '学籍管理岗' });
}

/** Weekends are the only days off, so that dates can be counted by hand. */
export function makeCalendar(em: Em, years: readonly number[]): void {
  for (const year of years) {
    em.create(WorkCalendar, {
      year,
      version: 1,
      isPublished: true,
      daysOff: [],
      extraWorkdays: [],
      source: '测试',
      importedAt: new Date('2025-01-01T00:00:00Z'),
      importedBy: 'test',
    });
  }
}

export async function publish(deps: Deps, news: readonly MatterContent[], effectiveFrom = '2026-01-01'): Promise<void> {
  const batch = { title: '一批', effectiveFrom, at: deps.clock.now() };
  await deps.orm.em.fork().transactional((em) => publishMatters(em as Em, batch, news));
}

/** It keeps the rules of the catalog, so that a draft of such a matter can be approved. */
const guide: Guide = {
  ...completeContent().guide,
  summary: words('示例'),
  visitsOnSite: 0,
  visitReason: null,
  promisedDays: 10,
  statutoryDays: null,
  onlineDepth: 4,
  isOnline: true,
  materials: [],
  steps: [{ name: words('审核'), by: words('教务处'), days: 0 }],
  stepsOffline: [],
  result: { name: words('通知书'), kind: 'document' },
  resultDelivery: ['counter'],
};

function matter(code: string, name: string, more: Partial<MatterContent>): MatterContent {
  return {
    summary: {
      code,
      name,
      departmentId: places.registry,
      category: '学籍',
      audiences: ['student'],
      lifeEvents: ['studying'],
      channels: ['online'],
      keywords: [],
    },
    guide,
    preconditions: [],
    form: null,
    route: null,
    layout: null,
    ...more,
  };
}

const identityPage = {
  key: 'identity',
  title: words('核对信息'),
  fields: [
    { kind: 'text', key: 'name', label: words('姓名'), prefill: 'person.name', isLocked: true, maxLength: 100 },
    { kind: 'text', key: 'number', label: words('学号'), prefill: 'affiliation.number', isLocked: true, maxLength: 40 },
  ],
} as const;

export const leaveForm: FormDefinition = {
  pages: [
    identityPage,
    {
      key: 'reason',
      title: words('原因'),
      fields: [
        {
          kind: 'choice',
          key: 'reason',
          label: words('原因'),
          options: [
            { value: 'illness', label: words('因病') },
            { value: 'other', label: words('其他') },
          ],
        },
        {
          kind: 'paragraph',
          key: 'explanation',
          label: words('说明'),
          maxLength: 100,
          minLength: 4,
          isSensitive: true,
          showWhen: { field: 'reason', equals: 'other' },
        },
        { kind: 'date', key: 'from', label: words('开始日期'), earliestInDays: 0, latestInDays: 180 },
      ],
    },
    {
      key: 'contact',
      title: words('联系方式'),
      fields: [
        { kind: 'phone', key: 'phone', label: words('电话'), prefill: 'person.phone', isSensitive: true },
        { kind: 'consent', key: 'consent', label: words('承诺'), statement: words('所填属实。') },
      ],
    },
  ],
};

const leaveRoute: RouteDefinition = {
  stages: [
    {
      key: 'college',
      name: words('学院受理'),
      join: 'all',
      limitDays: 3,
      tasks: [
        {
          key: 'college',
          post: 'college.student-affairs',
          may: ['accept', 'correct', 'refuse', 'pass', 'suspend', 'extend'],
        },
      ],
    },
    {
      key: 'affairs',
      name: words('学生处审核'),
      join: 'all',
      limitDays: 2,
      tasks: [{ key: 'affairs', post: 'student-affairs.status', may: ['pass', 'correct', 'extend'] }],
    },
    {
      key: 'registry',
      name: words('教务处决定'),
      join: 'all',
      limitDays: 5,
      tasks: [{ key: 'registry', post: 'academic-affairs.registry', may: ['decide'] }],
    },
  ],
};

const proofOfIllness: MaterialRequirement = {
  key: 'illness-proof',
  name: words('医院证明'),
  sourceMode: 'applicant',
  necessity: 'required',
  form: 'electronic',
  originals: 1,
  copies: 0,
  why: words('说明病情'),
  basis: '学籍管理规定第八条',
  accepts: ['pdf', 'png'],
  maxBytes: 1_000_000,
  maxFiles: 2,
  showWhen: { field: 'reason', equals: 'illness' },
};

export function leaveMatter(more: Partial<MatterContent> = {}): MatterContent {
  return matter(codes.leave, '休学申请', {
    guide: { ...guide, materials: [proofOfIllness] },
    form: leaveForm,
    route: leaveRoute,
    preconditions: [
      {
        key: 'registered',
        label: words('学籍状态为在读'),
        rule: { kind: 'student-status', oneOf: ['registered'] },
        basis: '学籍管理规定第八条',
        remedy: words('请先办理复学。'),
      },
      {
        key: 'no-open-case',
        label: words('没有正在办理的申请'),
        rule: { kind: 'no-open-case' },
        remedyLink: '/my/cases',
        basis: '学籍管理规定第九条',
      },
    ],
    ...more,
  });
}

/** One page, one post, no condition and no file: what is measured and raced. */
export function cardMatter(): MatterContent {
  return matter(codes.card, '补办学生证', {
    form: { pages: [identityPage] },
    route: {
      stages: [
        {
          key: 'desk',
          name: words('教务处办理'),
          join: 'all',
          limitDays: 2,
          tasks: [
            {
              key: 'desk',
              post: 'academic-affairs.registry',
              may: ['accept', 'correct', 'refuse', 'decide', 'suspend', 'extend'],
            },
          ],
        },
      ],
    },
  });
}

export function proofMatter(): MatterContent {
  return matter(codes.proof, '在读证明', {
    guide: { ...guide, promisedDays: 0, projectType: 'instant', reviewType: 'at-once', resultDelivery: ['electronic'] },
    form: { pages: [identityPage] },
    route: { stages: [] },
    layout: {
      title: words('在读证明'),
      lines: [words('兹证明 {name}（学号 {number}）系我校{department}在读学生。')],
      issuer: words('示范大学教务处'),
      isBilingual: false,
    },
  });
}
