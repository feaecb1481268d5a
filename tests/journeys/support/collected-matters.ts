import {
  demoFullGuides,
  demoLaterGuides,
  demoMatters,
  type DemoMatter,
} from '../../../apps/api/src/database/seeds/demo/index.ts';
import type { WrittenRow } from './messy-catalog.ts';

/** Letters alone: a digit would be read as an amount. */
export const mark = [...String(Date.now()).slice(-6)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
export const fee = `押金手续${mark}`;
export const paper = `申请登记表${mark}`;
export const sentenceOf = (name: string): string => `办理${name}，审核后到窗口领取（${mark}）。`;

/** What the list says of the same matter twice; the one that goes, and the one that takes over. */
export const doubled = { gone: '学生转专业申请', heir: '转专业申请' } as const;

const kinds: Readonly<Record<string, string>> = {
  '05': '行政给付',
  '07': '行政确认',
  '10': '其他权力',
  '20': '公共服务',
};
const served = {
  student: '全体学生',
  teacher: '教职工',
  parent: '家长',
  alumnus: '校友',
  visitor: '社会公众',
} as const;
const written = new Set([...demoFullGuides, ...demoLaterGuides].map(({ matterCode }) => matterCode));
const kindOf = ({ code }: DemoMatter): string | undefined => kinds[code.slice(10, 12)];

/** Matters of the list whose guides nobody has written yet, as their offices would hand them in. */
const waiting = (departmentCode: string): DemoMatter[] =>
  demoMatters.filter(
    (matter) =>
      matter.departmentCode === departmentCode &&
      !written.has(matter.code) &&
      kindOf(matter) !== undefined &&
      matter.category !== '一件事' &&
      matter.name !== doubled.gone,
  );

const offices = [
  ['教务部', waiting('105')],
  ['学工处', waiting('107')],
  ['后勤', waiting('117')],
] as const;
export const listed: readonly DemoMatter[] = offices.flatMap(([, matters]) => matters);

/** One that the list lacks. */
export const added = '琴房时段预约';

const asIn = (matter: DemoMatter, at: number, more: WrittenRow = {}): WrittenRow =>
  row(matter.name, at, {
    类别: matter.category,
    谁来办: matter.audiences.map((one) => served[one]).join('、'),
    事项类型: kindOf(matter) ?? '',
    承办科室: matter.listedDepartment,
    ...more,
  });

/** What keeps every rule of the catalog, in the spellings that people use. */
export function row(name: string, at: number, more: WrittenRow = {}): WrittenRow {
  const day = at % 2 === 0 ? '２０２７年３月１日至２０２７年６月３０日' : '全年';
  return {
    办什么事: name,
    一句话说清: sentenceOf(name),
    类别: '场地活动',
    谁来办: '全体学生、教职工',
    事项类型: '公共服务',
    办件类型: '承诺件',
    审查类型: '前审后批',
    承办科室: '综合科',
    政策依据: '《场地与物品管理办法（示例）》（示大〔2026〕１２号）第三条',
    办理条件: '１．在校师生；２．用于教学或活动',
    所需材料: `１．${paper}（电子，用途：登记申请）２．身份信息（共享：统一身份库，用途：核对身份）`,
    工作流程: '提交申请（申请人，即办）→审核（综合科，２个工作日）→领取（窗口，1天）',
    法定: '１０个工作日',
    '承诺（工作日）': '五个工作日',
    受理时间段: day,
    办理方式: '窗口',
    跑动次数: '最多跑一次',
    现场原因: '核对并领取',
    是否网办: '×',
    收费标准: at % 3 === 0 ? `${fee}10元/次（依据：示范大学服务性收费公示（示例））` : '不收费',
    结果名称: '使用确认单',
    结果类型: '批文',
    领取方式: '窗口领取、电子送达',
    窗口名称: '综合窗口',
    办公地点: '行政楼１０１室',
    办公时间: '工作日 8:30－17:00',
    咨询电话: '０５７１－８８８８１２００',
    咨询地址: '行政楼101室',
    投诉电话: '0571—88881299',
    投诉地址: '行政楼403室',
    经办人: '王老师',
    进驻大厅: '否',
    可否预约: '否',
    网上支付: '否',
    可否快递: '否',
    自助终端: '否',
    ...more,
  };
}

/** Every third pays something. */
export const paid = offices.flatMap(([, matters]) => matters.filter((_, at) => at % 3 === 0));

/** The list of three offices with six faulty rows; of two more matters one is changed in one cell, and one in none. */
export function collected(): [string, WrittenRow[]][] {
  const lists = offices.map(([office, matters]): [string, WrittenRow[]] => [
    office,
    matters.map((matter, at) => asIn(matter, at)),
  ]);
  const [teaching, students, logistics] = lists.map(([, rows]) => rows) as [WrittenRow[], WrittenRow[], WrittenRow[]];
  const spoil = (rows: WrittenRow[], at: number, more: WrittenRow) => (rows[at] = { ...rows[at], ...more });
  spoil(teaching, 1, { '承诺（工作日）': '尽快' });
  spoil(teaching, 4, { 受理时间段: '２０２７年２月３０日至２０２７年６月３０日' });
  // Read without a fault, and refused by a rule of the catalog.
  spoil(teaching, 2, { 投诉电话: '0571-88881200' });
  spoil(students, 3, { 现场原因: '' });
  spoil(students, 6, { 跑动次数: '很多次' });
  spoil(students, 8, { 是否网办: '也许' });
  students.push({ ...students[0] });
  spoil(logistics, logistics.length - 1, { 归口单位: '幽灵处' });
  teaching.push({ 办什么事: '学生缓考申请', 咨询电话: '0571-88881201' }, { 办什么事: '复学申请' });
  return lists;
}

const firstRow = 5;
export const mends = [
  { sheet: '教务部', row: firstRow + 1, to: { 17: '5' } },
  { sheet: '教务部', row: firstRow + 4, to: { 18: '2027-03-01至2027-06-30' } },
  { sheet: '学工处', row: firstRow + 6, to: { 20: '1次' } },
  { sheet: '学工处', row: firstRow + 8, to: { 22: '否' } },
  { sheet: '学工处', row: firstRow + offices[1][1].length, to: 'nothing' },
  { sheet: '后勤', row: firstRow + offices[2][1].length - 1, to: { 3: '后勤处' } },
] as const;
