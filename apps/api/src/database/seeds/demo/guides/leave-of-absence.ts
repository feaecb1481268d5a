import {
  placeAt,
  knownIdentity,
  ownMaterial,
  remedies,
  sampleGuide,
  schoolRule,
  sharedMaterial,
  studentRules,
  uploadedMaterial,
  words,
} from './guide-parts.ts';

export const leaveOfAbsenceGuide = sampleGuide('休学申请', {
  summary: words(
    '因病、创业或其他原因需要暂停学业的，在线申请一次，学院、学生处、教务处依次办理，10 个工作日内作出决定，不用到各部门盖章。',
    'To pause your studies for illness, a business or another reason, apply once online. College, Student Affairs and Academic Affairs handle it in turn and decide within 10 working days; no stamps to collect.',
  ),
  projectType: 'promised',
  visitsOnSite: 0,
  visitReason: null,
  promisedDays: 10,
  statutoryDays: 20,
  onlineDepth: 4,
  isOnline: true,
  conditions: [
    words('学籍状态为“在读”，且在最长学习年限内。', 'You are registered and within the longest period of study.'),
    words('没有欠缴的学费和住宿费。', 'You owe no tuition or housing fees.'),
    words('休学累计不超过两年；创业休学不超过三年。', 'Leave may not exceed two years in all, three for a business.'),
  ],
  basis: [
    { ...studentRules, article: '第二十五条' },
    { ...studentRules, article: '第二十六条' },
    schoolRule('学籍管理规定', '示大教〔2024〕3号'),
  ],
  materials: [
    knownIdentity('student'),
    sharedMaterial('fees', {
      name: words('缴费情况', 'State of fees'),
      sharedFrom: words('财务收费系统', 'Fee system of the Finance Office'),
      why: words('确认没有欠费', 'To see that nothing is owed'),
    }),
    ownMaterial('leave-history', {
      name: words('以往休学记录', 'Earlier leaves'),
      why: words('计算累计休学时间', 'To add up the time of leave'),
    }),
    uploadedMaterial('parents-letter', {
      name: words('家长知情同意书', 'Letter of your parents'),
      why: words('确认家长知晓休学安排', 'To see that your family knows'),
      basis: '示大教〔2024〕3号',
    }),
    uploadedMaterial('diagnosis', {
      name: words('二级甲等以上医院诊断证明', 'Diagnosis by a hospital'),
      why: words('因病休学须由医院证明需要停课治疗', 'A leave for illness needs a medical ground'),
      basis: '示大教〔2024〕3号',
      maxFiles: 5,
      showWhen: { field: 'reason', equals: 'illness' },
    }),
    uploadedMaterial('venture', {
      name: words('营业执照或创业项目证明', 'Business licence or proof of the project'),
      why: words('创业休学适用更长期限', 'A leave for a business may last longer'),
      basis: '示大教〔2024〕3号',
      maxFiles: 3,
      showWhen: { field: 'reason', equals: 'venture' },
    }),
  ],
  steps: [
    { name: words('在线申请', 'Apply online'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('受理与核实', 'Acceptance and check'), by: words('所在学院学生工作岗', 'Your college'), days: 3 },
    { name: words('审核', 'Review'), by: words('学生处学籍异动审核岗', 'Student Affairs'), days: 2 },
    { name: words('决定', 'Decision'), by: words('教务处学籍管理岗', 'Academic Affairs'), days: 5 },
    { name: words('送达休学通知书', 'Notice is sent'), by: words('系统', 'System'), days: 0 },
  ],
  fees: [],
  result: { name: words('休学通知书', 'Notice of leave of absence'), kind: 'document' },
  resultDelivery: ['electronic'],
  places: [placeAt('mingde-02')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('休学期间还能住宿舍吗？', 'May I keep my room?'),
      answer: words(
        '休学学生应当离校；退宿可在申请中一并告知学生社区。',
        'No; you can tell Student Housing within the application.',
      ),
    },
    {
      question: words('休学期间学费怎么算？', 'What about tuition?'),
      answer: words(
        '已缴学费按实际学习月数结算，多缴部分可申请退费。',
        'It is settled by months studied; apply for a refund of the rest.',
      ),
    },
    {
      question: words('什么时候申请复学？', 'When do I apply to return?'),
      answer: words('休学期满前一个月内在线申请复学。', 'Within the last month of the leave.'),
    },
  ],
});
