import { placeAt, remedies, sampleGuide, schoolRule, sharedMaterial, words } from './guide-parts.ts';

export const campusCardLossGuide = sampleGuide('校园卡挂失/解挂/补卡', {
  summary: words(
    '校园卡丢失先用手机挂失；找回可自助解挂；补卡到任一校区的自助终端或校园卡窗口，当场拿新卡，跑一次。',
    'Report a lost card on your phone at once. If it turns up, lift the block yourself; otherwise get a new card on the spot at a kiosk or the card window, in one visit.',
  ),
  projectType: 'instant',
  visitsOnSite: 1,
  visitReason: words('领取新卡；只挂失或解挂不用跑。', 'To take the new card; none for blocking or unblocking.'),
  promisedDays: 0,
  statutoryDays: 1,
  onlineDepth: 2,
  isOnline: false,
  conditions: [words('校园卡在有效期内。', 'Your card has not expired.')],
  basis: [schoolRule('校园卡管理办法', '示大信〔2024〕2号')],
  materials: [
    sharedMaterial('identity', {
      name: words('身份信息和照片', 'Identity and photo'),
      sharedFrom: words('统一身份库', 'Identity register'),
      why: words('确认是本人的卡，并印制照片', 'To see that the card is yours and print the photo'),
    }),
  ],
  steps: [
    { name: words('手机挂失', 'Block the card by phone'), by: words('申请人', 'Applicant'), days: 0 },
    {
      name: words('终端或窗口核验身份', 'Identity check at kiosk or window'),
      by: words('校园卡中心', 'Campus Card Centre'),
      days: 0,
    },
    {
      name: words('制卡、转移余额', 'Card is made, balance moved'),
      by: words('校园卡中心', 'Campus Card Centre'),
      days: 0,
    },
  ],
  fees: [
    {
      name: words('补卡工本费', 'Cost of the card'),
      amountFen: 2000,
      basis: '示范大学服务性收费公示（示例），示大财〔2024〕8号',
    },
  ],
  result: { name: words('校园卡', 'Campus card'), kind: 'licence' },
  resultDelivery: ['counter', 'kiosk'],
  places: [placeAt('mingde-07'), placeAt('zhiyuan-02'), placeAt('mingde-kiosk'), placeAt('zhiyuan-kiosk')],
  remedy: remedies.anyone,
  faqs: [
    {
      question: words('挂失前被人刷了怎么办？', 'What if somebody used it before I blocked it?'),
      answer: words(
        '挂失生效后的损失由学校承担；之前的消费可到窗口查询流水。',
        'The university bears what happens after the block; ask at the window for earlier payments.',
      ),
    },
    {
      question: words('旧卡找到了还能用吗？', 'Can I use the old card again?'),
      answer: words('没补新卡的可以解挂继续用；已补新卡的旧卡作废。', 'Yes, unless a new one was made.'),
    },
  ],
});
