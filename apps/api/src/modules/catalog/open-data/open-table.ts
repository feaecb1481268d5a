import { handlingItemsOf, type Fee, type GuideStep } from '@yitang/domain/catalog';
import type { OutputCell, OutputTable } from '../../../platform/table-file/index.ts';
import type { PublishedMatter } from '../published-matter.ts';
import type { OpenDay } from './open-day.ts';
import { openWords } from './open-words.ts';

interface OpenColumn {
  /** As people read it. */
  readonly name: string;
  /** Name of the field in the JSON. */
  readonly field: string;
  readonly value: (matter: PublishedMatter, day: OpenDay) => OutputCell | null | undefined;
}

const listed = (texts: readonly string[]): string => texts.join('；');
const yesOrNo = (is: boolean | undefined): string => (is === true ? '是' : '否');
const numbered = (texts: readonly string[]): string => texts.map((text, index) => `${index + 1}. ${text}`).join('\n');
const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;

/** As the console reads lists: whoever takes the table along can bring it in again. */
const stepInWords = ({ name, by, days }: GuideStep): string => {
  const limit = days === null ? '' : days === 0 ? '，即办' : `，${days} 个工作日`;
  return `${name.zh}（${by.zh}${limit}）`;
};
const feeInWords = ({ name, amountFen, basis }: Fee): string =>
  `${name.zh} ${yuan(amountFen)}${basis === '' ? '' : `（依据：${basis}）`}`;

/** The columns of the table of the whole catalog. `docs/OPEN-DATA.md` lists them with their fields; a test compares. */
export const openColumns: readonly OpenColumn[] = [
  { name: '事项编码', field: 'code', value: ({ code }) => code },
  { name: '事项名称', field: 'name', value: ({ name }) => name },
  { name: '版本号', field: 'version', value: ({ version }) => version },
  { name: '生效日期', field: 'effectiveFrom', value: ({ effectiveFrom }) => effectiveFrom },
  { name: '批次', field: 'batch', value: (matter, day) => day.batchOf(matter)?.number },
  { name: '事项状态', field: 'paused', value: ({ paused }) => (paused === null ? '在用' : '暂停') },
  { name: '基本编码', field: 'nationalCodes.catalog', value: ({ guide }) => guide.nationalCodes?.catalog },
  { name: '实施编码', field: 'nationalCodes.task', value: ({ guide }) => guide.nationalCodes?.task },
  {
    name: '业务办理项编码',
    field: 'nationalCodes.handlingItem',
    value: ({ guide }) => guide.nationalCodes?.handlingItem,
  },
  {
    name: '业务办理项',
    field: 'situations',
    value: (matter) => listed(handlingItemsOf(matter).map(({ code, name }) => `${name.zh}（${code}）`)),
  },
  {
    name: '事项类型',
    field: 'taskType',
    value: ({ guide }) => (guide.taskType === undefined ? '' : openWords.taskType[guide.taskType]),
  },
  { name: '实施主体', field: 'department.name', value: (matter, day) => day.departmentOf(matter) },
  { name: '承办机构', field: 'handlingOffice', value: ({ guide }) => guide.handlingOffice },
  { name: '类别', field: 'category', value: ({ summary }) => summary.category },
  {
    name: '服务对象',
    field: 'audiences',
    value: ({ summary }) => listed(summary.audiences.map((one) => openWords.audience[one])),
  },
  {
    name: '服务主题',
    field: 'lifeEvents',
    value: ({ summary }) => listed(summary.lifeEvents.map((one) => openWords.lifeEvent[one])),
  },
  { name: '办件类型', field: 'projectType', value: ({ guide }) => openWords.projectType[guide.projectType] },
  { name: '说明', field: 'summary', value: ({ guide }) => guide.summary.zh },
  {
    name: '设定依据',
    field: 'basis',
    value: ({ guide }) =>
      listed(guide.basis.map(({ title, docNo, article }) => `《${title}》${docNo ?? ''}${article ?? ''}`)),
  },
  { name: '受理条件', field: 'conditions', value: ({ guide }) => numbered(guide.conditions.map(({ zh }) => zh)) },
  { name: '数量限制', field: 'quota', value: ({ guide }) => guide.quota?.zh },
  { name: '申请材料', field: 'materials', value: ({ guide }) => numbered(guide.materials.map(({ name }) => name.zh)) },
  {
    name: '办理流程',
    field: 'steps',
    value: ({ guide }) => numbered(guide.steps.map(stepInWords)),
  },
  { name: '法定办结时限（工作日）', field: 'statutoryDays', value: ({ guide }) => guide.statutoryDays },
  { name: '承诺办结时限（工作日）', field: 'promisedDays', value: ({ guide }) => guide.promisedDays },
  {
    name: '办理形式',
    field: 'channels',
    value: ({ summary }) => listed(summary.channels.map((one) => openWords.channel[one])),
  },
  { name: '到办事现场次数', field: 'visitsOnSite', value: ({ guide }) => guide.visitsOnSite },
  { name: '必须现场办理原因', field: 'visitReason', value: ({ guide }) => guide.visitReason?.zh },
  { name: '是否网办', field: 'isOnline', value: ({ guide }) => yesOrNo(guide.isOnline) },
  { name: '网办地址', field: 'onlineUrl', value: ({ guide }) => guide.onlineUrl },
  { name: '网办深度', field: 'onlineDepth', value: ({ guide }) => guide.onlineDepth },
  {
    name: '办理地点和时间',
    field: 'places',
    value: ({ guide }) =>
      numbered(guide.places.map(({ name, address, hours }) => `${name.zh}，${address.zh}，${hours.zh}`)),
  },
  {
    name: '收费',
    field: 'fees',
    value: ({ guide }) => (guide.fees.length === 0 ? '不收费' : listed(guide.fees.map(feeInWords))),
  },
  { name: '结果名称', field: 'result.name', value: ({ guide }) => guide.result?.name.zh },
  {
    name: '结果类型',
    field: 'result.kind',
    value: ({ guide }) => (guide.result === null ? '' : openWords.result[guide.result.kind]),
  },
  {
    name: '结果领取方式',
    field: 'resultDelivery',
    value: ({ guide }) => listed(guide.resultDelivery.map((one) => openWords.delivery[one])),
  },
  { name: '咨询电话', field: 'consultPhone', value: ({ guide }) => guide.consultPhone },
  { name: '监督投诉电话', field: 'complaintPhone', value: ({ guide }) => guide.complaintPhone },
  { name: '救济途径', field: 'remedy', value: ({ guide }) => guide.remedy?.zh },
  { name: '权力清单编号', field: 'powerCodes', value: ({ guide }) => listed(guide.powerCodes ?? []) },
  { name: '一件事所含事项', field: 'components', value: ({ guide }) => listed(guide.componentCodes ?? []) },
  { name: '指南地址', field: 'url', value: (matter, day) => day.addressOf(matter) },
  { name: '行标识', field: 'rowGuid', value: ({ id }) => id },
];

/** A row for each matter, in words. */
export function openTable(day: OpenDay): OutputTable {
  return {
    name: '校务服务事项目录',
    columns: openColumns.map(({ name }) => name),
    rows: day.matters.map((matter) => openColumns.map(({ value }) => value(matter, day) ?? '')),
  };
}
