import {
  placeAt,
  knownIdentity,
  remedies,
  sampleGuide,
  schoolRule,
  sharedMaterial,
  studentRules,
  words,
} from './guide-parts.ts';

export const studentStatusCertificateGuide = sampleGuide('在校生学籍证明', {
  summary: words(
    '在校生在线开具中文或中英文学籍（在读）证明，系统核对学籍后立即生成带电子签章和二维码的 PDF，全程不用跑。',
    'Registered students get a certificate of enrolment in Chinese or both languages. The register is checked and a signed PDF with a QR code is made at once; no visit is needed.',
  ),
  projectType: 'instant',
  visitsOnSite: 0,
  visitReason: null,
  promisedDays: 0,
  statutoryDays: 3,
  onlineDepth: 4,
  isOnline: true,
  conditions: [
    words('具有本校学籍，且学籍状态为“在读”。', 'You are enrolled and your status is “registered”.'),
    words('休学、保留学籍期间不能开具在读证明。', 'No certificate is issued during leave of absence.'),
  ],
  basis: [studentRules, schoolRule('学籍管理规定', '示大教〔2024〕3号')],
  materials: [
    knownIdentity('student'),
    sharedMaterial('status', {
      name: words('学籍信息', 'Student record'),
      sharedFrom: words('学籍系统', 'Student register'),
      why: words('确认在读状态和证明内容', 'It is what the certificate states'),
      basis: '示大教〔2024〕3号',
    }),
  ],
  steps: [
    { name: words('在线申请', 'Apply online'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('自动核对学籍', 'Automatic check of the register'), by: words('系统', 'System'), days: 0 },
    { name: words('生成签章证明', 'Signed certificate is made'), by: words('系统', 'System'), days: 0 },
  ],
  fees: [],
  result: { name: words('在校学籍证明', 'Certificate of enrolment'), kind: 'document' },
  resultDelivery: ['electronic'],
  places: [placeAt('mingde-02')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('用人单位怎么知道证明是真的？', 'How can others tell that it is genuine?'),
      answer: words(
        '扫描证明上的二维码即可查看是否有效，也可把文件交给核验页比对是否被改动。',
        'They scan the QR code, which says whether it is valid, and can have the file compared with the original.',
      ),
    },
    {
      question: words('证明有效期多长？', 'How long is it valid?'),
      answer: words('自开具之日起 6 个月；过期后可免费重新开具。', 'Six months from issue; a new one is free.'),
    },
    {
      question: words('需要盖鲜章的纸质证明怎么办？', 'What if somebody insists on paper with an ink stamp?'),
      answer: words(
        '电子签章与鲜章效力相同；对方坚持要求的，可在自助服务终端打印。',
        'The electronic seal has the same force; if need be, print it at a kiosk.',
      ),
    },
  ],
});
