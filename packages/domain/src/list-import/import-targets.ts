import type { FieldPath } from '../catalog/index.ts';
import * as read from './cell-readers.ts';
import * as items from './item-readers.ts';
import * as spelt from './spellings.ts';

/** What a column can hold: a field of a matter, or a part of one. */
export interface ImportTarget {
  readonly path: FieldPath | 'code';
  /** What such a column is called; the first is what we call it. */
  readonly names: readonly string[];
  readonly read: read.CellReader;
}

const target = (path: ImportTarget['path'], reader: read.CellReader, names: string): ImportTarget => ({
  path,
  names: names.split(' '),
  read: reader,
});
const { text, sentence, days, flag, choice, choices, texts } = read;

const identity = {
  code: target('code', read.code, '事项编码 编码 事项代码 事项编号 目录编码'),
  name: target(
    'summary.name',
    text(200),
    '事项名称 名称 事项 服务事项 服务事项名称 办理事项 项目名称 校务服务事项 业务名称',
  ),
  department: target(
    'summary.departmentId',
    read.department,
    '实施部门 部门 责任部门 主管部门 承办部门 牵头部门 归口部门 所属部门 单位 责任单位 办理部门 实施主体 主办部门',
  ),
  summary: target('guide.summary', sentence(), '一句话说明 事项说明 事项简介 简介 说明 事项描述'),
  category: target('summary.category', text(40), '事项分类 分类 类别 主题 主题分类 业务类别'),
  audiences: target(
    'summary.audiences',
    choices(spelt.audienceSpellings),
    '服务对象 办理对象 面向对象 对象 适用对象 申请人 申请对象',
  ),
  audienceGroups: target(
    'guide.audienceGroups',
    choices(spelt.audienceGroupSpellings),
    '服务对象细分 对象细分 学生类别 教职工类别',
  ),
  lifeEvents: target('summary.lifeEvents', choices(spelt.lifeEventSpellings), '服务主题 办理阶段 人生阶段 生命周期'),
  keywords: target('summary.keywords', texts({ most: 60, length: 40, isOfWords: true }), '关键词 关键字 搜索词 别称'),
  taskType: target('guide.taskType', choice(spelt.taskTypeSpellings), '事项类型 权力类型 职权类型'),
  projectType: target('guide.projectType', choice(spelt.projectTypeSpellings), '办件类型 件类型'),
  reviewType: target('guide.reviewType', choice(spelt.reviewTypeSpellings), '审查类型 审批类型'),
  catalogCode: target('guide.nationalCodes', items.nationalCode('catalog'), '国家基本编码 基本编码'),
  taskCode: target('guide.nationalCodes', items.nationalCode('task'), '国家实施编码 实施编码'),
  handlingItem: target('guide.nationalCodes', items.nationalCode('handlingItem'), '业务办理项编码'),
};

const power = {
  office: target('guide.handlingOffice', text(80, null), '承办科室 科室 承办机构 处室 经办科室'),
  basis: target('guide.basis', items.basis, '设定依据 依据 办理依据 政策依据 法律依据 文件依据 实施依据'),
  powerCodes: target('guide.powerCodes', read.codes(50), '来源权力编号 权力编号 小微权力编号 权力清单编号'),
  components: target('guide.componentCodes', read.codes(30), '一件事所含事项 所含事项 包含事项'),
  powerSource: target('guide.powerSource', choice(spelt.powerSourceSpellings), '权力来源'),
  useLevel: target('guide.useLevel', choice(spelt.useLevelSpellings), '行使层级 层级'),
  division: target('guide.authorityDivision', sentence(null), '权限划分'),
  exercise: target('guide.exerciseContent', sentence(null), '行使内容'),
  bodyCode: target('guide.bodyCode', text(18, null), '统一社会信用代码 信用代码'),
  bodyNature: target('guide.bodyNature', choice(spelt.bodyNatureSpellings), '实施主体性质 主体性质'),
  joint: target('guide.jointDepartmentIds', read.departments, '联办部门 联办机构 配合部门 协办部门 协同部门'),
  entrusted: target('guide.entrustedBy', text(100, null), '委托部门'),
};

const conduct = {
  conditions: target('guide.conditions', items.sentences(40), '受理条件 申请条件 办理条件 条件 申办条件'),
  windows: target('guide.windows', read.spans, '申请窗口期 受理时间段 申请时间 受理期限 开放时间'),
  windowFrom: target('guide.windows', items.windowDay('from'), '申请开始日期 开始日期 起始日期 受理开始日期'),
  windowUntil: target('guide.windows', items.windowDay('until'), '申请截止日期 截止日期 结束日期 受理截止日期'),
  quota: target('guide.quota', sentence(null), '数量限制 限额 名额'),
  materials: target(
    'guide.materials',
    items.materials,
    '申请材料 材料 所需材料 申报材料 提交材料 办理材料 材料清单 需提交材料',
  ),
  steps: target('guide.steps', items.steps, '办理流程 流程 网上办理流程 办事流程 办理程序 网上流程 工作流程'),
  stepsOffline: target('guide.stepsOffline', items.steps, '窗口办理流程 线下流程 线下办理流程'),
  intermediary: target('guide.intermediary', sentence(null), '中介服务'),
  promised: target(
    'guide.promisedDays',
    days,
    '承诺办结时限 承诺时限 办理时限 办结时限 办理时限承诺 时限 承诺期限 承诺 办理期限 承诺工作日',
  ),
  promiseNote: target('guide.promiseNote', sentence(null), '承诺时限说明'),
  statutory: target('guide.statutoryDays', days, '法定办结时限 法定时限 办理时限法定 法定期限 法定'),
  statutoryUnit: target('guide.statutoryUnit', choice(spelt.limitUnitSpellings), '法定时限单位 法定办结时限单位'),
  statutoryNote: target('guide.statutoryNote', sentence(null), '法定时限说明'),
  vacation: target('guide.doesVacationCount', flag, '寒暑假计入时限'),
};

const channels = {
  channels: target(
    'summary.channels',
    choices(spelt.channelSpellings),
    '办理形式 办理方式 办理渠道 申请方式 受理方式 渠道',
  ),
  visits: target('guide.visitsOnSite', read.times, '到办事现场次数 跑动次数 到现场次数 跑几次 最多跑次数 现场次数'),
  visitReason: target(
    'guide.visitReason',
    sentence(null),
    '必须到现场的原因 现场原因 必须现场办理原因 必须现场办理的原因',
  ),
  isOnline: target(
    'guide.isOnline',
    flag,
    '网上办理 是否网上办理 是否网办 能否网办 是否支持网上办理 网办 可否网上办理',
  ),
  onlineUrl: target('guide.onlineUrl', read.address, '网办地址 网上办理地址 办理网址 网址 链接 在线办理地址'),
  isMobile: target('guide.isMobile', flag, '移动端办理 是否移动端办理 掌上办理 是否支持移动端'),
  mobileUrl: target('guide.mobileUrl', read.address, '移动端地址 移动端网址'),
  onlineDepth: target('guide.onlineDepth', choice(spelt.onlineDepthSpellings), '网办深度 网上办理深度'),
  handleArea: target('guide.handleArea', choice(spelt.handleAreaSpellings), '通办范围 是否通办'),
  isInHall: target('guide.isInHall', flag, '进驻服务大厅 是否进驻大厅 是否进驻政务大厅 进驻大厅'),
  counters: target('guide.counterCodes', read.codes(30), '进驻窗口 窗口编码'),
  places: target('guide.places', items.places, '办理地点和时间 办理地点及时间'),
  placeName: target('guide.places', items.place('name'), '办理窗口 窗口名称 办理场所'),
  placeAddress: target('guide.places', items.place('address'), '办理地点 办公地点 地点 受理地点 办理地址 办公地址'),
  placeHours: target('guide.places', items.place('hours'), '办理时间 办公时间 工作时间 受理时间 服务时间'),
  isBookable: target('guide.isBookable', flag, '支持预约 是否支持预约 是否可预约 预约办理 可否预约'),
  bookingRules: target('guide.booking', items.bookingRules, '预约规则 预约说明'),
  bookingPerDay: target('guide.booking', items.bookingPerDay, '每日预约名额 每日名额 预约名额'),
  isPaidOnline: target('guide.isPaidOnline', flag, '网上支付 是否支持网上支付'),
  isPosted: target('guide.isPosted', flag, '物流快递 是否支持快递 是否支持邮寄 是否支持物流快递 可否快递'),
  postedParts: target('guide.postedParts', choices(spelt.postedPartSpellings), '快递范围 可快递的内容'),
  isOnKiosk: target('guide.isOnKiosk', flag, '自助终端办理 是否自助终端办理 自助办理 自助终端 是否支持自助终端'),
};

const outcome = {
  fees: target('guide.fees', items.fees, '收费项目 收费 收费标准 费用 收费情况 是否收费'),
  result: target('guide.result', items.resultName, '办理结果 结果 结果名称 办理结果名称 办结结果 审批结果'),
  resultKind: target('guide.result', items.resultKind, '结果类型 办理结果类型'),
  delivery: target(
    'guide.resultDelivery',
    choices(spelt.resultDeliverySpellings),
    '结果领取方式 领取方式 送达方式 取件方式 结果送达',
  ),
  consultPhone: target('guide.consultPhone', read.phone, '咨询电话 联系电话 电话 咨询方式 联系方式 办公电话 咨询'),
  consultAddress: target('guide.consultAddress', sentence(null), '咨询地址'),
  complaintPhone: target('guide.complaintPhone', read.phone, '监督投诉电话 投诉电话 监督电话 监督投诉'),
  complaintAddress: target('guide.complaintAddress', sentence(null), '监督投诉地址 投诉地址'),
  remedy: target('guide.remedy', sentence(null), '救济途径 救济渠道'),
  runSystem: target('guide.runSystem', text(100, null), '业务系统 办理系统 所用系统 系统名称'),
  ssoUrl: target('guide.ssoUrl', read.address, '单点登录地址 单点登录网址'),
  ownerA: target('guide.ownerA', items.ownerName, '责任人 A岗 A岗责任人 责任人A岗 经办人 联系人 负责人 办理人'),
  ownerAPhone: target('guide.ownerA', items.ownerPhone, '责任人电话 A岗电话 经办人电话 联系人电话'),
  ownerB: target('guide.ownerB', items.ownerName, 'B岗 B岗责任人 责任人B岗'),
  ownerBPhone: target('guide.ownerB', items.ownerPhone, 'B岗电话'),
};

export const importTargets = { ...identity, ...power, ...conduct, ...channels, ...outcome } as const satisfies Readonly<
  Record<string, ImportTarget>
>;
export type ImportTargetKey = keyof typeof importTargets;
export const importTargetKeys = Object.keys(importTargets) as readonly ImportTargetKey[];

export const isImportTarget = (key: string): key is ImportTargetKey => Object.hasOwn(importTargets, key);

export const targetOf = (key: ImportTargetKey): ImportTarget => importTargets[key];

/** What we call the column. */
export const labelOf = (key: ImportTargetKey): string => importTargets[key].names[0] ?? key;

/** What we call the first column that holds a field, or a part of it. */
export const fieldLabel = (path: FieldPath): string => {
  const key = importTargetKeys.find((one) => importTargets[one].path === path);
  return key === undefined ? path : labelOf(key);
};

/** Without these a row names no matter. */
export const neededTargets: readonly ImportTargetKey[] = ['name', 'department'];
