import { knownIdentity, paperMaterial, placeAt, remedies, sampleGuide, schoolRule, words } from './guide-parts.ts';

export const deferredExaminationGuide = sampleGuide('学生缓考申请', {
  summary: words(
    '因病或其他正当理由不能参加期末考试的，考前提出申请，2 个工作日内答复，随下一次考试安排缓考。',
    'If illness or another good reason keeps you from a final examination, apply before it. You are answered within 2 working days and sit the next one.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words('提交缓考证明材料。', 'To hand in the proof.'),
  promisedDays: 2,
  statutoryDays: 3,
  onlineDepth: 3,
  isOnline: false,
  conditions: [
    words(
      '考试开始前提出；急病可由他人代为说明，3 日内补交证明。',
      'Before the examination; in sudden illness somebody may tell us, proof within 3 days.',
    ),
    words('该课程平时考核已达到要求。', 'Your course work meets the requirement.'),
  ],
  basis: [
    { title: '普通高等学校学生管理规定', docNo: '教育部令第41号' },
    schoolRule('考试管理办法', '示大教〔2024〕9号'),
  ],
  materials: [
    knownIdentity('student'),
    paperMaterial('reason', {
      name: words('缓考原因证明（诊断证明、赛事通知等）', 'Proof of the reason'),
      why: words('确认理由正当', 'To see that the reason is good'),
      basis: '示大教〔2024〕9号',
      necessity: 'tolerable',
      originals: 0,
      copies: 1,
    }),
  ],
  steps: [
    { name: words('在教务系统提出', 'Ask in the academic system'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('学院审核', 'Review by the college'), by: words('所在学院', 'Your college'), days: 1 },
    { name: words('教务处备案', 'Record'), by: words('教务处考试中心', 'Examination Centre'), days: 1 },
  ],
  fees: [],
  result: { name: words('缓考批准结果', 'Decision on deferral'), kind: 'other' },
  resultDelivery: ['electronic'],
  places: [placeAt('mingde-02')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('缓考成绩怎么记？', 'How is the result recorded?'),
      answer: words('按正常考试记载，不注明缓考。', 'As usual, without a mark of deferral.'),
    },
    {
      question: words('缓考没通过还能补考吗？', 'What if I fail it?'),
      answer: words('缓考不及格的须重修。', 'You repeat the course.'),
    },
  ],
});
