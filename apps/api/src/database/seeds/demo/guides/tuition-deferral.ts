import {
  knownIdentity,
  paperMaterial,
  placeAt,
  remedies,
  sampleGuide,
  schoolRule,
  sharedMaterial,
  words,
} from './guide-parts.ts';

export const tuitionDeferralGuide = sampleGuide('学费缓缴申请', {
  summary: words(
    '暂时交不上学费的学生可申请缓缴，最长缓至当学年结束，5 个工作日内答复，期间可以正常注册选课。',
    'Students who cannot pay now may defer tuition until the end of the academic year. You are answered within 5 working days and can register meanwhile.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words('到窗口提交签字的缓缴承诺书。', 'To hand in the signed undertaking.'),
  promisedDays: 5,
  statutoryDays: 10,
  onlineDepth: 1,
  isOnline: false,
  conditions: [
    words(
      '家庭经济困难，或近期遭遇突发变故。',
      'Your family is in financial difficulty or has met with a sudden loss.',
    ),
    words('已申请国家助学贷款、等待放款的，可直接缓缴。', 'If a student loan is on its way you may defer at once.'),
  ],
  basis: [
    { title: '普通高等学校学生管理规定', docNo: '教育部令第41号' },
    { title: '学生资助资金管理办法', docNo: '财教〔2021〕310号' },
    schoolRule('学费收缴管理办法', '示大财〔2024〕5号'),
  ],
  materials: [
    knownIdentity('student'),
    sharedMaterial('hardship', {
      name: words('困难认定结果', 'Finding of financial hardship'),
      sharedFrom: words('学生资助系统', 'Student aid system'),
      why: words('已认定的不再提交困难证明', 'If it exists, no other proof is needed'),
    }),
    paperMaterial('undertaking', {
      name: words('学费缓缴承诺书', 'Undertaking to pay'),
      why: words('写明缓缴金额和缴清日期', 'States the amount and the date of payment'),
    }),
    paperMaterial('explanation', {
      name: words('突发变故说明', 'Explanation of the sudden loss'),
      why: words('未作困难认定的说明情况', 'Only if no hardship was found before'),
      necessity: 'optional',
    }),
  ],
  steps: [
    { name: words('提交承诺书', 'Hand in the undertaking'), by: words('申请人', 'Applicant'), days: 0 },
    {
      name: words('核对困难情况', 'Check of hardship'),
      by: words('学生处资助管理中心', 'Student Aid Centre'),
      days: 2,
    },
    {
      name: words('审批并开放注册', 'Approval, registration is opened'),
      by: words('财务处收费管理科', 'Finance Office'),
      days: 3,
    },
  ],
  fees: [],
  result: { name: words('学费缓缴审批结果', 'Decision on deferral'), kind: 'other' },
  resultDelivery: ['electronic'],
  places: [placeAt('mingde-05'), placeAt('zhiyuan-01')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('缓缴会影响评奖评优吗？', 'Does it affect scholarships?'),
      answer: words('经批准的缓缴不影响。', 'No, if it was approved.'),
    },
    {
      question: words('住宿费可以一起缓缴吗？', 'Can I defer the housing fee too?'),
      answer: words('可以，在承诺书上一并写明。', 'Yes, state it in the undertaking.'),
    },
  ],
});
