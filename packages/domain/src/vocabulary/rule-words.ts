/** What a breach means for publication: it is refused, or it is told. */
export const severities = ['blocks', 'warns'] as const;
export type Severity = (typeof severities)[number];

/**
 * The rules of a consistent catalog. The first group are those that the province audits, in its order, with the four
 * that the campus adds; the others keep what is written together: with the directory, with other matters, and with today.
 */
export const ruleIds = [
  'instant-or-promised', // 1 承诺时限=即办 ⇔ 即办件、即审即办
  'result-kind', // 2 结果名称与结果类型
  'result-sample', // 2 有结果须有样本
  'visit-reason', // 3 到现场次数与原因
  'posted-application', // 4 零跑动且非网办须可邮寄申请
  'full-online-visits', // 5 网办深度Ⅳ须零跑动
  'fee-details', // 6 收费项目、标准、依据
  'online-payment', // 6 不收费不支持网上支付
  'phone-form', // 7 电话含区号
  'phones-differ', // 7 咨询与投诉电话不同
  'opening-hours', // 8 办理时间
  'door-number', // 8 地址到窗口或门牌号
  'audience-topic', // 9 服务对象与主题
  'audience-group', // 9 服务对象细分属于服务对象
  'licence-faq', // 10 出证类须有常见问题
  'licence-flow', // 10 出证类流程
  'steps-within-promise', // 10 环节时限之和不超承诺
  'within-statutory', // 11 承诺不超法定
  'shared-source', // 12 共享材料须有来源
  'one-trip-claim', // 13 达不到的不得称“最多跑一次”
  'counter-trips', // 14 窗口申请、窗口领取的跑动次数
  'required-field',
  'recommended-field',
  'counter-flow', // 24 网上、窗口流程分列
  'named-entries',
  'proof-basis',
  'suspected-proof',
  'denied-proof',
  'precondition-basis',
  'procedure-basis',
  'basis-in-force',
  'period-order',
  'review-due',
  'department-exists',
  'counter-exists',
  'joint-components',
  'issuing-matter',
  'materials-in-circle',
  'unique-keys',
  'condition-target',
  'many-situations',
  'form-and-route',
  'form-faults',
  'route-faults',
  'layout-faults',
  'post-held',
  'post-partly-held',
  'address-form',
  'address-answers',
  'still-needed',
] as const;
export type RuleId = (typeof ruleIds)[number];
