import { knownIdentity, ownMaterial, placeAt, remedies, sampleGuide, schoolRule, words } from './guide-parts.ts';

export const employmentCertificateGuide = sampleGuide('教职工在职证明', {
  summary: words(
    '在职教职工凭校园卡在自助服务终端打印中英文在职证明，也可到人事窗口，当场拿到。',
    'Staff print a certificate of employment in Chinese or English at a kiosk, or get it at the Human Resources window, on the spot.',
  ),
  projectType: 'instant',
  visitsOnSite: 1,
  visitReason: words('到自助服务终端或窗口打印。', 'To print at the kiosk or window.'),
  promisedDays: 0,
  statutoryDays: 1,
  onlineDepth: 1,
  isOnline: false,
  conditions: [words('与学校有人事关系的在职教职工。', 'You are employed by the university.')],
  basis: [schoolRule('人事证明开具办法', '示大人〔2024〕11号')],
  materials: [
    knownIdentity('staff'),
    ownMaterial('employment', {
      name: words('聘用信息', 'Record of employment'),
      why: words('证明的内容', 'It is what the certificate states'),
    }),
  ],
  steps: [
    { name: words('刷卡登录', 'Sign in with the card'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('选择语种和用途', 'Choose language and purpose'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('打印', 'Printing'), by: words('自助服务终端', 'Kiosk'), days: 0 },
  ],
  fees: [],
  result: { name: words('在职证明', 'Certificate of employment'), kind: 'document' },
  resultDelivery: ['kiosk', 'counter'],
  places: [placeAt('mingde-kiosk'), placeAt('zhiyuan-kiosk'), placeAt('mingde-06')],
  remedy: remedies.staff,
  faqs: [
    {
      question: words('需要写明收入怎么办？', 'What if my income must be stated?'),
      answer: words('请另外办理“个税与工资收入证明”。', 'That is a matter of its own at the Finance Office.'),
    },
    {
      question: words('签证用的在职证明也在这里打吗？', 'Does it serve for a visa?'),
      answer: words(
        '因私出国（境）已批准的可以，英文版写明准假时间。',
        'Yes, once your travel is approved; the English text names the leave.',
      ),
    },
  ],
});
