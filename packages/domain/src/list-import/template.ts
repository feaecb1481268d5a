import { labelOf, type ImportTargetKey } from './import-targets.ts';

/** A row that can be read as it is; who fills in the template writes over it. */
const sample: readonly (readonly [ImportTargetKey, string])[] = [
  ['name', '学生证补办'],
  ['department', '教务处'],
  ['office', '学籍管理科'],
  ['category', '学籍管理'],
  ['audiences', '学生'],
  ['summary', '学生证遗失或损坏后补办新证'],
  ['basis', '《普通高等学校学生管理规定》（教育部令第41号）第三十条'],
  ['conditions', '1. 具有本校学籍\n2. 学生证遗失或损坏'],
  ['materials', '1. 一寸免冠照片（电子，用途：印在学生证上）\n2. 学籍信息（共享：学籍系统，用途：核对身份）'],
  ['steps', '提交申请（申请人，即办）→审核（学籍管理科，2个工作日）→制证（学籍管理科，3个工作日）'],
  ['channels', '网上办理、窗口办理'],
  ['isOnline', '是'],
  ['visits', '1次'],
  ['promised', '5个工作日'],
  ['statutory', '无'],
  ['fees', '不收费'],
  ['result', '学生证'],
  ['delivery', '窗口领取'],
  ['placeAddress', '行政楼101室'],
  ['placeHours', '工作日 8:30-11:30、13:30-17:00'],
  ['consultPhone', '0571-88880000'],
  ['complaintPhone', '0571-88880001'],
  ['ownerA', '王老师'],
];

/** Header and one row of the file that people may begin with. */
export function templateRows(): readonly (readonly string[])[] {
  return [sample.map(([key]) => labelOf(key)), sample.map(([, text]) => text)];
}
