import type { WrittenRow } from './messy-catalog.ts';

/** Letters alone: a digit would be read as an amount. */
export const mark = [...String(Date.now()).slice(-6)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
export const things =
  '教室钥匙 多媒体讲台 学术报告厅 录播室 答辩场地 考场座签 教材样书 实验课时段 课程录像 排课信息 助教岗位 选修名额 学分互认 竞赛场地 教具箱'.split(
    ' ',
  );
export const named = (thing: string): string => `${thing}申请${mark}`;
export const fee = `押金手续${mark}`;
export const paper = `借用单${mark}`;

/** What keeps every rule of the catalog, in the spellings that people use. */
export function row(thing: string, at: number, more: WrittenRow = {}): WrittenRow {
  const day = at % 2 === 0 ? '２０２７年３月１日至２０２７年６月３０日' : '全年';
  return {
    办什么事: named(thing),
    一句话说清: `借用或申请${thing}，审核后到窗口办理。`,
    类别: '场地活动',
    谁来办: '全体学生、教职工',
    事项类型: '公共服务',
    办件类型: '承诺件',
    审查类型: '前审后批',
    承办科室: '综合科',
    政策依据: '《场地与物品管理办法（示例）》（示大〔2026〕１２号）第三条',
    办理条件: '１．在校师生；２．用于教学或活动',
    所需材料: `１．${paper}（电子，用途：登记${thing}）２．身份信息（共享：统一身份库，用途：核对身份）`,
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

export const offices = [
  ['教务部', ''],
  ['学工处', '（学工）'],
  ['后勤', '（后勤）'],
] as const;

/** 45 new matters of three offices with six faulty rows, one that changes a matter of the demo and one that does not. */
export function collected(): [string, WrittenRow[]][] {
  const lists = offices.map(([office, suffix]): [string, WrittenRow[]] => [
    office,
    things.map((thing, at) => row(thing + suffix, at)),
  ]);
  const [teaching, students, logistics] = lists.map(([, rows]) => rows) as [WrittenRow[], WrittenRow[], WrittenRow[]];
  teaching[1] = row(things[1]!, 1, { '承诺（工作日）': '尽快' });
  teaching[4] = row(things[4]!, 4, { 受理时间段: '２０２７年２月３０日至２０２７年６月３０日' });
  // Read without a fault, and refused by a rule of the catalog.
  teaching[2] = row(things[2]!, 2, { 投诉电话: '0571-88881200' });
  students[3] = row(`${things[3]!}（学工）`, 3, { 现场原因: '' });
  students[6] = row(`${things[6]!}（学工）`, 6, { 跑动次数: '很多次' });
  students[8] = row(`${things[8]!}（学工）`, 8, { 是否网办: '也许' });
  students.push(row(`${things[0]!}（学工）`, 0));
  logistics[14] = row(`${things[14]!}（后勤）`, 14, { 归口单位: '幽灵处' });
  teaching.push({ 办什么事: '学生缓考申请', 咨询电话: '0571-88881201' }, { 办什么事: '复学申请' });
  return lists;
}
export const mends = [
  { sheet: '教务部', row: 6, to: { 17: '5' } },
  { sheet: '教务部', row: 9, to: { 18: '2027-03-01至2027-06-30' } },
  { sheet: '学工处', row: 11, to: { 20: '1次' } },
  { sheet: '学工处', row: 13, to: { 22: '否' } },
  { sheet: '学工处', row: 20, to: 'nothing' },
  { sheet: '后勤', row: 19, to: { 3: '后勤处' } },
] as const;
