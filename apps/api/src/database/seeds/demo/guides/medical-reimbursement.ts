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

export const medicalReimbursementGuide = sampleGuide('大学生医保零星报销', {
  summary: words(
    '在外地或急诊就医没能直接结算的，把票据交到校医院医保窗口一次，30 个工作日内报销到卡。',
    'If treatment elsewhere or in an emergency was not settled directly, bring the invoices once to the insurance desk; paid to your card within 30 working days.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words('提交医疗票据原件。', 'To hand in the original invoices.'),
  promisedDays: 30,
  statutoryDays: 30,
  onlineDepth: 1,
  isOnline: false,
  conditions: [
    words('当年度已参加大学生医保。', 'You are insured this year.'),
    words(
      '急诊、外地实习或假期就医，未能刷卡结算。',
      'It was an emergency, an internship elsewhere or in the holidays, and not settled by card.',
    ),
    words('就医次年 3 月底前提交。', 'You claim by the end of March of the next year.'),
  ],
  basis: [
    { title: '国务院办公厅关于将大学生纳入城镇居民基本医疗保险试点范围的指导意见', docNo: '国办发〔2008〕119号' },
    schoolRule('大学生医疗保障实施办法', '示大医〔2024〕1号'),
  ],
  materials: [
    knownIdentity('student'),
    sharedMaterial('insurance', {
      name: words('参保信息', 'Insurance record'),
      sharedFrom: words('医保信息平台', 'Medical insurance platform'),
      why: words('确认参保年度', 'To see that you are insured'),
    }),
    paperMaterial('invoices', {
      name: words('医疗费票据和费用清单', 'Invoices with itemised bill'),
      why: words('报销的依据', 'They are what is paid for'),
    }),
    paperMaterial('record', {
      name: words('门诊病历或出院小结', 'Medical record or discharge summary'),
      why: words('核对诊疗项目', 'To check the treatment'),
      originals: 0,
      copies: 1,
    }),
    paperMaterial('internship', {
      name: words('外地实习证明', 'Proof of the internship'),
      why: words('外地实习期间就医的提交', 'Only for treatment during an internship elsewhere'),
      basis: '示大医〔2024〕1号',
      necessity: 'tolerable',
    }),
  ],
  steps: [
    { name: words('提交票据', 'Hand in'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('初审', 'First review'), by: words('校医院医保办', 'Insurance desk'), days: 5 },
    {
      name: words('医保经办机构结算', 'Settlement by the insurance agency'),
      by: words('医保经办机构', 'Insurance agency'),
      days: 20,
    },
    { name: words('发放到卡', 'Payment'), by: words('校医院医保办', 'Insurance desk'), days: 5 },
  ],
  fees: [],
  result: { name: words('报销到账', 'Payment'), kind: 'other' },
  resultDelivery: ['electronic'],
  places: [placeAt('hospital')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('发票丢了怎么办？', 'What if an invoice is lost?'),
      answer: words('可由就诊医院出具存根复印件并盖章。', 'The hospital can give a stamped copy.'),
    },
    {
      question: words('商业保险也想报，票据只有一份？', 'My private insurer needs it too?'),
      answer: words('先在这里办理，结算后出具分割单。', 'Claim here first; you get a statement for the insurer.'),
    },
  ],
});
