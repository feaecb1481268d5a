/** A column of a file that can be imported, as people are told about it. The server's own list is what counts. */
export interface ImportColumn {
  readonly name: string;
  readonly isRequired?: true;
  readonly hint: string;
}

export const importKinds = ['departments', 'people', 'posts', 'grants', 'calendar'] as const;
export type ImportKind = (typeof importKinds)[number];

const required = true as const;
const day = '写成 2026-09-01；也可用 2026/9/1 或 2026年9月1日';

/** Held against the importers by tests/architecture/import-columns.test.ts. */
export const importColumns: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  departments: [
    { name: '部门编码', isRequired: required, hint: '学校统一的编码，用来认出同一个部门' },
    { name: '部门名称', isRequired: required, hint: '全称' },
    { name: '简称', hint: '不填则用全称' },
    { name: '英文名称', hint: '显示在英文页面上' },
    { name: '类别', hint: '机关部门、直属单位、学院、各学院；不填为机关部门' },
    { name: '上级部门编码', hint: '须已存在或在同一个表中' },
    { name: '校区', hint: '校区名称；新的名称会新建校区' },
    { name: '办公地点', hint: '写到门牌号' },
    { name: '咨询电话', hint: '带区号' },
    { name: '监督电话', hint: '带区号' },
    { name: '别名', hint: '其他叫法，用顿号或分号隔开' },
    { name: '停用', hint: '是、否；不填为否' },
  ],
  people: [
    { name: '学工号', isRequired: required, hint: '统一身份认证的账号' },
    { name: '姓名', isRequired: required, hint: '2 到 50 个字，可含间隔号和生僻字' },
    { name: '身份类别', isRequired: required, hint: '学生、教师、职工、校友' },
    { name: '部门', hint: '部门名称、简称或编码' },
    { name: '专业', hint: '学生填写' },
    { name: '培养层次', hint: '学生填写，例如本科、硕士' },
    { name: '年级', hint: '学生填写，例如 2024' },
    { name: '职务', hint: '教职工填写' },
    { name: '学籍状态', hint: '在读、休学、毕业、退学；学生不填为在读' },
    { name: '欠费（分）', hint: '整数，单位是分；不填为 0' },
    { name: '起始日期', isRequired: required, hint: day },
    { name: '截止日期', hint: '不填则一直有效' },
    { name: '预计毕业日期', hint: day },
    { name: '身份证件号', hint: '请设为文本格式，否则 Excel 会改动后几位' },
    { name: '手机号', hint: '11 位' },
    { name: '邮箱', hint: '用于发送通知' },
  ],
  posts: [
    { name: '岗位编码', isRequired: required, hint: '办理流程里用的编码' },
    { name: '部门', isRequired: required, hint: '部门名称、简称或编码' },
    { name: '岗位名称', isRequired: required, hint: '申请人在进度里看到的名称' },
    { name: '英文名称', hint: '显示在英文页面上' },
    { name: '随申请人部门', hint: '是、否；填“是”时，办件送到申请人所在部门的这个岗位' },
    { name: '电话', hint: '不填则用部门的咨询电话' },
    { name: '任职人学工号', hint: '几个人用顿号或分号隔开；须已导入' },
    { name: '任职起始日期', hint: `填了任职人时必填；${day}` },
    { name: '任职截止日期', hint: '不填则一直任职' },
  ],
  grants: [
    { name: '学工号', isRequired: required, hint: '须已导入' },
    {
      name: '角色',
      isRequired: required,
      hint: '办事人员、部门负责人、窗口人员、改革专员、监督人员、系统管理员',
    },
    { name: '范围类别', isRequired: required, hint: '全校、校区、部门、科室、窗口' },
    { name: '范围', hint: '名称或编码；全校时不填' },
    { name: '起始日期', isRequired: required, hint: day },
    { name: '截止日期', hint: '不填则一直有效' },
  ],
  calendar: [
    { name: '日期', isRequired: required, hint: `${day}；一个文件只放一年` },
    { name: '安排', isRequired: required, hint: '放假、上班' },
    { name: '说明', hint: '例如：国庆节' },
  ],
};
