import { demoMatters, getDemoMatterByName } from '../matters/index.ts';
import { hash32 } from '../random.ts';

/** The busiest matters, busiest first: synthetic, but as a university would expect it. */
const busiest = [
  ...[
    '学生外出请假审批',
    '在校生学籍证明',
    '宿舍报修(小程序)',
    '校园卡挂失/解挂/补卡',
    '差旅费报销',
    '中文成绩单自助打印',
  ],
  ...['体育场馆预约', '会议室在线预约', '校外人员/车辆进校预约', '学籍(在读)证明中英文自助打印', '宿舍水电空调费充值'],
  ...[
    '学生请假销假',
    '学生证补办/换发',
    '零星维修',
    '学生借用教室',
    '科研经费报账',
    '教职工请假',
    '统一身份认证账号找回',
  ],
  ...[
    '英文成绩单自助打印',
    '教师调补课申请',
    '学生缓考申请',
    '校园卡换卡',
    '机动车校园通行备案',
    '重修报名',
    '病假证明开具',
  ],
  ...[
    '党组织关系接转',
    '毕业去向登记(网签三方/劳动合同/灵活就业鉴证)',
    '宿舍调换',
    '家庭经济困难学生认定',
    '电子签章服务',
  ],
  ...['公务出差审批', '图书数字资源校外访问', '学生医保参保与材料受理', '学生外出报备', '宿舍入住办理', '宿舍退宿办理'],
  ...['校园卡自助补卡', '采购项目申报', '科研到账认领与开票', '毕业生就业推荐表盖章', '大型仪器共享预约', '转专业申请'],
  ...[
    '实验室安全准入考试',
    '大学生医保零星报销',
    '学生奖助学金申请',
    '教职工在职证明',
    '会议费报销',
    '志愿服务时长认定',
  ],
  ...['仪器设备/家具/图书报账', '缴费票据补开', '研究生中英文成绩单', '毕业生退宿办理', '校园卡延期', '体检报告打印'],
  ...[
    '学位论文答辩申请',
    '固定资产建账验收',
    '辅修/微专业报名',
    '毕业离馆手续',
    '遗失物品登记认领',
    '休学申请',
    '复学申请',
  ],
  ...['学生在校情况查询(经学生授权)', '学费缓缴申请', '退费申请', '介绍信开具', '校务咨询投诉', '档案转递查询'],
] as const;

/** Ranks follow the list, then, for want of anything known, a hash of the name. */
function ranked(): number[] {
  const first = busiest.map((name) => demoMatters.indexOf(getDemoMatterByName(name)));
  const listed = new Set(first);
  const others = demoMatters
    .map(({ name }, index) => ({ index, order: hash32(name) }))
    .filter(({ index }) => !listed.has(index))
    .sort((a, b) => a.order - b.order);
  return [...first, ...others.map(({ index }) => index)];
}

/**
 * Weight of each matter by its index: a long tail (Zipf–Mandelbrot), so that a fifth of the matters makes four fifths
 * of the cases.
 */
export function matterWeights(): number[] {
  const weights: number[] = demoMatters.map(() => 0);
  for (const [rank, index] of ranked().entries()) weights[index] = (rank + 4) ** -1.25;
  return weights;
}
