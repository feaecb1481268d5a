import type { LocalText } from '@yitang/domain/vocabulary';
import { demoColleges } from './colleges.ts';
import { demoDepartments } from './departments.ts';

/**
 * A post (岗位) in a department. A route names a post by `code` alone. Where `isOfApplicantsDepartment` is true there is
 * one such post in each department, and a case goes to the one in the applicant's own; elsewhere the code is unique.
 */
export interface DemoPost {
  readonly code: string;
  readonly departmentCode: string;
  readonly name: LocalText;
  readonly isOfApplicantsDepartment: boolean;
}

const central: readonly DemoPost[] = [
  post('student-affairs.id-card', '107', { zh: '学生证管理岗', en: 'Student ID card desk' }),
  post('student-affairs.status', '107', { zh: '学籍异动审核岗', en: 'Student status review' }),
  post('student-affairs.family', '107', { zh: '家校联络岗', en: 'Family liaison' }),
  post('academic-affairs.registry', '105', { zh: '学籍管理岗', en: 'Registry' }),
  post('human-resources.attendance', '104', { zh: '考勤管理岗', en: 'Attendance desk' }),
  post('academic-affairs.examinations', '105', { zh: '考务管理岗', en: 'Examinations' }),
  post('student-affairs.aid', '107', { zh: '学生资助岗', en: 'Student aid' }),
  post('student-service.aid', '108', { zh: '困难帮扶岗', en: 'Relief' }),
  post('finance.tuition', '111', { zh: '学费管理岗', en: 'Tuition' }),
  post('finance.reimbursement', '111', { zh: '报销审核岗', en: 'Reimbursement' }),
  post('housing.rooms', '118', { zh: '住宿管理岗', en: 'Rooms' }),
  post('alumni.card', '128', { zh: '校友服务岗', en: 'Alumni services' }),
  post('office.enquiries', '101', { zh: '信访接待岗', en: 'Enquiries' }),
];

function post(code: string, departmentCode: string, name: LocalText): DemoPost {
  return { code, departmentCode, name, isOfApplicantsDepartment: false };
}

function inEach(departmentCodes: readonly string[], code: string, name: LocalText): DemoPost[] {
  return departmentCodes.map((departmentCode) => ({ code, departmentCode, name, isOfApplicantsDepartment: true }));
}

const collegeCodes = demoColleges.map(({ code }) => code);
const unitCodes = [
  ...demoDepartments.filter(({ kind }) => kind !== 'college-group').map(({ code }) => code),
  ...collegeCodes,
];

export const demoPosts: readonly DemoPost[] = [
  ...central,
  ...inEach(collegeCodes, 'college.student-affairs', { zh: '学院学生工作岗', en: 'College student affairs' }),
  ...inEach(unitCodes, 'unit.leave', { zh: '单位请假审批岗', en: 'Leave approval of the unit' }),
];

/** The department that holds a stage: the post's own, or the applicant's where each department has such a post. */
export function findDemoPost(code: string, applicantDepartmentCode: string): DemoPost | undefined {
  return demoPosts.find(
    (candidate) =>
      candidate.code === code &&
      (!candidate.isOfApplicantsDepartment || candidate.departmentCode === applicantDepartmentCode),
  );
}
