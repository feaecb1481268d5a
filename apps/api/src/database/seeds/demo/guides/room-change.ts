import {
  knownIdentity,
  ownMaterial,
  paperMaterial,
  placeAt,
  remedies,
  sampleGuide,
  schoolRule,
  words,
} from './guide-parts.ts';

export const roomChangeGuide = sampleGuide('宿舍调换', {
  summary: words(
    '想换寝室、换床位的学生，到住宿窗口提交一次申请，5 个工作日内通知结果，结果用短信告知，凭通知直接搬。',
    'To change room or bed, apply once at the housing window. You are told within 5 working days and move with the notice.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words('提交申请并当面确认调换意向。', 'To apply and confirm the exchange in person.'),
  promisedDays: 5,
  statutoryDays: 10,
  onlineDepth: 1,
  isOnline: false,
  conditions: [
    words('目标寝室有空床位，或双方自愿对调。', 'There is a free bed, or both sides agree to exchange.'),
    words(
      '每学期可申请一次；开学后两周内和期末考试周不办理。',
      'Once a term; not in the first two weeks or the examination weeks.',
    ),
  ],
  basis: [schoolRule('学生住宿管理办法', '示大后〔2024〕9号')],
  materials: [
    knownIdentity('student'),
    paperMaterial('request', {
      name: words('宿舍调换申请表', 'Request form'),
      why: words('写明原因和目标寝室；对调须双方签名', 'With reason and room; both sign an exchange'),
    }),
    ownMaterial('beds', {
      name: words('床位空余情况', 'Free beds'),
      why: words('确认有床位可调', 'To see whether there is a bed'),
    }),
  ],
  steps: [
    { name: words('提交申请', 'Apply'), by: words('申请人', 'Applicant'), days: 0 },
    {
      name: words('征求学院意见', 'The college is heard'),
      by: words('学生社区管理中心住宿科', 'Student Housing'),
      days: 2,
    },
    { name: words('安排床位', 'A bed is assigned'), by: words('学生社区管理中心住宿科', 'Student Housing'), days: 2 },
    {
      name: words('通知并变更门禁', 'Notice, door access changed'),
      by: words('学生社区管理中心住宿科', 'Student Housing'),
      days: 1,
    },
  ],
  fees: [],
  result: { name: words('调宿通知', 'Notice of the new room'), kind: 'other' },
  resultDelivery: ['electronic'],
  places: [placeAt('mingde-08'), placeAt('zhiyuan-02')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('两校区之间能换吗？', 'Can I change to the other campus?'),
      answer: words('上课校区变动的可以，请在表上注明。', 'Yes, if your classes are there; say so on the form.'),
    },
    {
      question: words('和室友有矛盾可以先搬吗？', 'May I move before the decision?'),
      answer: words(
        '请先联系楼栋辅导员，紧急情况当天安排临时床位。',
        'Talk to the adviser of your building, who can find a bed for the same day.',
      ),
    },
  ],
});
