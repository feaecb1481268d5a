import type { CertificateLayout } from '@yitang/domain/certificate';
import type { FormPage } from '@yitang/domain/form';
import type { RouteDefinition } from '@yitang/domain/route';
import {
  consentPage,
  hasNoOpenCase,
  isRegistered,
  isStudent,
  onlineMatter,
  option,
  phoneField,
  studentPage,
  words,
} from './online-matter.ts';

const reason: FormPage = {
  key: 'reason',
  title: words('休学原因', 'Reason for the leave'),
  fields: [
    {
      kind: 'choice',
      key: 'reason',
      label: words('原因', 'Reason'),
      options: [
        option('illness', '因病', 'Illness'),
        option('venture', '创业', 'Starting a business'),
        option('family', '家庭原因', 'Family'),
        option('other', '其他', 'Other'),
      ],
    },
    {
      kind: 'paragraph',
      key: 'explanation',
      label: words('情况说明', 'Explanation'),
      help: words(
        '写清原因和休学期间的安排，100 字左右即可。',
        'Say why, and what you will do meanwhile; a few sentences are enough.',
      ),
      minLength: 10,
      maxLength: 500,
      isSensitive: true,
    },
  ],
};

const period: FormPage = {
  key: 'period',
  title: words('休学时间', 'Period of the leave'),
  help: words(
    '休学一般以学期为单位，累计不超过两年。',
    'Leave is counted in terms and may not exceed two years in all.',
  ),
  fields: [
    {
      kind: 'number',
      key: 'terms',
      label: words('休学学期数', 'Number of terms'),
      min: 1,
      max: 2,
      unit: words('学期', 'terms'),
    },
    { kind: 'date', key: 'from', label: words('开始日期', 'From'), earliestInDays: 0, latestInDays: 180 },
    {
      kind: 'date',
      key: 'until',
      label: words('结束日期', 'Until'),
      earliestInDays: 30,
      latestInDays: 730,
      notBefore: 'from',
    },
  ],
};

const contact: FormPage = {
  key: 'contact',
  title: words('联系人', 'Contacts'),
  fields: [
    phoneField,
    {
      kind: 'text',
      key: 'contactName',
      label: words('家长或紧急联系人姓名', 'Parent or emergency contact'),
      maxLength: 50,
      minLength: 2,
      isSensitive: true,
    },
    {
      kind: 'phone',
      key: 'contactPhone',
      label: words('联系人电话', 'Their phone'),
      purpose: words('学院核实休学是否经家长知晓', 'Your college asks whether your family knows'),
      isSensitive: true,
    },
  ],
};

const arrangements: FormPage = {
  key: 'arrangements',
  title: words('离校安排', 'Leaving campus'),
  fields: [
    {
      kind: 'choices',
      key: 'services',
      label: words('需要一并告知的部门', 'Offices to be told'),
      help: words(
        '准予休学后，系统会通知所选部门，不必再跑。',
        'They are told when the leave is granted; you need not go there.',
      ),
      optional: true,
      options: [
        option('housing', '学生社区（退宿）', 'Student housing (move out)'),
        option('card', '校园卡（停用）', 'Campus card (suspend)'),
        option('library', '图书馆（停借）', 'Library (suspend loans)'),
        option('insurance', '医保（继续参保）', 'Medical insurance (continue)'),
      ],
    },
  ],
};

const route: RouteDefinition = {
  stages: [
    {
      key: 'college',
      name: words('学院受理与核实', 'College: acceptance and check'),
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
      key: 'student-affairs',
      name: words('学生处审核', 'Student Affairs: review'),
      join: 'all',
      limitDays: 2,
      tasks: [{ key: 'student-affairs', post: 'student-affairs.status', may: ['pass', 'suspend', 'extend'] }],
    },
    {
      key: 'registry',
      name: words('教务处决定', 'Academic Affairs: decision'),
      join: 'all',
      limitDays: 5,
      tasks: [{ key: 'registry', post: 'academic-affairs.registry', may: ['decide', 'suspend', 'extend'] }],
    },
  ],
};

const layout: CertificateLayout = {
  title: words('休学通知书', 'Notice of Leave of Absence'),
  lines: [
    words(
      '{name}同学（学号 {number}，{department}{programme}专业{grade}）：',
      '{name} (student number {number}, {programme}, {department}):',
    ),
    words('您提出的休学申请已获批准。', 'Your application for leave of absence has been granted.'),
    words(
      '请在休学期满前一个月内申请复学；逾期未申请的，按学籍管理规定处理。',
      'Apply to resume your studies within the last month of the leave; if you do not, the rules on student status apply.',
    ),
  ],
  issuer: words('示范大学教务处', 'Academic Affairs Office, Shifan University'),
  isBilingual: true,
};

/** The matter that used to take three offices and three stamps. */
export const leaveOfAbsence = onlineMatter('休学申请', {
  preconditions: [
    isStudent,
    isRegistered,
    {
      key: 'no-arrears',
      label: words('没有欠缴的学费和住宿费', 'No tuition or housing fees are owed'),
      rule: { kind: 'no-arrears' },
      remedy: words(
        '请先在缴费平台缴清，或申请学费缓缴；到账后重新检查即可。',
        'Pay them, or apply to defer them, then check again.',
      ),
      remedyLink: '/matters?q=学费缓缴',
    },
    hasNoOpenCase,
  ],
  form: {
    pages: [
      studentPage,
      reason,
      period,
      contact,
      arrangements,
      consentPage(
        words(
          '本人已了解休学期间不享受在校学习待遇、须按期申请复学，所填情况属实，并已告知家长。',
          'I know that I have no claim to tuition during the leave and must apply to resume in time; what I stated is true and my family knows.',
        ),
      ),
    ],
  },
  route,
  layout,
});
