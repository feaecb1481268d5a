import {
  placeAt,
  knownIdentity,
  ownMaterial,
  remedies,
  sampleGuide,
  schoolRule,
  uploadedMaterial,
  words,
} from './guide-parts.ts';

export const staffLeaveGuide = sampleGuide('教职工请假', {
  summary: words(
    '教职工病假、事假、婚假、产假等在线申请，所在单位审批、人事处备案，3 个工作日内办结，不用跑。',
    'Staff apply online for sick, personal, marriage, maternity and other leave. The unit approves, Human Resources records; done within 3 working days without a visit.',
  ),
  projectType: 'promised',
  visitsOnSite: 0,
  visitReason: null,
  promisedDays: 3,
  statutoryDays: 5,
  onlineDepth: 4,
  isOnline: true,
  conditions: [
    words('在职在岗教职工。', 'You are employed and at work.'),
    words('有课的，已落实代课或补课安排。', 'Classes, if any, are taken over or made up.'),
    words('病假急症可在 30 日内补办。', 'Sudden illness may be reported within 30 days.'),
  ],
  basis: [
    { title: '女职工劳动保护特别规定', docNo: '国务院令第619号' },
    { title: '机关事业单位工作人员带薪年休假实施办法', docNo: '人事部令第9号' },
    schoolRule('教职工考勤与请假管理办法', '示大人〔2024〕15号'),
  ],
  materials: [
    knownIdentity('staff'),
    ownMaterial('leave-balance', {
      name: words('已休假天数', 'Leave taken so far'),
      why: words('核对剩余年休假等额度', 'To know what is left'),
    }),
    uploadedMaterial('sick-note', {
      name: words('医院病假证明', 'Sick note'),
      why: words('病假依据', 'Ground of sick leave'),
      basis: '示大人〔2024〕15号',
      maxFiles: 3,
      showWhen: { field: 'kind', equals: 'sick' },
    }),
    uploadedMaterial('marriage-certificate', {
      name: words('结婚证', 'Marriage certificate'),
      why: words('婚假依据', 'Ground of marriage leave'),
      showWhen: { field: 'kind', equals: 'marriage' },
    }),
    uploadedMaterial('birth-proof', {
      name: words('预产期证明或出生医学证明', 'Proof of the due date or of birth'),
      why: words('计算产假起止时间', 'To reckon the leave'),
      basis: '示大人〔2024〕15号',
      necessity: 'tolerable',
      showWhen: { field: 'kind', equals: 'maternity' },
    }),
  ],
  steps: [
    { name: words('在线申请', 'Apply online'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('所在单位审批', 'Approval of the unit'), by: words('单位请假审批岗', 'Head of the unit'), days: 1 },
    { name: words('审核备案', 'Review and record'), by: words('人事处考勤管理岗', 'Human Resources'), days: 2 },
  ],
  fees: [],
  result: { name: words('准假记录', 'Record of leave'), kind: 'other' },
  resultDelivery: ['electronic'],
  places: [placeAt('mingde-06')],
  remedy: remedies.staff,
  faqs: [
    {
      question: words('出国（境）还要另外办手续吗？', 'Do I need anything else to go abroad?'),
      answer: words(
        '请假期间因私出国（境）的，还须办理因私出国（境）请假/销假。',
        'Yes: private travel abroad has its own matter.',
      ),
    },
    {
      question: words('提前回来怎么销假？', 'What if I return early?'),
      answer: words('返岗当天告知所在单位，由人事处更正记录。', 'Tell your unit on that day; the record is corrected.'),
    },
  ],
});
