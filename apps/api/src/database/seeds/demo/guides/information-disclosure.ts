import { paperMaterial, placeAt, sampleGuide, schoolRule, words } from './guide-parts.ts';

export const informationDisclosureGuide = sampleGuide('依申请信息公开', {
  summary: words(
    '任何人都可以申请公开学校未主动公开的信息，当面、邮寄或网上提出，15 个工作日内答复。',
    'Anybody may ask for information that the university has not published: in person, by post or online. You are answered within 15 working days.',
  ),
  projectType: 'promised',
  visitsOnSite: 0,
  visitReason: null,
  promisedDays: 15,
  statutoryDays: 15,
  onlineDepth: 3,
  isOnline: false,
  conditions: [
    words(
      '写明申请人姓名、联系方式和所需信息的内容描述。',
      'You give your name, contact and a description of what you want.',
    ),
    words('不涉及国家秘密、商业秘密和他人隐私。', 'It touches no state or business secret and nobody’s privacy.'),
  ],
  basis: [
    { title: '中华人民共和国政府信息公开条例', docNo: '国务院令第711号' },
    { title: '高等学校信息公开办法', docNo: '教育部令第29号' },
    schoolRule('信息公开实施细则', '示大办〔2024〕4号'),
  ],
  materials: [
    paperMaterial('request', {
      name: words('信息公开申请表', 'Request form'),
      why: words('明确所需信息和提供形式', 'States what you want and in which form'),
      basis: '教育部令第29号',
    }),
    paperMaterial('identity', {
      name: words('身份证明', 'Proof of identity'),
      why: words('便于答复申请人本人', 'So that the answer reaches you'),
      basis: '国务院令第711号',
      originals: 0,
      copies: 1,
    }),
  ],
  steps: [
    { name: words('提出申请', 'Request'), by: words('申请人', 'Applicant'), days: 0 },
    {
      name: words('登记并一次告知补正', 'Record; anything missing is told once'),
      by: words('党政办公室信息公开科', 'University Office'),
      days: 3,
    },
    {
      name: words('征求相关部门意见', 'Departments are heard'),
      by: words('相关部门', 'Departments concerned'),
      days: 7,
    },
    { name: words('答复', 'Answer'), by: words('党政办公室信息公开科', 'University Office'), days: 5 },
  ],
  fees: [],
  result: { name: words('信息公开答复书', 'Answer'), kind: 'document' },
  resultDelivery: ['electronic', 'post', 'counter'],
  places: [placeAt('mingde-01')],
  remedy: words(
    '认为未依法履行信息公开义务的，可向省级教育行政部门举报。',
    'If you think that the duty to disclose was not met you may report it to the provincial education department.',
  ),
  faqs: [
    {
      question: words('收费吗？', 'Is there a fee?'),
      answer: words('不收费；数量、频次明显超过合理范围的除外。', 'No, unless requests are plainly beyond reason.'),
    },
    {
      question: words('可以要电子版吗？', 'Can I have it electronically?'),
      answer: words('可以，在申请表上选择提供形式。', 'Yes, choose so on the form.'),
    },
  ],
});
