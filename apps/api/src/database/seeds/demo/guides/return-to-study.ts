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

export const returnToStudyGuide = sampleGuide('复学申请', {
  summary: words(
    '休学期满要回校学习的，期满前一个月内提出申请，5 个工作日内答复编入的年级和班级。',
    'To return after a leave, apply within its last month. You are told your year and class within 5 working days.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words('提交材料原件并办理报到注册。', 'To show the originals and register.'),
  promisedDays: 5,
  statutoryDays: 10,
  onlineDepth: 1,
  isOnline: false,
  conditions: [
    words('休学期满，或休学原因提前消除。', 'Your leave has ended or its reason is gone.'),
    words('因病休学的，已康复并能坚持正常学习。', 'After an illness: you have recovered and are fit to study.'),
  ],
  basis: [{ ...studentRules, article: '第二十九条' }, schoolRule('学籍管理规定', '示大教〔2024〕3号')],
  materials: [
    knownIdentity('student'),
    ownMaterial('leave-notice', {
      name: words('休学通知书', 'Notice of leave'),
      why: words('核对休学起止时间', 'To know the period of the leave'),
    }),
    paperMaterial('recovery', {
      name: words('医院康复证明', 'Medical certificate of recovery'),
      why: words('因病休学的须证明可以复学', 'Only after a leave for illness'),
      necessity: 'optional',
      basis: '示大教〔2024〕3号',
    }),
  ],
  steps: [
    { name: words('提出申请', 'Apply'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('学院审核', 'Review by the college'), by: words('所在学院', 'Your college'), days: 2 },
    { name: words('教务处复核编班', 'Class is assigned'), by: words('教务处学籍管理科', 'Academic Affairs'), days: 3 },
  ],
  fees: [],
  result: { name: words('复学通知书', 'Notice of return'), kind: 'document' },
  resultDelivery: ['electronic', 'counter'],
  places: [placeAt('mingde-02'), placeAt('zhiyuan-01')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('可以提前复学吗？', 'May I return early?'),
      answer: words('可以，须在学期开学前提出，编入合适年级。', 'Yes, before the term begins.'),
    },
    {
      question: words('忘了按期申请怎么办？', 'What if I missed the time?'),
      answer: words(
        '请尽快联系学院；逾期两周未申请的按学籍管理规定处理。',
        'Tell your college at once; after two weeks the rules on student status apply.',
      ),
    },
  ],
});
