import {
  ownMaterial,
  paperMaterial,
  placeAt,
  remedies,
  sampleGuide,
  schoolRule,
  studentRules,
  words,
} from './guide-parts.ts';

export const lostDiplomaGuide = sampleGuide('毕业/学位证明书补办(遗失)', {
  summary: words(
    '毕业证、学位证遗失或损坏的校友，可申请与原证书同等效力的证明书，10 个工作日内办结，可邮寄，不用回校。',
    'Graduates whose diploma or degree certificate is lost or damaged get a certificate of equal force within 10 working days, by post if they wish.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words(
    '提交签字的申请书和照片；选择邮寄的不用跑。',
    'To hand in the signed request and photo; none by post.',
  ),
  promisedDays: 10,
  statutoryDays: 20,
  onlineDepth: 2,
  isOnline: false,
  conditions: [
    words('学历、学位经核实确由本校授予。', 'The diploma or degree was granted by this university.'),
    words('证明书只补办一次，证书原件不再补发。', 'It is issued once; the original is not made again.'),
  ],
  basis: [studentRules, { title: '中华人民共和国学位法' }, schoolRule('学历学位证书管理办法', '示大教〔2025〕2号')],
  materials: [
    paperMaterial('request', {
      name: words('补办申请书', 'Request'),
      why: words('说明遗失或损坏情况', 'States what happened'),
    }),
    paperMaterial('identity', {
      name: words('身份证复印件', 'Copy of the identity card'),
      why: words('核对持证人', 'To know the holder'),
      originals: 0,
      copies: 1,
    }),
    paperMaterial('photo', {
      name: words('二寸蓝底照片', 'Photo on blue ground'),
      why: words('贴在证明书上', 'It is fixed to the certificate'),
      originals: 2,
    }),
    ownMaterial('graduation-record', {
      name: words('毕业和学位授予名册', 'Register of graduates'),
      why: words('核实学历学位', 'To check the degree'),
    }),
  ],
  steps: [
    { name: words('提交申请', 'Apply'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('查档核实', 'Check of the archives'), by: words('教务处学籍管理科', 'Academic Affairs'), days: 4 },
    {
      name: words('制证并备案', 'Certificate is made and recorded'),
      by: words('教务处学籍管理科', 'Academic Affairs'),
      days: 6,
    },
    { name: words('领取或邮寄', 'Collection or post'), by: words('申请人', 'Applicant'), days: 0 },
  ],
  fees: [],
  result: { name: words('毕业证明书、学位证明书', 'Certificate of graduation or degree'), kind: 'licence' },
  resultDelivery: ['post', 'counter'],
  places: [placeAt('mingde-02')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('证明书和原证书效力一样吗？', 'Has it the same force?'),
      answer: words('一样，可在学信网查询。', 'Yes, and it is found in the national register.'),
    },
    {
      question: words('可以请人代办吗？', 'May somebody else apply?'),
      answer: words(
        '可以，须附委托书和受托人身份证复印件。',
        'Yes, with a power of attorney and a copy of their identity card.',
      ),
    },
  ],
});
