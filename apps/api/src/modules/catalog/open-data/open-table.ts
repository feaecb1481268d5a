import { handlingItemsOf, type Fee, type Guide, type GuideStep } from '@yitang/domain/catalog';
import { plainYuan } from '@yitang/domain/vocabulary';
import type { OutputCell, OutputTable } from '../../../platform/table-file/index.ts';
import { wordOf } from '../consistency/value-words.ts';
import type { PublishedMatter } from '../published-matter.ts';
import { detailInWords, numbered } from './detail-in-words.ts';
import type { OpenDay } from './open-day.ts';
import { openWords } from './open-words.ts';

interface OpenColumn {
  /** As people read it. */
  readonly name: string;
  /** Name of the field in the JSON. */
  readonly field: string;
  readonly value: (matter: PublishedMatter, day: OpenDay) => OutputCell | null | undefined;
}

type Value = OpenColumn['value'];
const column = (name: string, field: string, value: Value): OpenColumn => ({ name, field, value });

type KeyOf<Wanted> = { [Key in keyof Guide]-?: NonNullable<Guide[Key]> extends Wanted ? Key : never }[keyof Guide];

/** A column that holds a field of the guide as it is. */
const plain = (name: string, field: KeyOf<string | number>): OpenColumn =>
  column(name, field, ({ guide }) => guide[field]);
const text = (name: string, field: KeyOf<{ readonly zh: string }>): OpenColumn =>
  column(name, field, ({ guide }) => guide[field]?.zh);
/** Empty where nobody has said. */
const flag = (name: string, field: KeyOf<boolean>): OpenColumn =>
  column(name, field, ({ guide }) => said(guide[field]));
const coded = (name: string, field: KeyOf<string | number>): OpenColumn =>
  column(name, field, ({ guide }) => {
    const code = guide[field];
    return code === undefined || code === null ? '' : wordOf(field, code);
  });
const detail = (name: string, field: KeyOf<readonly object[]>): OpenColumn =>
  column(name, field, (matter) => detailInWords(matter, field, matter.guide[field]));

const said = (is: boolean | undefined): string => (is === undefined ? '' : is ? '是' : '否');
const listed = (texts: readonly string[]): string => texts.join('；');
const words = (texts: readonly string[] = []): string => texts.join('、');

/** As the console reads lists: whoever takes the table along can bring it in again. */
const stepInWords = ({ name, by, days }: GuideStep): string => {
  const limit = days === null ? '' : days === 0 ? '，即办' : `，${days} 个工作日`;
  return `${name.zh}（${by.zh}${limit}）`;
};
const feeInWords = ({ name, amountFen, basis }: Fee): string =>
  `${name.zh} ${plainYuan(amountFen)} 元${basis === '' ? '' : `（依据：${basis}）`}`;
const situationsInWords = ({ situations = [] }: Guide): string =>
  numbered(
    situations.map(({ question, options }) => `${question.zh} ${options.map(({ label }) => label.zh).join('／')}`),
  );

const identity: readonly OpenColumn[] = [
  column('事项编码', 'code', ({ code }) => code),
  column('事项名称', 'name', ({ name }) => name),
  column('版本号', 'version', ({ version }) => version),
  column('生效日期', 'effectiveFrom', ({ effectiveFrom }) => effectiveFrom),
  column('批次', 'batch', (matter, day) => day.batchOf(matter)?.number),
  column('事项状态', 'paused', ({ paused }) => (paused === null ? '在用' : '暂停')),
  column('基本编码', 'nationalCodes.catalog', ({ guide }) => guide.nationalCodes?.catalog),
  column('实施编码', 'nationalCodes.task', ({ guide }) => guide.nationalCodes?.task),
  column('业务办理项编码', 'nationalCodes.handlingItem', ({ guide }) => guide.nationalCodes?.handlingItem),
  column('业务办理项', 'handlingItems', (matter) =>
    listed(handlingItemsOf(matter).map(({ code, name }) => `${name.zh}（${code}）`)),
  ),
  column('事项类型', 'taskType', ({ guide }) =>
    guide.taskType === undefined ? '' : openWords.taskType[guide.taskType],
  ),
  column('类别', 'category', ({ summary }) => summary.category),
  column('服务对象', 'audiences', ({ summary }) => listed(summary.audiences.map((one) => openWords.audience[one]))),
  column('服务对象细分', 'audienceGroups', ({ guide }) =>
    listed((guide.audienceGroups ?? []).map((one) => wordOf('audienceGroups', one))),
  ),
  column('服务主题', 'lifeEvents', ({ summary }) => listed(summary.lifeEvents.map((one) => openWords.lifeEvent[one]))),
  column('关键词', 'keywords', ({ summary }) => words(summary.keywords)),
  column('办件类型', 'projectType', ({ guide }) => openWords.projectType[guide.projectType]),
  coded('审查类型', 'reviewType'),
  column('特殊要求', 'specialExclusion', (matter) =>
    detailInWords(matter, 'specialExclusion', matter.guide.specialExclusion && [matter.guide.specialExclusion]),
  ),
  text('说明', 'summary'),
];

const power: readonly OpenColumn[] = [
  column('实施主体', 'department.name', (matter, day) => day.departmentOf(matter)),
  plain('承办机构', 'handlingOffice'),
  column('设定依据', 'basis', ({ guide }) =>
    listed(guide.basis.map(({ title, docNo, article }) => `《${title}》${docNo ?? ''}${article ?? ''}`)),
  ),
  detail('依据明细', 'basis'),
  column('权力清单编号', 'powerCodes', ({ guide }) => listed(guide.powerCodes ?? [])),
  coded('权力来源', 'powerSource'),
  coded('行使层级', 'useLevel'),
  text('权限划分', 'authorityDivision'),
  text('行使内容', 'exerciseContent'),
  plain('统一社会信用代码', 'bodyCode'),
  coded('实施主体性质', 'bodyNature'),
  column('联办部门', 'jointDepartmentIds', ({ guide }, day) =>
    words((guide.jointDepartmentIds ?? []).flatMap((id) => day.departmentName(id) ?? [])),
  ),
  column('一件事所含事项', 'componentCodes', ({ guide }) => listed(guide.componentCodes ?? [])),
  plain('委托部门', 'entrustedBy'),
];

const conduct: readonly OpenColumn[] = [
  column('受理条件', 'conditions', ({ guide }) => numbered(guide.conditions.map(({ zh }) => zh))),
  column('自动核验', 'preconditions', (matter) =>
    detailInWords(
      matter,
      'preconditions',
      matter.preconditions.map(({ key: _, rule: __, ...told }) => told),
    ),
  ),
  column('申请窗口期', 'windows', ({ guide }) =>
    listed((guide.windows ?? []).map(({ from, until }) => `${from}至${until}`)),
  ),
  detail('窗口期明细', 'windows'),
  text('数量限制', 'quota'),
  column('办理情形', 'situations', ({ guide }) => situationsInWords(guide)),
  column('申请材料', 'materials', ({ guide }) => numbered(guide.materials.map(({ name }) => name.zh))),
  detail('材料明细', 'materials'),
  column('办理流程', 'steps', ({ guide }) => numbered(guide.steps.map(stepInWords))),
  detail('环节明细', 'steps'),
  column('窗口办理流程', 'stepsOffline', ({ guide }) => numbered((guide.stepsOffline ?? []).map(stepInWords))),
  detail('窗口环节明细', 'stepsOffline'),
  detail('特别程序', 'specialProcedures'),
  text('中介服务', 'intermediary'),
  plain('法定办结时限（未注明单位的为工作日）', 'statutoryDays'),
  coded('法定时限单位', 'statutoryUnit'),
  text('法定时限说明', 'statutoryNote'),
  plain('承诺办结时限（工作日）', 'promisedDays'),
  text('承诺时限说明', 'promiseNote'),
  flag('寒暑假计入时限', 'doesVacationCount'),
];

const channels: readonly OpenColumn[] = [
  column('办理形式', 'channels', ({ summary }) => listed(summary.channels.map((one) => openWords.channel[one]))),
  plain('到办事现场次数', 'visitsOnSite'),
  text('必须现场办理原因', 'visitReason'),
  flag('是否网办', 'isOnline'),
  plain('网办地址', 'onlineUrl'),
  flag('移动端办理', 'isMobile'),
  plain('移动端地址', 'mobileUrl'),
  plain('网办深度', 'onlineDepth'),
  coded('通办范围', 'handleArea'),
  flag('进驻服务大厅', 'isInHall'),
  column('进驻窗口', 'counterCodes', ({ guide }) => words(guide.counterCodes)),
  column('办理地点和时间', 'places', ({ guide }) =>
    numbered(guide.places.map(({ name, address, hours }) => `${name.zh}，${address.zh}，${hours.zh}`)),
  ),
  flag('支持预约', 'isBookable'),
  column('每日预约名额', 'booking.perDay', ({ guide }) => guide.booking?.perDay),
  column('预约规则', 'booking.rules', ({ guide }) => guide.booking?.rules?.zh),
  flag('网上支付', 'isPaidOnline'),
  flag('物流快递', 'isPosted'),
  column('快递范围', 'postedParts', ({ guide }) => words(guide.postedParts?.map((one) => wordOf('postedParts', one)))),
  flag('自助终端办理', 'isOnKiosk'),
];

const outcome: readonly OpenColumn[] = [
  column('收费', 'fees', ({ guide }) => (guide.fees.length === 0 ? '不收费' : listed(guide.fees.map(feeInWords)))),
  detail('收费明细', 'fees'),
  column('结果名称', 'result.name', ({ guide }) => guide.result?.name.zh),
  column('结果类型', 'result.kind', ({ guide }) => (guide.result === null ? '' : openWords.result[guide.result.kind])),
  column('结果样本', 'result.sampleFileId', ({ guide: { result } }, { origin }) =>
    result?.sampleFileId === undefined ? '' : `${origin}/api/catalog-files/${result.sampleFileId}`,
  ),
  column('结果领取方式', 'resultDelivery', ({ guide }) =>
    listed(guide.resultDelivery.map((one) => openWords.delivery[one])),
  ),
  plain('咨询电话', 'consultPhone'),
  text('咨询地址', 'consultAddress'),
  plain('监督投诉电话', 'complaintPhone'),
  text('监督投诉地址', 'complaintAddress'),
  text('救济途径', 'remedy'),
  detail('常见问题', 'faqs'),
  plain('业务系统', 'runSystem'),
  plain('单点登录地址', 'ssoUrl'),
  column('责任人', 'ownerA.name', ({ guide }) => guide.ownerA?.name),
  column('责任人电话', 'ownerA.phone', ({ guide }) => guide.ownerA?.phone),
  column('B岗', 'ownerB.name', ({ guide }) => guide.ownerB?.name),
  column('B岗电话', 'ownerB.phone', ({ guide }) => guide.ownerB?.phone),
  column('指南地址', 'url', (matter, day) => day.addressOf(matter)),
  // Not kept by day: of an earlier day they are called as they are called now.
  column('组织信息截至', 'organizationOn', (_matter, day) => day.today),
  column('行标识', 'rowGuid', ({ id }) => id),
];

/** The columns of the table of the whole catalog. `docs/OPEN-DATA.md` lists them with their fields; a test compares. */
export const openColumns: readonly OpenColumn[] = [...identity, ...power, ...conduct, ...channels, ...outcome];

/** What the rows cannot say of themselves, and an empty list not at all. */
export function openNotes(day: OpenDay): OutputTable {
  return {
    name: '说明',
    columns: ['项目', '内容'],
    rows: [
      ['目录日期', day.on],
      ['部门、窗口和权力清单', `名称和内容为 ${day.today} 的，不随目录日期变化`],
    ],
  };
}

/** A row for each matter, in words. */
export function openTable(day: OpenDay): OutputTable {
  return {
    name: '校务服务事项目录',
    columns: openColumns.map(({ name }) => name),
    rows: day.matters.map((matter) => openColumns.map(({ value }) => value(matter, day) ?? '')),
  };
}
