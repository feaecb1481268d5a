import {
  knownIdentity,
  paperMaterial,
  placeAt,
  remedies,
  sampleGuide,
  schoolRule,
  sharedMaterial,
  words,
} from './guide-parts.ts';

export const hardshipRecognitionGuide = sampleGuide('家庭经济困难学生认定', {
  summary: words(
    '每学年初集中认定一次，突发变故可随时申请。填一张表、书面承诺即可，不用到居委会、村委会盖章，20 个工作日内公布结果。',
    'Hardship is recognised once at the start of each academic year, and at any time after a sudden loss. One form with a written declaration, no stamps of local offices; results within 20 working days.',
  ),
  projectType: 'promised',
  visitsOnSite: 1,
  visitReason: words('向学院提交签字的申请表。', 'To hand in the signed form.'),
  promisedDays: 20,
  statutoryDays: 30,
  onlineDepth: 1,
  isOnline: false,
  conditions: [
    words('本人及家庭难以支付在校学习、生活基本费用。', 'You and your family can hardly pay for your studies.'),
    words('如实填写家庭经济情况并作出承诺。', 'You state the facts truthfully.'),
  ],
  basis: [
    { title: '教育部等六部门关于做好家庭经济困难学生认定工作的指导意见', docNo: '教财〔2018〕16号' },
    { title: '学生资助资金管理办法', docNo: '财教〔2021〕310号' },
    schoolRule('家庭经济困难学生认定办法', '示大学〔2024〕18号'),
  ],
  materials: [
    knownIdentity('student'),
    sharedMaterial('registered-hardship', {
      name: words('低保、特困、残疾等信息', 'Social assistance and disability records'),
      sharedFrom: words('政务数据共享', 'Data shared by the State'),
      why: words('有登记的直接认定，不再提交证明', 'Who is registered need not prove it again'),
    }),
    paperMaterial('form', {
      name: words('家庭经济困难学生认定申请表（含承诺）', 'Application form with declaration'),
      why: words('说明家庭情况', 'States the situation of your family'),
      basis: '教财〔2018〕16号',
    }),
    paperMaterial('sudden-loss', {
      name: words('突发变故佐证材料', 'Evidence of a sudden loss'),
      why: words('学年中间申请的说明变故', 'Only for applications during the year'),
      necessity: 'tolerable',
      originals: 0,
      copies: 1,
    }),
  ],
  steps: [
    { name: words('提交申请', 'Apply'), by: words('申请人', 'Applicant'), days: 0 },
    { name: words('班级民主评议', 'Assessment by the class'), by: words('所在学院', 'Your college'), days: 6 },
    { name: words('学院审核', 'Review by the college'), by: words('所在学院', 'Your college'), days: 4 },
    {
      name: words('学校复核', 'Review by the university'),
      by: words('学生处资助管理中心', 'Student Aid Centre'),
      days: 5,
    },
    { name: words('公示并建档', 'Notice and record'), by: words('学生处资助管理中心', 'Student Aid Centre'), days: 5 },
  ],
  fees: [],
  result: { name: words('困难等级认定结果', 'Grade of hardship'), kind: 'other' },
  resultDelivery: ['electronic'],
  places: [placeAt('mingde-03'), placeAt('zhiyuan-01')],
  remedy: remedies.student,
  faqs: [
    {
      question: words('公示会写明家庭情况吗？', 'Does the notice tell about my family?'),
      answer: words('不会，只公示姓名和等级，不涉及隐私。', 'No, only names and grades.'),
    },
    {
      question: words('认定后自动有助学金吗？', 'Do I get a grant by that?'),
      answer: words('不自动发放，但申请国家助学金时不再重复证明。', 'Not by itself, but you need not prove it again.'),
    },
  ],
});
