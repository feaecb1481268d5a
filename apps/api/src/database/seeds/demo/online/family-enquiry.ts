import type { FormPage } from '@yitang/domain/form';
import { consentPage, hasNoOpenCase, known, onlineMatter, option, phoneField, words } from './online-matter.ts';

const student: FormPage = {
  key: 'student',
  title: words('授权您查询的学生', 'The student who invited you'),
  help: words(
    '信息来自学生的邀请。学生可随时撤回授权，撤回后不再提供查询。',
    'This comes from the student’s invitation, which can be withdrawn at any time.',
  ),
  fields: [
    known('studentName', words('学生姓名', 'Name of the student'), 'student.name'),
    known('studentNumber', words('学号', 'Student number'), 'student.number'),
    known('studentDepartment', words('学院', 'College'), 'student.department'),
  ],
};

const enquiry: FormPage = {
  key: 'enquiry',
  title: words('想了解的情况', 'What you want to know'),
  fields: [
    {
      kind: 'choices',
      key: 'topics',
      label: words('内容', 'Topics'),
      options: [
        option('status', '学籍状态', 'Student status'),
        option('results', '课程成绩', 'Course results'),
        option('attendance', '考勤与请销假', 'Attendance and leave'),
        option('awards', '奖励与资助', 'Awards and aid'),
        option('housing', '住宿情况', 'Housing'),
      ],
    },
    {
      kind: 'choice',
      key: 'period',
      label: words('时间范围', 'Period'),
      options: [option('term', '本学期', 'This term'), option('year', '本学年', 'This academic year')],
    },
    {
      kind: 'paragraph',
      key: 'purpose',
      label: words('查询原因', 'Why you ask'),
      help: words('学生本人会看到这段话。', 'The student will see this.'),
      minLength: 4,
      maxLength: 200,
    },
  ],
};

const inquirer: FormPage = {
  key: 'inquirer',
  title: words('您的信息', 'About you'),
  fields: [
    known('name', words('姓名', 'Name'), 'person.name'),
    {
      kind: 'choice',
      key: 'relation',
      label: words('与学生的关系', 'Relation to the student'),
      options: [
        option('father', '父亲', 'Father'),
        option('mother', '母亲', 'Mother'),
        option('guardian', '其他监护人', 'Other guardian'),
      ],
    },
    phoneField,
  ],
};

/** One stage: the applicant has no department of the university that a case could go to first. */
export const familyEnquiry = onlineMatter('学生在校情况查询(经学生授权)', {
  preconditions: [
    {
      key: 'invited',
      label: words('已获得学生本人授权', 'The student has invited you'),
      rule: { kind: 'invited' },
      remedy: words(
        '请学生登录后在“家长授权”中向您发出邀请。',
        'Ask the student to sign in and invite you under “Family”.',
      ),
    },
    {
      key: 'invited-identity',
      label: words('已通过邀请链接或统一身份认证登录', 'Signed in by the invitation or a campus account'),
      rule: { kind: 'assurance', atLeast: 'invited' },
    },
    hasNoOpenCase,
  ],
  form: {
    pages: [
      student,
      enquiry,
      inquirer,
      consentPage(
        words(
          '本人承诺查询结果仅用于了解学生在校情况，不向他人转发。',
          'I will use the answer only to know how the student is doing and will not pass it on.',
        ),
      ),
    ],
  },
  route: {
    stages: [
      {
        key: 'answer',
        name: words('学生处核实并答复', 'Student Affairs: check and answer'),
        join: 'all',
        limitDays: 3,
        tasks: [
          {
            key: 'answer',
            post: 'student-affairs.family',
            may: ['accept', 'correct', 'refuse', 'decide', 'suspend', 'extend'],
          },
        ],
      },
    ],
  },
  layout: null,
});
