import { placeAt, remedies, sampleGuide, schoolRule, sharedMaterial, words } from './guide-parts.ts';

export const familyEnquiryGuide = sampleGuide('学生在校情况查询(经学生授权)', {
  summary: words(
    '经学生本人授权，家长可在线了解学生的学籍、成绩、考勤等情况，学生处 3 个工作日内答复。学生可随时撤回授权。',
    'With the student’s own invitation, parents can ask how the student is doing: status, results, attendance. Student Affairs answers within 3 working days; the student may withdraw the invitation at any time.',
  ),
  projectType: 'promised',
  visitsOnSite: 0,
  visitReason: null,
  promisedDays: 3,
  statutoryDays: 5,
  onlineDepth: 4,
  isOnline: true,
  conditions: [
    words('学生本人在系统中向您发出了邀请，且未撤回。', 'The student invited you and has not withdrawn it.'),
    words('查询内容不超出邀请的范围和期限。', 'You ask within the scope and time of the invitation.'),
  ],
  basis: [{ title: '中华人民共和国个人信息保护法' }, schoolRule('家校联络工作办法', '示大学〔2025〕6号')],
  materials: [
    sharedMaterial('invitation', {
      name: words('学生授权记录', 'The student’s invitation'),
      sharedFrom: words('校务服务平台', 'This platform'),
      why: words('成年学生的个人信息须经本人同意才能提供', 'The student’s data are given with their consent only'),
      basis: '中华人民共和国个人信息保护法',
    }),
  ],
  steps: [
    { name: words('学生发出邀请', 'The student invites'), by: words('学生', 'Student'), days: 0 },
    { name: words('家长在线提出查询', 'Parent asks online'), by: words('家长', 'Parent'), days: 0 },
    {
      name: words('核实并答复', 'Check and answer'),
      by: words('学生处家校联络岗', 'Student Affairs, family liaison'),
      days: 3,
    },
  ],
  fees: [],
  result: { name: words('学生在校情况答复', 'Answer on the student’s progress'), kind: 'other' },
  resultDelivery: ['electronic'],
  places: [placeAt('mingde-03')],
  remedy: remedies.anyone,
  faqs: [
    {
      question: words('没有学生授权能查吗？', 'Can I ask without an invitation?'),
      answer: words(
        '不能。可以通过“家长来访预约”与辅导员当面沟通。',
        'No. You can book a visit and talk to the student’s adviser instead.',
      ),
    },
    {
      question: words('学生会知道我查了什么吗？', 'Will the student see what I ask?'),
      answer: words('会。查询内容和答复对学生本人可见。', 'Yes, both the question and the answer.'),
    },
  ],
});
