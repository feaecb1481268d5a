import type { Guide } from '@yitang/domain/catalog';
import type { CertificateLayout } from '@yitang/domain/certificate';
import type { FormField, FormPage } from '@yitang/domain/form';
import type { RouteDefinition, Stage } from '@yitang/domain/route';
import type { LocalText } from '@yitang/domain/vocabulary';
import { knownIdentity, ownMaterial, uploadedMaterial } from '../guides/guide-parts.ts';
import {
  consentPage,
  hasNoOpenCase,
  isRegistered,
  isSignedInByCampus,
  isStudent,
  known,
  onlineMatter,
  option,
  phoneField,
  studentPage,
  words,
  type DemoOnlineMatter,
} from './online-matter.ts';

/** A matter that came on the net with a later batch; its guide changes where the net takes trips away. */
export interface LaterOnlineMatter extends DemoOnlineMatter {
  readonly guide: Partial<Guide>;
}

const declared = consentPage(words('本人承诺所填内容属实。', 'What I have stated is true.'));
const staffPage: FormPage = {
  key: 'identity',
  title: words('核对您的人事信息', 'Check your staff record'),
  fields: [
    known('name', words('姓名', 'Name'), 'person.name'),
    known('number', words('工号', 'Staff number'), 'affiliation.number'),
    known('department', words('所在单位', 'Unit'), 'affiliation.department'),
  ],
};
const callerPage: FormPage = {
  key: 'identity',
  title: words('您的联系方式', 'How we reach you'),
  fields: [
    known('name', words('姓名', 'Name'), 'person.name'),
    phoneField,
    { kind: 'email', key: 'email', label: words('电子邮箱', 'E-mail'), prefill: 'person.email', optional: true },
  ],
};

function page(key: string, title: LocalText, fields: readonly FormField[]): FormPage {
  return { key, title, fields };
}

/** One post from acceptance to decision. */
function oneStage(post: string, name: LocalText, limitDays: number): RouteDefinition {
  const may = ['accept', 'correct', 'refuse', 'decide', 'suspend', 'extend'] as const;
  return { stages: [{ key: 'handle', name, join: 'all', limitDays, tasks: [{ key: 'handle', post, may }] }] };
}

function first(post: string, name: LocalText, limitDays: number): Stage {
  const may = ['accept', 'correct', 'refuse', 'pass', 'suspend', 'extend'] as const;
  return { key: 'first', name, join: 'all', limitDays, tasks: [{ key: 'first', post, may }] };
}

function middle(post: string, name: LocalText, limitDays: number): Stage {
  return { key: 'middle', name, join: 'all', limitDays, tasks: [{ key: 'middle', post, may: ['correct', 'pass'] }] };
}

function last(post: string, name: LocalText, limitDays: number): Stage {
  return {
    key: 'last',
    name,
    join: 'all',
    limitDays,
    tasks: [{ key: 'last', post, may: ['correct', 'decide', 'suspend', 'extend'] }],
  };
}

/** From the first click to the answer nobody has to come. */
const withoutTrip = {
  isOnline: true,
  isMobile: true,
  onlineDepth: 4,
  visitsOnSite: 0,
  visitReason: null,
} as const satisfies Partial<Guide>;

function later(
  name: string,
  parts: Omit<DemoOnlineMatter, 'matterCode' | 'version'> & { readonly guide: Partial<Guide> },
): LaterOnlineMatter {
  const { guide, ...online } = parts;
  return { ...onlineMatter(name, online), guide };
}

const review = words('审核', 'Review');
const decision = words('审核并决定', 'Examine and decide');

const employmentLayout: CertificateLayout = {
  title: words('在职证明', 'Certificate of employment'),
  lines: [
    words(
      '兹证明{name}（工号{number}）系我校{department}在职教职工，岗位为{position}。',
      'This is to certify that {name} (No. {number}) works at {department} as {position}.',
    ),
    words('特此证明。', 'Issued on request.'),
  ],
  issuer: words('示范大学人事处', 'Human Resources Office, Shifan University'),
  isBilingual: false,
  validMonths: 6,
};

export const laterOnlineMatters: readonly LaterOnlineMatter[] = [
  later('宿舍调换', {
    preconditions: [isStudent, isRegistered, hasNoOpenCase],
    form: {
      pages: [
        studentPage,
        page('room', words('想换到哪里', 'Where you want to move'), [
          {
            kind: 'choice',
            key: 'kind',
            label: words('调换方式', 'Kind'),
            options: [
              option('empty', '换到空床位', 'To a free bed'),
              option('exchange', '与同学对调', 'With another student'),
            ],
          },
          { kind: 'text', key: 'building', label: words('目标楼栋和房间', 'Building and room'), maxLength: 40 },
          {
            kind: 'text',
            key: 'partner',
            label: words('对调同学的学号', 'Number of the other student'),
            maxLength: 20,
            showWhen: { field: 'kind', equals: 'exchange' },
          },
          { kind: 'paragraph', key: 'reason', label: words('原因', 'Reason'), minLength: 6, maxLength: 300 },
        ]),
        declared,
      ],
    },
    route: oneStage('housing.rooms', words('核对床位并安排', 'Check beds and arrange'), 5),
    layout: null,
    guide: {
      ...withoutTrip,
      materials: [
        knownIdentity('student'),
        ownMaterial('beds', {
          name: words('床位空余情况', 'Free beds'),
          why: words('确认有床位可调', 'To see whether there is a bed'),
        }),
      ],
    },
  }),
  later('学费缓缴申请', {
    preconditions: [isStudent, isRegistered, hasNoOpenCase],
    form: {
      pages: [
        studentPage,
        page('plan', words('分期计划', 'Plan of payments'), [
          { kind: 'money', key: 'owed', label: words('申请缓缴金额', 'Sum to be deferred'), min: 100, max: 5_000_000 },
          {
            kind: 'table',
            key: 'instalments',
            label: words('分期安排', 'Instalments'),
            minRows: 1,
            maxRows: 6,
            columns: [
              { kind: 'date', key: 'on', label: words('日期', 'Date'), earliestInDays: 0, latestInDays: 400 },
              { kind: 'money', key: 'amount', label: words('金额', 'Amount'), min: 100, max: 5_000_000 },
            ],
          },
          {
            kind: 'computed',
            key: 'total',
            label: words('分期合计', 'Total'),
            operation: 'sum',
            of: [{ field: 'instalments', column: 'amount' }],
            isAmount: true,
          },
          {
            kind: 'paragraph',
            key: 'reason',
            label: words('困难情况', 'Your situation'),
            minLength: 10,
            maxLength: 500,
          },
        ]),
        declared,
      ],
    },
    route: {
      stages: [
        first('college.student-affairs', words('学院审核', 'College review'), 2),
        last('finance.tuition', decision, 3),
      ],
    },
    layout: null,
    guide: { ...withoutTrip },
  }),
  later('家庭经济困难学生认定', {
    preconditions: [isStudent, isRegistered, hasNoOpenCase],
    form: {
      pages: [
        studentPage,
        page('family', words('家庭成员和收入', 'Family and income'), [
          {
            kind: 'table',
            key: 'members',
            label: words('家庭成员', 'Members'),
            minRows: 1,
            maxRows: 10,
            columns: [
              { kind: 'text', key: 'who', label: words('关系', 'Relation'), maxLength: 20 },
              { kind: 'text', key: 'work', label: words('工作或学习', 'Work or school'), maxLength: 40 },
              { kind: 'money', key: 'income', label: words('年收入', 'Yearly income'), min: 0, max: 100_000_000 },
            ],
            purpose: words('计算人均收入', 'To compute the income per head'),
            isSensitive: true,
          },
          {
            kind: 'computed',
            key: 'count',
            label: words('家庭人数（不含本人）', 'Members besides you'),
            operation: 'count',
            of: [{ field: 'members' }],
            unit: words('人', 'people'),
          },
          {
            kind: 'computed',
            key: 'income',
            label: words('家庭年收入合计', 'Income of the family'),
            operation: 'sum',
            of: [{ field: 'members', column: 'income' }],
            isAmount: true,
          },
        ]),
        page('situation', words('特殊情况', 'Particular situation'), [
          {
            kind: 'choices',
            key: 'special',
            label: words('符合哪些情况', 'What applies'),
            options: [
              option('low-income', '最低生活保障家庭', 'Minimum subsistence'),
              option('illness', '重大疾病', 'Serious illness'),
              option('disaster', '自然灾害', 'Disaster'),
              option('none', '没有以上情况', 'None of these'),
            ],
          },
          {
            kind: 'paragraph',
            key: 'story',
            label: words('补充说明', 'Anything else'),
            maxLength: 800,
            optional: true,
          },
        ]),
        declared,
      ],
    },
    route: {
      stages: [
        first('college.student-affairs', words('学院评议', 'College review'), 12),
        last('student-affairs.aid', decision, 8),
      ],
    },
    layout: null,
    guide: { ...withoutTrip },
  }),
  later('差旅费报销', {
    preconditions: [isSignedInByCampus],
    form: {
      pages: [
        staffPage,
        page('trip', words('出差情况', 'The trip'), [
          { kind: 'text', key: 'destination', label: words('目的地', 'Destination'), maxLength: 60 },
          {
            kind: 'date-range',
            key: 'period',
            label: words('起止日期', 'Period'),
            earliestInDays: -365,
            latestInDays: 0,
            maxDays: 60,
          },
          { kind: 'text', key: 'project', label: words('经费项目号', 'Project number'), maxLength: 30 },
        ]),
        page('expenses', words('费用', 'Expenses'), [
          {
            kind: 'table',
            key: 'items',
            label: words('费用明细', 'Items'),
            minRows: 1,
            maxRows: 30,
            columns: [
              {
                kind: 'choice',
                key: 'kind',
                label: words('类别', 'Kind'),
                options: [
                  option('travel', '交通', 'Travel'),
                  option('lodging', '住宿', 'Lodging'),
                  option('allowance', '补助', 'Allowance'),
                ],
              },
              { kind: 'money', key: 'amount', label: words('金额', 'Amount'), min: 1, max: 10_000_000 },
            ],
          },
          {
            kind: 'computed',
            key: 'total',
            label: words('合计', 'Total'),
            operation: 'sum',
            of: [{ field: 'items', column: 'amount' }],
            isAmount: true,
          },
          {
            kind: 'bank-account',
            key: 'account',
            label: words('收款账户', 'Account'),
            purpose: words('用于报销入账', 'The money is paid there'),
            isCardOnly: true,
          },
        ]),
        declared,
      ],
    },
    route: oneStage('finance.reimbursement', words('审核入账', 'Check and pay'), 7),
    layout: null,
    guide: { isOnline: true, isMobile: true, onlineDepth: 3 },
  }),
  later('转专业申请', {
    preconditions: [isStudent, isRegistered, hasNoOpenCase],
    form: {
      pages: [
        studentPage,
        page('target', words('转入专业', 'The programme you want'), [
          { kind: 'text', key: 'newCollege', label: words('转入学院', 'College'), maxLength: 40 },
          { kind: 'text', key: 'newProgramme', label: words('转入专业', 'Programme'), maxLength: 40 },
          { kind: 'paragraph', key: 'reason', label: words('理由', 'Reason'), minLength: 20, maxLength: 800 },
        ]),
        declared,
      ],
    },
    route: {
      stages: [
        first('college.student-affairs', words('学院意见', 'Opinion of the college'), 6),
        middle('student-affairs.status', words('学生处核对', 'Student Affairs'), 4),
        last('academic-affairs.registry', words('教务处审批', 'Decision'), 10),
      ],
    },
    layout: null,
    guide: { isOnline: true, isMobile: true, onlineDepth: 3 },
  }),
  later('学生缓考申请', {
    preconditions: [isStudent, isRegistered],
    form: {
      pages: [
        studentPage,
        page('examination', words('哪门考试', 'Which examination'), [
          { kind: 'text', key: 'course', label: words('课程名称', 'Course'), maxLength: 60 },
          { kind: 'date', key: 'on', label: words('考试日期', 'Date'), earliestInDays: 0, latestInDays: 90 },
          { kind: 'time', key: 'at', label: words('开考时间', 'Time'), earliest: '08:00', latest: '21:00' },
          {
            kind: 'choice',
            key: 'reason',
            label: words('缓考原因', 'Reason'),
            options: [
              option('illness', '生病', 'Illness'),
              option('contest', '比赛或公务', 'Contest or duty'),
              option('clash', '考试冲突', 'Clash of examinations'),
            ],
          },
        ]),
        declared,
      ],
    },
    route: {
      stages: [first('college.student-affairs', review, 1), last('academic-affairs.examinations', decision, 1)],
    },
    layout: null,
    guide: { ...withoutTrip },
  }),
  later('教职工在职证明', {
    preconditions: [isSignedInByCampus],
    form: {
      pages: [
        staffPage,
        page('purpose', words('用途', 'Purpose'), [
          {
            kind: 'choice',
            key: 'purpose',
            label: words('证明用途', 'What it is for'),
            options: [
              option('visa', '签证', 'Visa'),
              option('loan', '贷款', 'Loan'),
              option('school', '子女入学', 'School'),
              option('other', '其他', 'Other'),
            ],
          },
        ]),
        declared,
      ],
    },
    route: { stages: [] },
    layout: employmentLayout,
    guide: { ...withoutTrip },
  }),
  later('校外人员/车辆进校预约', {
    preconditions: [],
    form: {
      pages: [
        callerPage,
        page('visit', words('来访安排', 'Your visit'), [
          {
            kind: 'date-range',
            key: 'period',
            label: words('来访日期', 'Days'),
            earliestInDays: 0,
            latestInDays: 7,
            maxDays: 3,
          },
          { kind: 'text', key: 'host', label: words('接待单位或接待人', 'Host'), maxLength: 40 },
          {
            kind: 'person',
            key: 'visitor',
            label: words('来访人', 'Visitor'),
            purpose: words('入校核验', 'Checked at the gate'),
          },
          { kind: 'text', key: 'plate', label: words('车牌号', 'Plate of the car'), maxLength: 10, optional: true },
        ]),
        declared,
      ],
    },
    route: { stages: [] },
    layout: null,
    guide: { isOnline: true, isMobile: true, onlineDepth: 3 },
  }),
  later('校友卡申领', {
    preconditions: [hasNoOpenCase],
    form: {
      pages: [
        callerPage,
        page('study', words('在校经历', 'Your time here'), [
          { kind: 'text', key: 'programme', label: words('院系和专业', 'Programme'), maxLength: 60 },
          { kind: 'year-month', key: 'graduated', label: words('毕业年月', 'Graduation'), latest: '2030-12' },
          {
            kind: 'address',
            key: 'address',
            label: words('邮寄地址', 'Postal address'),
            asksPostcode: true,
            purpose: words('寄送校友卡', 'To send the card'),
            isSensitive: true,
          },
        ]),
        declared,
      ],
    },
    route: oneStage('alumni.card', words('核对学籍并制卡', 'Check the record and make the card'), 3),
    layout: null,
    guide: { ...withoutTrip },
  }),
  later('课程成绩复核', {
    preconditions: [isStudent, isRegistered],
    form: {
      pages: [
        studentPage,
        page('courses', words('要复核的课程', 'Courses'), [
          {
            kind: 'table',
            key: 'courses',
            label: words('课程', 'Courses'),
            minRows: 1,
            maxRows: 5,
            columns: [
              { kind: 'text', key: 'course', label: words('课程名称', 'Course'), maxLength: 60 },
              { kind: 'number', key: 'mark', label: words('公布成绩', 'Mark'), min: 0, max: 100 },
            ],
          },
          { kind: 'paragraph', key: 'doubt', label: words('疑问', 'What you doubt'), minLength: 4, maxLength: 400 },
        ]),
        declared,
      ],
    },
    route: oneStage('academic-affairs.examinations', words('复核', 'Review'), 5),
    layout: null,
    guide: { ...withoutTrip },
  }),
  later('临时困难补助申请', {
    preconditions: [isStudent, isRegistered, hasNoOpenCase],
    form: {
      pages: [
        studentPage,
        page('need', words('困难情况', 'Your need'), [
          {
            kind: 'note',
            key: 'hint',
            label: words('不需要盖章', 'No stamp is needed'),
            statement: words(
              '写清情况即可，无需居委会、村委会盖章。',
              'Tell what happened; no office has to stamp it.',
            ),
          },
          {
            kind: 'paragraph',
            key: 'situation',
            label: words('发生了什么', 'What happened'),
            minLength: 10,
            maxLength: 800,
          },
          { kind: 'money', key: 'amount', label: words('申请金额', 'Sum'), min: 10_000, max: 1_000_000 },
          {
            kind: 'bank-account',
            key: 'account',
            label: words('收款银行卡', 'Card'),
            purpose: words('用于发放补助', 'The money is paid there'),
            isCardOnly: true,
          },
        ]),
        page('proof', words('佐证材料', 'Papers'), [
          {
            kind: 'file',
            key: 'paper',
            label: words('诊断书、灾情照片等', 'Diagnosis, pictures and the like'),
            requirement: 'paper',
            optional: true,
          },
        ]),
        declared,
      ],
    },
    route: oneStage('student-service.aid', words('核实并发放', 'Check and pay'), 10),
    layout: null,
    guide: {
      ...withoutTrip,
      materials: [
        knownIdentity('student'),
        uploadedMaterial('paper', {
          name: words('佐证材料', 'Papers'),
          why: words('核实情况，没有可不传', 'To check it; none is fine'),
          necessity: 'optional',
          maxFiles: 3,
        }),
      ],
    },
  }),
  later('校务咨询投诉', {
    preconditions: [],
    form: {
      pages: [
        callerPage,
        page('matter', words('您想说什么', 'What it is about'), [
          {
            kind: 'choice',
            key: 'kind',
            label: words('类型', 'Kind'),
            options: [
              option('question', '咨询', 'Question'),
              option('suggestion', '建议', 'Suggestion'),
              option('complaint', '投诉', 'Complaint'),
            ],
          },
          { kind: 'paragraph', key: 'text', label: words('内容', 'Text'), minLength: 6, maxLength: 1_000 },
        ]),
        declared,
      ],
    },
    route: oneStage('office.enquiries', words('转办并答复', 'Pass on and answer'), 5),
    layout: null,
    guide: { ...withoutTrip },
  }),
];
