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

export const travelReimbursementGuide = sampleGuide('差旅费报销', {
  summary: words(
    '在财务系统填报销单，票据投进投递箱即可，不用排队，7 个工作日内到账。',
    'Fill in the claim in the finance system and drop the papers in the box; no queue. Paid within 7 working days.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words(
    '投递纸质票据；全部为电子发票的不用跑。',
    'To drop paper receipts; none if all invoices are electronic.',
  ),
  promisedDays: 7,
  statutoryDays: 10,
  onlineDepth: 3,
  isOnline: false,
  conditions: [
    words('出差事前已审批。', 'The trip was approved beforehand.'),
    words('返程后 60 日内提交。', 'You claim within 60 days of your return.'),
  ],
  basis: [
    { title: '中央和国家机关差旅费管理办法', docNo: '财行〔2013〕531号' },
    schoolRule('差旅费管理办法', '示大财〔2024〕10号'),
  ],
  materials: [
    knownIdentity('staff'),
    sharedMaterial('approval', {
      name: words('出差审批记录', 'Approval of the trip'),
      sharedFrom: words('办公系统', 'Office system'),
      why: words('确认出差经过批准', 'To see that it was approved'),
    }),
    paperMaterial('receipts', {
      name: words('交通、住宿票据', 'Tickets and hotel invoices'),
      why: words('报销的依据', 'They are what is paid for'),
    }),
    paperMaterial('claim', {
      name: words('报销单（系统打印）', 'Claim as printed by the system'),
      why: words('与票据一起归档', 'It is filed with the receipts'),
    }),
  ],
  steps: [
    { name: words('网上填单、投递票据', 'Claim online, drop the receipts'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('审核', 'Review'), by: words('财务处核算科', 'Finance Office'), days: 4 },
    { name: words('支付', 'Payment'), by: words('财务处核算科', 'Finance Office'), days: 3 },
  ],
  fees: [],
  result: { name: words('报销到账', 'Payment'), kind: 'other' },
  resultDelivery: ['electronic'],
  places: [placeAt('mingde-05'), placeAt('zhiyuan-01')],
  remedy: remedies.staff,
  faqs: [
    {
      question: words('车票丢了怎么办？', 'What if a ticket is lost?'),
      answer: words(
        '铁路电子客票可凭电子发票报销；其他须说明并附支付记录。',
        'Rail tickets: the electronic invoice serves; otherwise explain and add the payment record.',
      ),
    },
    {
      question: words('单据被退回会通知吗？', 'Am I told if something is returned?'),
      answer: words('会一次告知全部问题，改好重新投递即可。', 'Yes, all defects at once.'),
    },
  ],
});
