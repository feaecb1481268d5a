import type { LayoutFaultCode } from '@yitang/domain/certificate';
import type { FormFaultCode } from '@yitang/domain/form';
import type { RouteFaultCode } from '@yitang/domain/route';
import type { RuleId } from '@yitang/domain/vocabulary';

/** A rule for people: what it is called, what is wrong where it is broken, and what mends it. `{name}` is a parameter. */
export interface RuleWords {
  readonly title: string;
  readonly sentence: string;
  readonly fix: string;
}

const words = (title: string, sentence: string, fix: string): RuleWords => ({ title, sentence, fix });

export const ruleWords: Readonly<Record<RuleId, RuleWords>> = {
  'instant-or-promised': words(
    '即办与承诺一致',
    '承诺时限为 {days} 个工作日，应为“{wanted}”。',
    '改为“{wanted}”，或修改承诺时限（0 为当场办结）。',
  ),
  'result-kind': words(
    '结果名称与结果类型一致',
    '结果名称为“{name}”，结果类型应为“{wanted}”。',
    '填写结果名称，或将结果类型改为“{wanted}”。',
  ),
  'result-sample': words('结果有样本', '办理结果“{name}”没有样本。', '上传一份结果样本，让申请人知道会拿到什么。'),
  'visit-reason': words(
    '跑动次数与原因一致',
    '到现场次数为 {visits}，与必须现场办理的原因不一致。',
    '要到现场的写明原因；不用到现场的删去原因。',
  ),
  'posted-application': words(
    '零跑动有申请途径',
    '不用到现场，又不能网办，也没有邮寄申请，申请人无法提出申请。',
    '办理形式增加“邮寄”，或开通网办，或如实填写到现场次数。',
  ),
  'full-online-visits': words(
    '全程网办零跑动',
    '网办深度为Ⅳ级（全程网办），到现场次数却是 {visits}。',
    '将到现场次数改为 0，或降低网办深度。',
  ),
  'fee-details': words(
    '收费要素齐全',
    '第 {number} 项收费“{name}”缺少{missing}。',
    '补全收费项目、标准和依据；不收费的删去这一项。',
  ),
  'online-payment': words(
    '不收费不设网上支付',
    '没有收费，却填写了支持网上支付。',
    '将“支持网上支付”改为否，或补充收费项目。',
  ),
  'phone-form': words(
    '电话号码规范',
    '“{phone}”不是带区号的电话号码。',
    '写成“0571-88881234”的形式；多个号码用顿号隔开，分机写“转 8012”。',
  ),
  'phones-differ': words(
    '咨询与投诉电话不同',
    '投诉电话与咨询电话相同（{phone}）。',
    '填写另一个部门或监督机构的电话。',
  ),
  'opening-hours': words(
    '办理时间写明工作日',
    '“{place}”的办理时间没有写明工作日。',
    '写成“工作日 8:30–11:30，13:30–17:00”的形式。',
  ),
  'door-number': words('地址到窗口或门牌', '“{place}”的地址没有写到窗口或门牌号。', '写明楼名、房间号和窗口号。'),
  'audience-topic': words('服务对象与主题相符', '服务主题与服务对象不相符：{mismatch}。', '调整服务主题或服务对象。'),
  'audience-group': words(
    '服务对象细分属于服务对象',
    '细分“{group}”不在所选的服务对象之中。',
    '删去这一细分，或补选它所属的服务对象。',
  ),
  'licence-faq': words(
    '出证事项有常见问题',
    '结果为证件，却没有一条完整的常见问题。',
    '至少写一条申请人常问的问题和回答。',
  ),
  'licence-flow': words(
    '出证事项流程完整',
    '办理流程中没有{missing}环节。',
    '按受理、审核、审批、办结、送达列出各环节。',
  ),
  'steps-within-promise': words(
    '环节时限不超过承诺',
    '各环节合计 {days} 个工作日，超过承诺的 {promised} 个工作日。',
    '压缩环节时限，或延长承诺时限。',
  ),
  'within-statutory': words(
    '承诺不超过法定',
    '承诺 {promised} 个工作日，超过法定的 {statutory} 个工作日。',
    '将承诺时限改为不超过法定时限。',
  ),
  'shared-source': words('共享材料有来源', '“{material}”由学校共享取得，{lack}。', '{mend}'),
  'one-trip-claim': words(
    '不虚称最多跑一次',
    '文字称只跑一次，而到现场次数{visits}。',
    '删去这一说法，或把跑动次数减到 1 次以内。',
  ),
  'counter-trips': words(
    '窗口申请、窗口领取的跑动次数',
    '只能到窗口申请、又只能到窗口领取结果，且不是当场办结，至少要跑两次，填写的却是 {visits} 次。',
    '增加邮寄、自提柜等领取方式或网上申请，或如实填写 2 次。',
  ),
  'required-field': words('必填项', '“{field}”没有填写。', '填写“{field}”。'),
  'recommended-field': words('应填项', '“{field}”没有填写。', '建议填写“{field}”，让申请人少问一次。'),
  'counter-flow': words(
    '两种渠道各有流程',
    '既可网上办又可窗口办，却没有窗口办理流程。',
    '写出窗口办理的各环节；与网上相同的，照样写一遍。',
  ),
  'named-entries': words('每一条都写完整', '第 {number} 条没有写完整。', '补全这一条，或将它删去。'),
  'proof-basis': words(
    '证明和盖章有依据',
    '“{material}”是证明或盖章，却没有依据。',
    '写明要求它的规定；没有规定的，取消这份材料。',
  ),
  'suspected-proof': words(
    '疑似证明或盖章',
    '“{material}”看来是证明或盖章，却没有回答是不是，也没有依据。',
    '是证明或盖章的，答“是”并写出依据，没有依据的取消；不是的，答“否”。',
  ),
  'denied-proof': words(
    '疑似证明或盖章，答为不是',
    '“{material}”看来是证明或盖章，却答为不是，也没有依据。',
    '再核对一次：是证明或盖章的，改答“是”并写出依据；确实不是的，换一个不会误解的名称。',
  ),
  'precondition-basis': words(
    '前置条件有依据',
    '前置条件“{precondition}”没有依据。',
    '写明设定它的规定；没有规定的，取消这项条件。',
  ),
  'procedure-basis': words('特别程序有依据和期限', '特别程序“{procedure}”没有依据或期限。', '写明依据和最长工作日数。'),
  'basis-in-force': words('依据有效', '《{title}》已于 {day} 失效。', '换成现行有效的规定，或更正失效日期。'),
  'period-order': words('起止日期先后', '结束日期 {until} 早于开始日期 {from}。', '更正起止日期。'),
  'review-due': words('到期复核', '有效到 {day}，现已过期。', '重新核定后更新日期，或删去这一项。'),
  'department-exists': words('部门存在', '所填的部门不存在或已撤销。', '从部门列表中重新选择。'),
  'counter-exists': words('窗口存在', '没有编号为“{code}”的窗口。', '从窗口列表中重新选择。'),
  'joint-components': words(
    '一件事由单个事项组成',
    '“一件事”所含的 {code} 没有发布、就是本事项，或自身也是“一件事”。',
    '只填已发布的单个事项的编码，否则办件量会重复计算。',
  ),
  'issuing-matter': words(
    '出具材料的事项在办',
    '“{material}”应由事项 {code} 出具，而该事项没有发布或没有办理结果。',
    '改为正确的事项编码，或先发布该事项。',
  ),
  'materials-in-circle': words(
    '材料不互为前提',
    '下列事项互相以对方的结果为材料，谁也无法先办：{matters}{more}。',
    '取消其中一份材料，或改由学校共享取得。',
  ),
  'unique-keys': words('标识不重复', '标识“{key}”用了不止一次。', '给其中一个换一个标识。'),
  'condition-target': words(
    '情形和条件有去处',
    '“{name}”的显示条件指向不存在的问题或选项（{target}）。',
    '改为表单或情形中已有的问题和选项。',
  ),
  'many-situations': words(
    '情形问题不过多',
    '有 {count} 个情形问题，超过 {most} 个。',
    '合并或删去分不出材料和环节的问题，只留下 2 至 {most} 个。',
  ),
  'form-and-route': words('表单与环节成对', '{missing}', '补上缺少的部分；不开通网上申请的，两者都删去。'),
  'form-faults': words('表单可以填完', '表单“{key}”处：{fault}', '在表单编辑器中改正。'),
  'route-faults': words('环节可以走完', '{stage}{fault}', '在环节编辑器中改正。'),
  'layout-faults': words('电子证明可以签发', '{fault}', '在电子证明编辑器中改正。'),
  'post-held': words(
    '岗位有人',
    '环节“{stage}”的岗位 {post} 不存在或无人在岗，办件会停在这里。',
    '改用有人在岗的岗位，或请管理员安排人员。',
  ),
  'post-partly-held': words(
    '各单位岗位都有人',
    '环节“{stage}”的岗位 {post} 有 {vacant} 个单位无人在岗，这些单位的申请会停在这里。',
    '请管理员为这些单位安排人员。',
  ),
  'address-form': words(
    '网址规范',
    '“{address}”不是可以公开的网址。',
    '填写以 https:// 开头、带完整域名的网址，不含用户名和密码。',
  ),
  'address-answers': words(
    '网址可以打开',
    '{address} 上次检查时打不开（{found}）。',
    '核对网址，或请运行系统的部门修复。',
  ),
  'still-needed': words(
    '被引用的事项不取消',
    '事项“{matter}”仍以本事项的结果为材料。',
    '先修改那个事项，再取消本事项。',
  ),
};

/** Why a form, a route or a certificate does not work. `{name}` is what it is about. */
export const faultWords: Readonly<Record<FormFaultCode | RouteFaultCode | LayoutFaultCode, string>> = {
  'form.repeated-key': '标识重复。',
  'form.page-size': '每页须有 1 至 5 个问题。',
  'form.condition-looks-ahead': '显示条件或日期先后引用的不是前面的问题。',
  'form.condition-never': '显示条件永远不会成立，没有人能看到它。',
  'form.no-options': '没有可以选择的选项。',
  'form.prefill-unfit': '这类问题不能从该来源预填，或预填后还有内容要填，不能锁定。',
  'form.words-missing': '缺少中文名称或文字。',
  'form.purpose-missing': '涉及个人敏感信息，须写明用途。',
  'form.no-columns': '表格没有列。',
  'form.computed-source':
    '计算的来源须在前面，且类型相符：合计与差额用数字或金额（不混用），计数用多选或表格，天数用日期范围或两个日期。',
  'form.unknown-requirement': '对应的材料不存在，或不由申请人上传。',
  'form.file-beside-questions': '上传文件须单独成页，同页只能有说明和其他文件。',
  'form.repeated-option': '选项重复。',
  'form.impossible-bounds': '上下限颠倒，没有可以填写的值。',
  'form.bad-pattern': '格式要求写错，无法检查。',
  'form.locked-without-source': '不许修改的问题没有数据来源。',
  'route.repeated-key': '环节标识重复。',
  'route.no-task': '没有岗位办理。',
  'route.parallel-not-run': '有几个岗位同时办理，系统还不能这样流转，请拆成先后几个环节。',
  'route.no-limit': '没有时限。',
  'route.nobody-accepts': '第一个环节没有人可以受理。',
  'route.nobody-passes': '没有人可以通过到下一环节。',
  'route.nobody-decides': '最后一个环节没有人可以作出决定。',
  'route.misplaced-power': '受理、不予受理只能在第一个环节，决定只能在最后一个环节。',
  'route.limits-exceed-promise': '各环节时限之和超过承诺时限。',
  'layout.says-nothing': '证明没有正文，也没有表格。',
  'layout.unknown-value': '没有“{name}”这个取值，请从可用的取值中选用。',
  'layout.unknown-question': '申请表单里没有标识为“{name}”的问题，或它的回答不能写进证明。',
  'layout.maybe-unanswered': '“{name}”不是每位申请人都填，没有填的人拿不到证明。请改为必填，或不写进证明。',
  'layout.no-english': '中英文对照的证明里，“{name}”没有英文。',
};
