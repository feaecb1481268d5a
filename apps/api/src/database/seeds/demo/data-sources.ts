import { addDays, addMonths } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';

export interface DemoDataSource {
  readonly name: string;
  readonly nameEn: string;
  readonly departmentCode: string;
  readonly gives: string;
  readonly basis: string;
  readonly liveFrom: CivilDate;
  readonly liveUntil: CivilDate | null;
}

const rule = '示范大学数据管理办法（示例）第八条';

/** Names as the guides have them, the department that keeps it, and what it gives. */
const sources: readonly (readonly [string, string, string, string])[] = [
  ['统一身份库', 'Identity register', '119', '姓名、证件号码、照片、人员类别'],
  ['学籍系统', 'Student register', '105', '姓名、学号、证件号码、院系、专业、年级、学籍状态'],
  ['人事系统', 'Staff register', '104', '姓名、工号、证件号码、部门、岗位、聘期'],
  ['学籍和人事系统', 'Registers', '119', '学籍状态、聘期'],
  ['教务系统', 'Academic system', '105', '成绩、综合测评、学分'],
  ['校务服务平台', 'This platform', '119', '学生授权记录、办件记录'],
  ['政务数据共享', 'Data shared by the State', '107', '低保证、特困供养证、残疾人证'],
  ['公民身份核验接口', 'National identity service', '116', '姓名与证件号码是否一致'],
  ['财务收费系统', 'Fee system of the Finance Office', '111', '学费和住宿费的应缴、实缴、欠缴'],
  ['财务系统', 'Finance system', '111', '学费缴纳记录、银行卡信息'],
  ['医保信息平台', 'Medical insurance platform', '125', '参保状态、缴费年度'],
  ['党员管理信息系统', 'Member information system', '102', '党员基本信息、所在支部'],
  ['办公系统', 'Office system', '101', '出差审批记录'],
  ['学生资助系统', 'Student aid system', '107', '困难认定结果、资助记录'],
  ['校园卡系统', 'Card system', '119', '卡号、卡状态、持卡人身份信息'],
  ['档案系统', 'Archives', '122', '学籍档案、毕业信息'],
  ['校医院系统', 'Hospital system', '125', '入职体检结果'],
];

/** The data catalogue (数据目录): all that guides share, since before the first of them, and one entry whose time is over. */
export function demoDataSources(referenceDate: CivilDate): readonly DemoDataSource[] {
  const liveFrom = addMonths(referenceDate, -26);
  const live = sources.map(([name, nameEn, departmentCode, gives]) => ({
    ...{ name, nameEn, departmentCode, gives, basis: rule, liveFrom, liveUntil: null },
  }));
  const [card] = live.filter(({ name }) => name === '校园卡系统');
  const ended = {
    name: '旧一卡通系统',
    nameEn: '',
    liveFrom: addDays(liveFrom, -365),
    liveUntil: addDays(liveFrom, -1),
  };
  return card === undefined ? live : [...live, { ...card, ...ended }];
}
