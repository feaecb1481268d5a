import { paperMaterial, placeAt, remedies, sampleGuide, schoolRule, sharedMaterial, words } from './guide-parts.ts';

export const partyMembershipTransferGuide = sampleGuide('党组织关系接转', {
  summary: words(
    '党员入校、毕业、调动时接转组织关系。省内在系统中直接转，省外开介绍信，3 个工作日内办结。',
    'Party members transfer their membership when they join or leave. Within the province it is done in the system; elsewhere a letter is issued. Done within 3 working days.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words(
    '转出到不能网上接转的单位时领取介绍信。',
    'To collect the letter where no transfer by network is possible.',
  ),
  promisedDays: 3,
  statutoryDays: 5,
  onlineDepth: 2,
  isOnline: false,
  conditions: [
    words('中共正式党员或预备党员。', 'You are a full or probationary member.'),
    words('党费已交至转出当月。', 'Fees are paid up to the month of transfer.'),
  ],
  basis: [{ title: '中国共产党党员教育管理工作条例' }, schoolRule('党员组织关系接转流程', '示大组〔2024〕6号')],
  materials: [
    sharedMaterial('member-record', {
      name: words('党员基本信息', 'Member record'),
      sharedFrom: words('党员管理信息系统', 'Member information system'),
      why: words('核对党籍和所在支部', 'To check membership and branch'),
    }),
    paperMaterial('receiver', {
      name: words('接收单位党组织全称', 'Full name of the receiving organisation'),
      why: words('介绍信抬头须准确', 'The letter must name it exactly'),
      originals: 0,
      copies: 1,
    }),
  ],
  steps: [
    { name: words('向支部提出', 'Ask your branch'), by: words('申请人', 'Applicant'), days: 0 },
    {
      name: words('学院党委审核', 'Review by the college'),
      by: words('所在学院党委', 'Party committee of the college'),
      days: 1,
    },
    {
      name: words('接转或开具介绍信', 'Transfer or letter'),
      by: words('组织部组织科', 'Organization Department'),
      days: 2,
    },
  ],
  fees: [],
  result: { name: words('组织关系介绍信', 'Letter of transfer'), kind: 'document' },
  resultDelivery: ['electronic', 'counter'],
  places: [placeAt('mingde-09')],
  remedy: remedies.anyone,
  faqs: [
    {
      question: words('介绍信过期了怎么办？', 'What if the letter has expired?'),
      answer: words('未接收的交回原件，说明情况后重新开具。', 'Return it with an explanation; a new one is made.'),
    },
    {
      question: words('毕业还没找到工作，关系转到哪里？', 'Where to, if I have no job yet?'),
      answer: words(
        '可转到生源地或暂留学校，暂留一般不超过两年。',
        'To your home town, or it stays here, usually up to two years.',
      ),
    },
  ],
});
