import type { LocalText } from '@yitang/domain/vocabulary';
import { demoColleges, demoDepartments } from '../organization/index.ts';
import type { DemoGrant } from './person.ts';

/** Somebody of the demo whom the embedded CAS offers by a button. Names and 学工号 don't depend on seed or day. */
export interface DemoPersona {
  readonly key: string;
  readonly username: string;
  readonly name: string;
  readonly identity: LocalText;
  /** What this person is there to show. */
  readonly description: LocalText;
}

function persona(key: string, username: string, words: readonly [string, string, string, string, string]): DemoPersona {
  const [name, identity, identityEn, description, descriptionEn] = words;
  return {
    key,
    username,
    name,
    identity: { zh: identity, en: identityEn },
    description: { zh: description, en: descriptionEn },
  };
}

export const demoPersonas: readonly DemoPersona[] = [
  persona('student', '3000000001', [
    '林知远',
    '本科生 · 计算机学院',
    'Undergraduate, Computer Science',
    '开在读证明、补办学生证、申请休学、邀请家长',
    'Gets a certificate of enrolment, replaces a student card, applies for leave, invites a parent',
  ]),
  persona('student-with-arrears', '3000000002', [
    '周龘',
    '本科生 · 人文学院（有欠费）',
    'Undergraduate, Humanities (owes fees)',
    '申请休学时会看到欠费未缴，先缴清再继续',
    'Sees before applying for leave that fees are owed',
  ]),
  persona('graduate', '2000000001', [
    '阿依古丽·买买提',
    '硕士研究生 · 化学与材料学院',
    'Master’s student, Chemistry and Materials',
    '研究生在致远校区办事，开具中英文证明',
    'A graduate student on the other campus who needs a bilingual certificate',
  ]),
  persona('teacher', '0020805', [
    '陈思齐',
    '教师 · 计算机学院',
    'Teacher, Computer Science',
    '教职工请假，由学院和人事处两级办理',
    'Asks for leave, which college and Human Resources handle',
  ]),
  persona('alumnus', '3000000009', [
    '司马青云',
    '校友 · 经济与管理学院',
    'Alumnus, Economics and Management',
    '毕业后仍可登录查看办件和指南',
    'Keeps access after graduation',
  ]),
  persona('clerk-college', '0020802', [
    '赵晓雯',
    '经办 · 计算机学院',
    'Clerk, Computer Science',
    '受理本院学生的休学申请，可要求补正',
    'Accepts applications for leave and asks for corrections',
  ]),
  persona('head-college', '0020801', [
    '郑怀瑾',
    '负责人 · 计算机学院',
    'Head, Computer Science',
    '审批本院教职工请假，查看本院办件',
    'Approves leave of staff and sees the cases of the college',
  ]),
  persona('clerk-student-affairs', '0010702', [
    '钱若楠',
    '经办 · 学生处',
    'Clerk, Student Affairs',
    '审核休学、制发学生证、答复家长查询',
    'Reviews leave, makes student cards, answers parents',
  ]),
  persona('clerk-academic-affairs', '0010502', [
    '孙礼明',
    '经办 · 教务处',
    'Clerk, Academic Affairs',
    '作出休学决定，签发通知书',
    'Decides on leave and issues the notice',
  ]),
  persona('head', '0010501', [
    '许文渊',
    '负责人 · 教务处',
    'Head, Academic Affairs',
    '查看本部门办件和时限，撤销有误的证明',
    'Watches cases and time limits, revokes a wrong certificate',
  ]),
  persona('clerk-human-resources', '0010402', [
    '吴秋月',
    '经办 · 人事处',
    'Clerk, Human Resources',
    '教职工请假的审核备案',
    'Reviews and records leave of staff',
  ]),
  persona('counter-clerk', '0010803', [
    '何春晖',
    '窗口人员 · 学生事务中心',
    'Counter clerk, Student Service Centre',
    '在明德校区 2 号窗口登记来访',
    'Records visits at window 2 on Mingde Campus',
  ]),
  persona('reform-officer', '0010103', [
    '沈一凡',
    '改革办 · 党政办公室',
    'Reform officer, University Office',
    '看高频事项帕累托图，管理同义词',
    'Reads the Pareto chart of frequent matters and keeps synonyms',
  ]),
  persona('supervisor', '0012903', [
    '严守正',
    '监督人员 · 审计处',
    'Supervisor, Audit Office',
    '查阅审计记录，只读',
    'Reads the audit trail',
  ]),
  persona('administrator', '0011903', [
    '罗子昂',
    '系统管理员 · 信息化办公室',
    'Administrator, Information Technology',
    '导入人员、授权、查看死信和校历',
    'Imports people, gives grants, sees dead letters and the calendar',
  ]),
  persona('several-roles', '0010701', [
    '上官静姝',
    '多重身份 · 学生处',
    'Several roles, Student Affairs',
    '同时是负责人、经办和改革办成员，不用重新登录即可切换',
    'Head, clerk and reform officer; switches without signing in again',
  ]),
];

export function getDemoPersona(key: string): DemoPersona {
  const found = demoPersonas.find((candidate) => candidate.key === key);
  if (!found) throw new RangeError(`no demo persona ${key}`);
  return found;
}

/** Grants beyond the clerk and the head that every department has. */
export const extraGrants: Readonly<Record<string, readonly Omit<DemoGrant, 'from' | 'until'>[]>> = {
  'counter-clerk': [{ role: 'counter-clerk', scopeKind: 'counter', scopeCode: 'mingde-02' }],
  'reform-officer': [{ role: 'reform-officer', scopeKind: 'university', scopeCode: null }],
  supervisor: [{ role: 'supervisor', scopeKind: 'university', scopeCode: null }],
  administrator: [{ role: 'administrator', scopeKind: 'university', scopeCode: null }],
  'several-roles': [
    { role: 'clerk', scopeKind: 'department', scopeCode: '107' },
    { role: 'reform-officer', scopeKind: 'university', scopeCode: null },
  ],
};

/** Departments in which people work; each has a head and a clerk. */
export const staffedUnits = [...demoDepartments.filter(({ kind }) => kind !== 'college-group'), ...demoColleges];

/** 学工号 of a member of staff: 00, the department, two digits of which 01 is the head and 02 the clerk. */
export function staffNumber(departmentCode: string, order: number): string {
  return `00${departmentCode}${String(order).padStart(2, '0')}`;
}
