import type { FieldKind, FieldOf, FormField } from './form-types.ts';

/** What each kind is called, in the order in which it is offered. */
export const kindWords: Readonly<Record<FieldKind, string>> = {
  text: '单行文字',
  paragraph: '多行文字',
  number: '数字',
  money: '金额',
  date: '日期',
  'date-range': '起止日期',
  time: '时间',
  'year-month': '年月',
  choice: '单选',
  choices: '多选',
  phone: '手机号码',
  email: '电子邮箱',
  person: '人员（姓名与证件）',
  address: '地址',
  'bank-account': '银行账户',
  table: '表格',
  file: '上传文件',
  computed: '自动计算',
  consent: '确认或同意',
  note: '说明文字',
};

export const columnKindWords: Readonly<Record<FieldOf<'table'>['columns'][number]['kind'], string>> = {
  text: '文字',
  number: '数字',
  money: '金额',
  date: '日期',
  choice: '单选',
};

export const operationWords: Readonly<Record<FieldOf<'computed'>['operation'], string>> = {
  sum: '相加',
  difference: '第一个减去其余',
  count: '计数（多选的个数、表格的行数）',
  days: '天数（首尾都算）',
};

export const sourceWords: Readonly<Record<NonNullable<FormField['prefill']>, string>> = {
  'person.name': '姓名',
  'person.phone': '手机号码',
  'person.email': '电子邮箱',
  'affiliation.number': '学号或工号',
  'affiliation.department': '学院或单位',
  'affiliation.programme': '专业',
  'affiliation.grade': '年级',
  'affiliation.since': '入学或入职日期',
  'affiliation.expectedEnd': '预计毕业日期',
  'affiliation.position': '岗位',
  'student.name': '授权学生的姓名',
  'student.number': '授权学生的学号',
  'student.department': '授权学生的学院',
};

export const idTypeWords: Readonly<Record<NonNullable<FieldOf<'person'>['idTypes']>[number], string>> = {
  '111': '居民身份证',
  X01: '港澳台居民居住证',
  '516': '港澳居民来往内地通行证',
  '511': '台湾居民来往大陆通行证',
  '414': '普通护照',
  '553': '外国人永久居留身份证',
  '114': '军官证',
  '133': '学生证',
  '990': '其他证件',
};

export const choicesOf = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
