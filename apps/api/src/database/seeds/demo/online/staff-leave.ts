import type { FormPage } from '@yitang/domain/form';
import {
  consentPage,
  hasNoOpenCase,
  isSignedInByCampus,
  known,
  onlineMatter,
  option,
  phoneField,
  words,
} from './online-matter.ts';

const identity: FormPage = {
  key: 'identity',
  title: words('核对您的人事信息', 'Check your staff record'),
  help: words('以下信息来自人事系统，无需填写。', 'This comes from the staff register; there is nothing to fill in.'),
  fields: [
    known('name', words('姓名', 'Name'), 'person.name'),
    known('number', words('工号', 'Staff number'), 'affiliation.number'),
    known('department', words('所在单位', 'Unit'), 'affiliation.department'),
    known('position', words('岗位', 'Position'), 'affiliation.position'),
  ],
};

const leave: FormPage = {
  key: 'leave',
  title: words('请假类别和时间', 'Kind and period of leave'),
  fields: [
    {
      kind: 'choice',
      key: 'kind',
      label: words('请假类别', 'Kind of leave'),
      options: [
        option('sick', '病假', 'Sick leave'),
        option('personal', '事假', 'Personal leave'),
        option('annual', '年休假', 'Annual leave'),
        option('marriage', '婚假', 'Marriage leave'),
        option('maternity', '产假', 'Maternity leave'),
        option('paternity', '护理假', 'Paternity leave'),
        option('bereavement', '丧假', 'Bereavement leave'),
      ],
    },
    // A sick person may ask afterwards, within a month.
    { kind: 'date', key: 'from', label: words('开始日期', 'From'), earliestInDays: -30, latestInDays: 180 },
    {
      kind: 'date',
      key: 'until',
      label: words('结束日期', 'Until'),
      earliestInDays: -30,
      latestInDays: 365,
      notBefore: 'from',
    },
    {
      kind: 'computed',
      key: 'calendarDays',
      label: words('自然日天数', 'Calendar days'),
      operation: 'days',
      of: [{ field: 'from' }, { field: 'until' }],
      unit: words('天', 'days'),
    },
    {
      kind: 'number',
      key: 'days',
      label: words('请假天数', 'Days of leave'),
      help: words('产假按自然日、其他假按工作日填写。', 'Calendar days for maternity leave, working days otherwise.'),
      min: 1,
      max: 200,
      unit: words('天', 'days'),
    },
  ],
};

const work: FormPage = {
  key: 'work',
  title: words('请假期间的工作', 'Your work meanwhile'),
  fields: [
    {
      kind: 'choice',
      key: 'hasClasses',
      label: words('期间是否有课', 'Do you have classes then?'),
      options: [option('yes', '有', 'Yes'), option('no', '没有', 'No')],
    },
    {
      kind: 'paragraph',
      key: 'arrangement',
      label: words('课程安排', 'What happens to the classes'),
      help: words('写明由谁代课或何时补课。', 'Who takes them over, or when they are made up.'),
      minLength: 4,
      maxLength: 300,
      showWhen: { field: 'hasClasses', equals: 'yes' },
    },
    {
      kind: 'text',
      key: 'deputy',
      label: words('工作代理人', 'Who stands in for you'),
      optional: true,
      maxLength: 50,
    },
    phoneField,
  ],
};

export const staffLeave = onlineMatter('教职工请假', {
  preconditions: [
    {
      key: 'is-staff',
      label: words('您是本校在职教职工', 'You work at this university'),
      rule: { kind: 'affiliation', oneOf: ['teacher', 'staff'] },
      remedy: words('人事关系有疑问请咨询人事处。', 'Ask Human Resources if your record is not right.'),
    },
    isSignedInByCampus,
    hasNoOpenCase,
  ],
  form: {
    pages: [
      identity,
      leave,
      work,
      consentPage(
        words(
          '本人承诺情况属实，假满按时返岗并销假。',
          'What I stated is true; I will return in time and report back.',
        ),
      ),
    ],
  },
  route: {
    stages: [
      {
        key: 'unit',
        name: words('所在单位审批', 'Approval of the unit'),
        join: 'all',
        limitDays: 1,
        tasks: [{ key: 'unit', post: 'unit.leave', may: ['accept', 'correct', 'refuse', 'pass'] }],
      },
      {
        key: 'human-resources',
        name: words('人事处审核备案', 'Human Resources: review and record'),
        join: 'all',
        limitDays: 2,
        tasks: [{ key: 'human-resources', post: 'human-resources.attendance', may: ['decide', 'suspend', 'extend'] }],
      },
    ],
  },
  layout: null,
});
