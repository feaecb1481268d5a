import { department } from './department.ts';
import type { DemoDepartment } from './department.ts';

const service = { kind: 'service' } as const;

/** 28 departments and the group of colleges. A joint spelling stands with each department that shares it. */
export const demoDepartments: readonly DemoDepartment[] = [
  department(['101', '党政办公室', '党政办', 'University Office', '行政楼 301 室'], {
    aliases: ['党政办公室', '行政服务中心'],
  }),
  department(['102', '组织部', '组织部', 'Organization Department', '行政楼 401 室'], { aliases: ['组织部'] }),
  department(['103', '宣传部', '宣传部', 'Publicity Department', '行政楼 410 室'], {
    aliases: ['宣传部', '宣传部/保卫处/团委'],
  }),
  department(['104', '人事处', '人事处', 'Human Resources Office', '行政楼 201 室'], {
    aliases: ['人事处', '人事处、人才办', '人事处/校办', '人力资源管理处'],
  }),
  department(['105', '教务处', '教务处', 'Academic Affairs Office', '行政楼 210 室'], {
    aliases: ['教务处', '教务处/学院', '教务处注册与学务中心', '教务部', '教学工作部'],
  }),
  department(['106', '研究生院', '研究生院', 'Graduate School', '研究生院楼 101 室'], { aliases: ['研究生院'] }),
  department(['107', '学生处', '学生处', 'Student Affairs Office', '学生活动中心 201 室'], {
    aliases: ['学生处', '学生工作处', '学工处', '奖助学金部', '勤工助学部', '爱心屋'],
  }),
  department(['108', '学生事务中心', '事务中心', 'Student Service Centre', '师生服务大厅一楼'], {
    ...service,
    aliases: ['学生事务中心', '综合业务部', '行政事务部', '学务部学籍户籍组', '一站式服务中心'],
  }),
  department(['109', '团委', '团委', 'Youth League Committee', '学生活动中心 301 室'], {
    aliases: ['团委', '社团总会(团委)', '书院团委', '团委→后勤基建处→安全保卫处'],
  }),
  department(['110', '就业指导中心', '就业中心', 'Career Centre', '学生活动中心 101 室'], {
    ...service,
    aliases: ['就业指导中心', '学生就业指导服务中心', '毕业生就业办公室', '学务部毕业就业组'],
  }),
  department(['111', '财务处', '财务处', 'Finance Office', '行政楼 101 室'], { aliases: ['财务处', '计划财务处'] }),
  department(['112', '科研处', '科研处', 'Research Office', '行政楼 501 室'], { aliases: ['科研处'] }),
  department(['113', '资产与实验室管理处', '资产处', 'Assets and Laboratories Office', '行政楼 510 室'], {
    aliases: ['资产与实验室管理处', '国有资产管理处、采购与招标中心'],
  }),
  department(['114', '采购中心', '采购中心', 'Procurement Centre', '行政楼 520 室'], {
    ...service,
    aliases: ['采购中心'],
  }),
  department(['115', '国际合作与交流处', '国际处', 'International Office', '国际楼 101 室'], {
    aliases: ['国际合作与交流处', '国际处(港澳台办)', '国际交流处', '国际合作处'],
  }),
  department(['116', '保卫处', '保卫处', 'Security Office', '东门平安楼 101 室'], {
    aliases: ['保卫处', '保卫处户籍科(办证中心)', '保卫处户籍管理办公室'],
  }),
  department(['117', '后勤处', '后勤处', 'Logistics Office', '后勤楼 101 室'], { aliases: ['后勤处', '后勤'] }),
  department(['118', '学生社区管理中心', '社区中心', 'Student Housing Centre', '青溪社区 1 幢 101 室'], {
    ...service,
    aliases: ['宿舍服务(本科/研究生窗口)', '空调租赁窗口', '楼栋管理', '生活园区'],
  }),
  department(['119', '信息化办公室', '信息办', 'Information Technology Office', '信息楼 101 室'], {
    aliases: [
      '信息化办公室',
      '信息化办公室卡务中心',
      '信息中心',
      '网络信息中心',
      '网络中心',
      '数据管理处(信息化办)',
      '现代教育技术与信息中心',
      '信息化中心→人事处→校办',
    ],
  }),
  department(['121', '图书馆', '图书馆', 'Library', '图书馆一楼总服务台'], {
    ...service,
    aliases: ['图书馆', '图书馆、档案馆'],
  }),
  department(['122', '档案馆', '档案馆', 'Archives', '档案馆 102 室'], {
    ...service,
    aliases: ['档案馆', '图书馆、档案馆'],
  }),
  department(['123', '体育部', '体育部', 'Sports Department', '体育馆 103 室'], { ...service, aliases: ['体育部'] }),
  department(['124', '工会', '工会', 'Staff Union', '行政楼 601 室'], { aliases: ['工会'] }),
  department(['125', '校医院', '校医院', 'University Hospital', '校医院一楼医保办'], {
    ...service,
    aliases: ['校医院'],
  }),
  department(['126', '招生办公室', '招生办', 'Admissions Office', '行政楼 110 室'], { aliases: ['招生办公室'] }),
  department(['127', '继续教育学院', '继教院', 'School of Continuing Education', '继教楼 101 室'], {
    campusCode: 'zhiyuan',
    aliases: ['继续教育学院'],
  }),
  department(['128', '校友与基金会办公室', '校友办', 'Alumni and Foundation Office', '校友楼 101 室'], {
    aliases: ['校友与基金会办公室'],
  }),
  department(['129', '审计处', '审计处', 'Audit Office', '行政楼 610 室'], { aliases: ['审计处'] }),
  department(['130', '学院', '学院', 'Colleges', '各学院办公室'], {
    kind: 'college-group',
    aliases: ['学院教务办', '学院党政办公室', '学院教学管理办', '学院/保卫处'],
  }),
];
