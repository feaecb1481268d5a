import { knownIdentity, ownMaterial, placeAt, remedies, sampleGuide, schoolRule, words } from './guide-parts.ts';

export const transcriptKioskGuide = sampleGuide('中文成绩单自助打印', {
  summary: words(
    '在校本科生凭校园卡在自助服务终端打印带签章和核验码的中文成绩单，立等可取，每学期第一份免费。',
    'Undergraduates print a sealed Chinese transcript at a kiosk with their campus card, at once; the first each term is free.',
  ),
  projectType: 'instant',
  visitsOnSite: 1,
  visitReason: words('到自助服务终端打印。', 'To print at the kiosk.'),
  promisedDays: 0,
  statutoryDays: 1,
  onlineDepth: 1,
  isOnline: false,
  conditions: [
    words('具有本校学籍的本科生；成绩已全部录入。', 'You are an undergraduate and all results are entered.'),
  ],
  basis: [schoolRule('成绩管理办法', '示大教〔2024〕7号')],
  materials: [
    knownIdentity('student'),
    ownMaterial('results', {
      name: words('课程成绩', 'Course results'),
      why: words('成绩单的内容', 'They are what is printed'),
    }),
  ],
  steps: [
    { name: words('刷卡登录', 'Sign in with the card'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('选择份数并缴费', 'Choose copies and pay'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('打印', 'Printing'), by: words('自助服务终端', 'Kiosk'), days: 0 },
  ],
  fees: [
    {
      name: words('打印费（每份，每学期第一份免费）', 'Printing, each copy; the first each term is free'),
      amountFen: 500,
      basis: '示范大学服务性收费公示（示例），示大财〔2024〕8号',
    },
  ],
  result: { name: words('中文成绩单', 'Chinese transcript'), kind: 'document' },
  resultDelivery: ['kiosk'],
  places: [placeAt('mingde-kiosk'), placeAt('zhiyuan-kiosk')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('成绩有误怎么办？', 'What if a result is wrong?'),
      answer: words(
        '请先申请课程成绩复核，更正后重新打印。',
        'Ask for a review of the result first, then print again.',
      ),
    },
    {
      question: words('毕业后还能打印吗？', 'Can I print after graduation?'),
      answer: words('毕业生请在档案馆申请。', 'Graduates apply at the Archives.'),
    },
  ],
});
