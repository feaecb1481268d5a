import type { Locale } from '@yitang/domain/vocabulary';

/** Words of the printed guide and of the one-time notice. */
const chinese = {
  guide: '办事指南',
  notice: '一次性告知单',
  matter: '事项名称',
  department: '办理部门',
  trips: '到现场次数',
  tripCount: (count: number) => (count === 0 ? '零上门' : `${count} 次`),
  promise: '承诺时限',
  days: (count: number) => (count === 0 ? '即时办结' : `${count} 个工作日`),
  fees: '收费',
  free: '不收费',
  money: (yuan: string) => `${yuan} 元`,
  consult: '咨询电话',
  complaint: '监督投诉电话',
  conditions: '办理条件',
  materials: '需要提交的材料',
  nothing: '无需提交材料',
  notAsked: '学校已有，无需提交',
  depends: '视情形而定',
  form: { electronic: '电子', paper: '纸质', either: '电子或纸质' },
  count: (originals: number, copies: number) =>
    [originals > 0 ? `原件 ${originals} 份` : '', copies > 0 ? `复印件 ${copies} 份` : ''].filter(Boolean).join('，'),
  steps: '办理流程',
  stepsOffline: '窗口办理流程',
  result: '办理结果',
  places: '办理地点和时间',
  basis: '设定依据',
  remedy: '救济途径',
  faqs: '常见问题',
  note: (version: number, day: string) =>
    `依据第 ${version} 版办事指南（自 ${day} 起施行）一次性告知；本单列明之外的材料，窗口不得要求提供。`,
  sample: '本指南内容为演示编写的示例，不代表任何学校的真实规定。',
  purpose: '扫描二维码查看最新指南　Scan for the current guide',
};

const english: typeof chinese = {
  guide: 'Guide',
  notice: 'Notice of all that is needed',
  matter: 'Service',
  department: 'Handled by',
  trips: 'Trips',
  tripCount: (count) => (count === 0 ? 'none' : String(count)),
  promise: 'Promised within',
  days: (count) => (count === 0 ? 'at once' : `${count} working days`),
  fees: 'Fees',
  free: 'none',
  money: (yuan) => `CNY ${yuan}`,
  consult: 'Telephone',
  complaint: 'Complaints',
  conditions: 'Conditions',
  materials: 'What to hand in',
  nothing: 'Nothing',
  notAsked: 'the university has it',
  depends: 'depending on your situation',
  form: { electronic: 'electronic', paper: 'paper', either: 'electronic or paper' },
  count: (originals, copies) =>
    [originals > 0 ? `originals: ${originals}` : '', copies > 0 ? `copies: ${copies}` : ''].filter(Boolean).join(', '),
  steps: 'Steps',
  stepsOffline: 'Steps at the counter',
  result: 'Result',
  places: 'Where and when',
  basis: 'Basis',
  remedy: 'Remedies',
  faqs: 'Questions',
  note: (version, day) =>
    `All that is needed by version ${version} of the guide, in force since ${day}; the counter may ask for nothing else.`,
  sample: 'The content of this guide is a sample made for the demo.',
  purpose: 'Scan for the current guide',
};

export const paperWords: Readonly<Record<Locale, typeof chinese>> = { 'zh-CN': chinese, en: english };
