import {
  knownIdentity,
  placeAt,
  remedies,
  sampleGuide,
  schoolRule,
  studentRules,
  uploadedMaterial,
  words,
} from './guide-parts.ts';

export const studentCardReplacementGuide = sampleGuide('学生证补办/换发', {
  summary: words(
    '学生证遗失、损坏或信息变更的，在线提交照片和缴费凭证，3 个工作日内制好新证，窗口领取跑一次，也可邮寄。',
    'If your student card is lost, damaged or out of date, upload a photo and the receipt of the fee. The new card is ready in 3 working days: collect it in one visit or have it posted.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words('到窗口领取新证；选择邮寄的不用跑。', 'To collect the new card; none if you choose the post.'),
  promisedDays: 3,
  statutoryDays: 10,
  onlineDepth: 3,
  isOnline: true,
  conditions: [
    words('具有本校学籍，且学籍状态为“在读”。', 'You are enrolled and your status is “registered”.'),
    words('没有正在办理的补办申请。', 'You have no other application for a card under way.'),
  ],
  basis: [studentRules, schoolRule('学生证管理办法', '示大学〔2024〕12号')],
  situations: [
    {
      key: 'reason',
      question: words('为什么补办或换发？', 'Why do you need a new card?'),
      options: [
        { value: 'lost', label: words('遗失', 'Lost'), leaf: '01' },
        { value: 'damaged', label: words('损坏', 'Damaged'), leaf: '02' },
        { value: 'changed', label: words('信息变更', 'Details have changed'), leaf: '03' },
      ],
    },
    {
      key: 'delivery',
      question: words('怎样领取新证？', 'How do you receive the card?'),
      options: [
        { value: 'mingde', label: words('明德校区 3 号窗口领取', 'Window 3, Mingde Campus') },
        { value: 'zhiyuan', label: words('致远校区 1 号窗口领取', 'Window 1, Zhiyuan Campus') },
        { value: 'post', label: words('邮寄（到付）', 'By post (receiver pays)') },
      ],
    },
  ],
  materials: [
    knownIdentity('student'),
    uploadedMaterial('photo', {
      name: words('一寸蓝底证件照（电子）', 'ID photo on blue ground'),
      why: words('印制在新证上', 'It is printed on the card'),
      accepts: ['jpg', 'png'],
      maxMebibytes: 2,
    }),
    uploadedMaterial('receipt', {
      name: words('工本费缴费凭证', 'Receipt of the fee'),
      why: words('确认已缴工本费 12 元', 'To see that the fee of 12 yuan is paid'),
      basis: '示大学〔2024〕12号',
    }),
    uploadedMaterial('damaged-card', {
      name: words('损坏学生证的照片', 'Picture of the damaged card'),
      why: words('确认属于损坏换发', 'To see the damage'),
      accepts: ['jpg', 'png'],
      showWhen: { field: 'reason', equals: 'damaged' },
    }),
    uploadedMaterial('change-proof', {
      name: words('信息变更证明', 'Proof of the change'),
      why: words('姓名、乘车区间等变更须有依据', 'A change of name or railway section needs a ground'),
      basis: '示大学〔2024〕12号',
      maxFiles: 3,
      showWhen: { field: 'reason', equals: 'changed' },
    }),
  ],
  steps: [
    { name: words('在线申请并上传材料', 'Apply online and upload'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('审核', 'Review'), by: words('学生处学生证管理岗', 'Student Affairs, ID card desk'), days: 1 },
    { name: words('制证', 'Card is made'), by: words('学生处学生证管理岗', 'Student Affairs, ID card desk'), days: 2 },
    {
      name: words('交回原证', 'The old card is handed back'),
      by: words('申请人', 'Applicant'),
      days: 0,
      showWhen: {
        any: [
          { field: 'reason', equals: 'damaged' },
          { field: 'reason', equals: 'changed' },
        ],
      },
    },
    {
      name: words('窗口领取', 'Collection at the window'),
      by: words('申请人', 'Applicant'),
      days: 0,
      showWhen: {
        any: [
          { field: 'delivery', equals: 'mingde' },
          { field: 'delivery', equals: 'zhiyuan' },
        ],
      },
    },
    {
      name: words('邮寄到付', 'Sent by post'),
      by: words('学生处学生证管理岗', 'Student Affairs, ID card desk'),
      days: 0,
      showWhen: { field: 'delivery', equals: 'post' },
    },
  ],
  fees: [
    {
      name: words('工本费', 'Cost of the card'),
      amountFen: 1200,
      basis: '示范大学服务性收费公示（示例），示大财〔2024〕8号',
    },
  ],
  result: { name: words('学生证', 'Student card'), kind: 'licence' },
  resultDelivery: ['counter', 'post'],
  places: [placeAt('mingde-03'), placeAt('zhiyuan-01')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('丢失的学生证找回来了怎么办？', 'What if I find the old card again?'),
      answer: words(
        '新证发放后旧证作废，请交还学生处。',
        'The old card is void once the new one is issued; please return it.',
      ),
    },
    {
      question: words('火车票优惠次数会重新计算吗？', 'Are the railway discounts counted anew?'),
      answer: words('不会，沿用当学年剩余次数。', 'No, what is left of this year is carried over.'),
    },
  ],
});
