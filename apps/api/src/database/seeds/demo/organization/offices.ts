/** 科室: the part of a department that does the work. */
export interface DemoOffice {
  /** Code of the department, a dash, two digits. */
  readonly code: string;
  readonly departmentCode: string;
  readonly name: string;
}

const namesByDepartment: Readonly<Record<string, readonly string[]>> = {
  '101': ['综合科', '信息公开科', '“最多跑一次”改革办公室'],
  '102': ['组织科', '干部科'],
  '103': ['理论科', '新闻中心'],
  '104': ['人事科', '劳资与社保科', '人才办'],
  '105': ['学籍管理科', '教学运行科', '考试中心'],
  '106': ['培养办', '学籍与学位办'],
  '107': ['学生管理科', '资助管理中心', '家校联络办'],
  '108': ['综合受理科', '自助服务科'],
  '109': ['组织部', '社团部'],
  '110': ['就业科', '市场科'],
  '111': ['核算科', '收费管理科'],
  '112': ['项目科', '成果科'],
  '113': ['资产科', '实验室科'],
  '114': ['采购科'],
  '115': ['出国管理科', '留学生办'],
  '116': ['治安科', '户籍科', '交通科'],
  '117': ['维修科', '能源科', '饮食科'],
  '118': ['住宿科', '物业科'],
  '119': ['网络科', '数据科', '校园卡中心'],
  '121': ['流通部', '情报部'],
  '122': ['利用科'],
  '123': ['场馆科'],
  '124': ['办公室'],
  '125': ['医保办', '体检中心'],
  '126': ['本科招生科'],
  '127': ['学籍科'],
  '128': ['校友联络科', '基金会'],
  '129': ['工程审计科', '经济审计科'],
};

export const demoOffices: readonly DemoOffice[] = Object.entries(namesByDepartment).flatMap(([departmentCode, names]) =>
  names.map((name, index) => ({
    code: `${departmentCode}-${String(index + 1).padStart(2, '0')}`,
    departmentCode,
    name,
  })),
);
