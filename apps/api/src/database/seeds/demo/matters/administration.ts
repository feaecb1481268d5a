/** 党政办公室、组织、宣传、国际合作. Columns: see matter-table.ts. */
export const administrationRows = `
101-20-001-000 | 书记校长信箱 | 党政办公室 | student,teacher | 咨询投诉 | online | studying,working | - | 校长信箱 书记信箱 给校长写信 提意见
101-20-002-000 | 办公接待卡充值 | 行政服务中心 | teacher | 校园卡 | online | working | - | 接待卡 招待卡 餐卡充值
101-20-003-000 | 依申请信息公开 | 党政办公室 | student,teacher,parent,alumnus,visitor | 综合 | online,counter,post | visiting,studying,working | ~15 | 信息公开 申请公开 政务公开
101-20-004-000 | 校务咨询投诉 | 党政办公室 | student,teacher,parent,alumnus,visitor | 综合 | - | visiting,studying,working | ~5 | 投诉 建议 反映问题 咨询
101-20-005-000 | 法人证书/事业单位登记证复印件使用 | 党政办公室 | student,teacher,parent,alumnus,visitor | 综合 | - | working,visiting | ~0 | 法人证 事业单位证书 营业执照
101-07-006-000 | 介绍信开具 | 党政办公室 | student,teacher,parent,alumnus,visitor | 综合 | - | studying,working | ~0 | 开介绍信 单位介绍信 盖公章
101-10-007-000 | 校名校徽使用授权 | 党政办公室 | student,teacher,parent,alumnus,visitor | 综合 | - | working,visiting | ~10 | 用校名 校徽 商标授权 logo
101-10-008-000 | 保密审查 | 党政办公室 | student,teacher,parent,alumnus,visitor | 综合 | - | working | ~3 | 保密 涉密审查 定密
102-10-001-000 | 干部请假 | 组织部 | teacher | 党建 | online | working | - | 领导请假 处级干部请假
102-20-002-001 | 党组织关系接转 | 组织部 | student,teacher | 党建 | counter | enrolment,graduation,joining | ~3 | 转党关系 转党组织 组织关系介绍信 党员转接
102-07-002-002 | 党员证明开具 | 组织部 | student,teacher | 党建 | - | studying,working | ~1 | 党员证明 党员身份证明
102-20-003-000 | 预备党员材料预审 | 组织部 | student,teacher | 党建 | - | studying,working | ~10 | 预备党员 入党材料 转正材料
102-20-004-000 | 中层干部因公外出报备 | 组织部 | teacher | 党建 | - | working | ~1 | 干部外出 出差报备
102-10-005-000 | 领导干部兼职审批 | 组织部 | teacher | 党建 | - | working | ~10 | 兼职 社会兼职
103-10-001-000 | 大型集体活动审批 | 宣传部/保卫处/团委 | student,teacher | 场地活动 | online | studying,working | - | 大型活动 千人活动 活动报批
103-10-002-000 | 讲座论坛报告会审批 | 宣传部 | teacher | 宣传 | - | working | ~3 | 办讲座 报告会 论坛审批 讲座报批
103-20-003-000 | 校园新媒体账号备案 | 宣传部 | teacher | 宣传 | - | working,studying | ~5 | 公众号备案 抖音号 新媒体
103-10-004-000 | 横幅展板悬挂审批 | 宣传部 | teacher | 宣传 | - | working,studying | ~2 | 挂横幅 展板 拉横幅
115-20-001-000 | 出国(境)批件打印 | 国际合作与交流处 | student | 外事 | kiosk | studying | - | 出国批件 出境批件 打印批件
115-10-002-001 | 因公赴港澳手续 | 国际处(港澳台办) | teacher | 外事 | counter | working | - | 赴港 赴澳 因公港澳通行证
115-10-002-002 | 因公临时出国(境)申报 | 国际合作与交流处 | teacher | 外事 | - | working | 5 | 因公出国 出国访问 出国开会
115-10-002-003 | 因公赴港澳在线申报 | 国际交流处 | student,teacher | 外事 | online | studying,working | - | 港澳交流 因公港澳
115-10-003-000 | 外籍专家来华邀请 | 国际合作处 | student,teacher | 外事 | - | working | ~15 | 邀请外教 外专 来华邀请函
115-10-004-000 | 国际学术会议申报 | 国际合作处 | student,teacher | 外事 | - | working | ~20 | 国际会议 办国际会议
115-20-005-000 | 留学生签证/居留许可材料 | 国际合作处 | student,teacher | 外事 | - | studying | ~5 | 签证 居留许可 留学生签证
115-10-006-000 | 学生赴境外交流申请 | 国际合作处 | student,teacher | 外事 | - | studying | ~15 | 出国交换 交换生 境外交流 访学
115-10-007-000 | 公派留学推荐 | 国际合作处 | student,teacher | 外事 | - | studying,working | ~20 | 公派 CSC 留基委 公派留学
`;
