import {
  knownIdentity,
  ownMaterial,
  paperMaterial,
  placeAt,
  remedies,
  sampleGuide,
  schoolRule,
  studentRules,
  words,
} from './guide-parts.ts';

export const changeOfProgrammeGuide = sampleGuide('转专业申请', {
  summary: words(
    '对其他专业有兴趣和专长的本科生，每年春季学期可申请转专业，20 个工作日内公布结果（含 5 个工作日公示）。',
    'Undergraduates with interest and talent for another programme may apply each spring. Results follow within 20 working days, of which 5 are public notice.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words('参加接收学院组织的考核。', 'To take the test of the receiving college.'),
  promisedDays: 20,
  statutoryDays: 30,
  onlineDepth: 2,
  isOnline: false,
  conditions: [
    words(
      '一、二年级在读本科生，没有正在执行的纪律处分。',
      'You are in your first or second year and under no disciplinary sanction.',
    ),
    words('不属于国家规定或录取前约定不得转专业的情形。', 'No rule of the State or term of admission forbids it.'),
    words('满足接收专业公布的接收条件和名额。', 'You meet the conditions and quota of the receiving programme.'),
  ],
  basis: [{ ...studentRules, article: '第二十一条' }, schoolRule('本科生转专业实施办法', '示大教〔2025〕4号')],
  materials: [
    knownIdentity('student'),
    ownMaterial('transcript', {
      name: words('已修课程成绩', 'Transcript so far'),
      why: words('接收专业审核学业基础', 'The receiving programme looks at it'),
    }),
    paperMaterial('statement', {
      name: words('转专业申请表和个人陈述', 'Form with a personal statement'),
      why: words('说明兴趣、专长和学习计划', 'Your interest, talent and plan'),
    }),
    paperMaterial('evidence', {
      name: words('专长证明（竞赛、作品等）', 'Evidence of talent'),
      why: words('以专长申请的提交', 'Only if you apply by talent'),
      basis: '示大教〔2025〕4号',
      necessity: 'optional',
      originals: 0,
      copies: 1,
    }),
  ],
  steps: [
    { name: words('提交申请', 'Apply'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('转出学院审核', 'Review by your college'), by: words('所在学院', 'Your college'), days: 3 },
    {
      name: words('接收学院考核', 'Test by the receiving college'),
      by: words('接收学院', 'Receiving college'),
      days: 8,
    },
    { name: words('公示', 'Public notice'), by: words('教务处', 'Academic Affairs'), days: 5 },
    {
      name: words('审定并变更学籍', 'Decision and change of record'),
      by: words('教务处学籍管理科', 'Academic Affairs'),
      days: 4,
    },
  ],
  fees: [],
  result: { name: words('转专业结果通知', 'Notice of the result'), kind: 'other' },
  resultDelivery: ['electronic'],
  places: [placeAt('mingde-02'), placeAt('zhiyuan-01')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('可以同时申请几个专业？', 'For how many programmes may I apply?'),
      answer: words('最多两个，须排出志愿顺序。', 'Two, in order of preference.'),
    },
    {
      question: words('没转成会影响原专业学习吗？', 'Does a refusal affect me?'),
      answer: words('不会，继续在原专业学习。', 'No, you go on as before.'),
    },
  ],
});
