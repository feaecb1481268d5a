import { placeAt, remedies, sampleGuide, schoolRule, sharedMaterial, words } from './guide-parts.ts';

export const visitorEntryGuide = sampleGuide('校外人员/车辆进校预约', {
  summary: words(
    '校外人员、车辆进校用手机预约，提交后立即生成通行码，凭码和身份证从各校门进入，不用办证。',
    'Visitors and their cars book entry by phone. A pass is made at once; show it with your identity card at any gate.',
  ),
  projectType: 'instant',
  visitsOnSite: 1,
  visitReason: words('来访当天凭预约到校。', 'The visit itself.'),
  promisedDays: 0,
  statutoryDays: 1,
  onlineDepth: 3,
  isOnline: false,
  conditions: [
    words(
      '提前 1 小时至 7 天预约；未成年人由监护人陪同。',
      'Book from 1 hour to 7 days ahead; minors come with a guardian.',
    ),
    words('车辆须有受访人，限停指定区域。', 'A car needs a host and parks in the marked area.'),
  ],
  basis: [
    { title: '企业事业单位内部治安保卫条例', docNo: '国务院令第421号' },
    schoolRule('校园出入管理办法', '示大保〔2025〕1号'),
  ],
  materials: [
    sharedMaterial('identity', {
      name: words('身份核验', 'Identity check'),
      sharedFrom: words('公民身份核验接口', 'National identity service'),
      why: words('确认访客实名', 'To know who enters'),
    }),
  ],
  steps: [
    { name: words('手机预约', 'Book by phone'), by: words('来访人', 'Visitor'), days: 0 },
    { name: words('生成通行码', 'Pass is made'), by: words('系统', 'System'), days: 0 },
    { name: words('扫码进校', 'Show it at the gate'), by: words('来访人', 'Visitor'), days: 0 },
  ],
  fees: [],
  result: { name: words('访客通行码', 'Visitor’s pass'), kind: 'other' },
  resultDelivery: ['electronic'],
  places: [placeAt('gate-east')],
  remedy: remedies.anyone,
  faqs: [
    {
      question: words('没有智能手机怎么办？', 'What if I have no smartphone?'),
      answer: words('到东门访客接待处凭身份证登记即可。', 'Register with your identity card at the East Gate desk.'),
    },
    {
      question: words('团队参观怎么预约？', 'How does a group book?'),
      answer: words('10 人以上请由接待单位统一预约。', 'From 10 people on the hosting unit books for all.'),
    },
  ],
});
