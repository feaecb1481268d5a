import { addDays } from '@yitang/domain/calendar';
import type { Answers } from '@yitang/domain/form';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { getDemoMatterByName } from '../matters/index.ts';

const student = {
  name: '林知远',
  number: '2023208001',
  department: '计算机科学与技术学院',
  programme: '软件工程',
  grade: '2023',
};
const phone = '16000000001';

const byName: Readonly<Record<string, (today: CivilDate) => Answers>> = {
  在校生学籍证明: () => ({ ...student, language: 'bilingual', purpose: 'internship', copies: 1, declaration: true }),
  '学生证补办/换发': (today) => ({
    ...student,
    reason: 'lost',
    lostOn: addDays(today, -3),
    station: '杭州—兰州',
    delivery: 'mingde',
    phone,
    declaration: true,
  }),
  休学申请: (today) => ({
    ...student,
    reason: 'illness',
    explanation: '医生建议手术后休养一个学期，期间在家治疗，下学期返校学习。（演示数据）',
    terms: 1,
    from: addDays(today, 14),
    until: addDays(today, 200),
    phone,
    contactName: '林建国',
    contactPhone: '16000000002',
    services: ['housing', 'library'],
    declaration: true,
  }),
  '学生在校情况查询(经学生授权)': () => ({
    studentName: student.name,
    studentNumber: student.number,
    studentDepartment: student.department,
    topics: ['status', 'results'],
    period: 'term',
    purpose: '想了解孩子这学期的学习情况。（演示数据）',
    name: '林建国',
    relation: 'father',
    phone: '16000000002',
    declaration: true,
  }),
  教职工请假: (today) => ({
    name: '陈思齐',
    number: '2012005',
    department: '计算机科学与技术学院',
    position: '副教授',
    kind: 'sick',
    from: today,
    until: addDays(today, 4),
    days: 5,
    hasClasses: 'yes',
    arrangement: '由教研室同事代课两次，下周补一次。（演示数据）',
    phone: '16000000003',
    declaration: true,
  }),
};

/** By matter code: answers with which the matter may be applied for on that day. */
export const sampleAnswers: Readonly<Record<string, (today: CivilDate) => Answers>> = Object.fromEntries(
  Object.entries(byName).map(([name, answers]) => [getDemoMatterByName(name).code, answers]),
);
