import type { Answers } from '@yitang/domain/form';
import { getDemoMatterByName } from '../matters/index.ts';
import type { DemoPerson } from '../people/index.ts';

/** So many working days before the day of reference, at a minute since midnight. */
export interface StepTime {
  readonly daysBefore: number;
  readonly minutes: number;
}

/** What is done with a case after it was submitted; by whoever holds it then, by their head, or by the applicant. */
export type Step = StepTime &
  (
    | { readonly act: 'accept' | 'pass' | 'approve-extension'; readonly note?: string }
    | { readonly act: 'request-extension'; readonly days: number; readonly reason: string; readonly basis: string }
    | {
        readonly act: 'request-correction';
        readonly items: readonly { field: string; reason: string }[];
        readonly message?: string;
      }
    | { readonly act: 'supply-correction'; readonly answers: Answers }
  );

/** An application that is under way when the demo begins. */
export interface OpenCase {
  readonly matterCode: string;
  readonly applicant: (people: readonly DemoPerson[]) => DemoPerson | undefined;
  /** Over the sample's answers. */
  readonly answers: Answers;
  readonly submitted: StepTime;
  readonly steps: readonly Step[];
}

const at = (daysBefore: number, hour: number, minute: number): StepTime => ({
  daysBefore,
  minutes: hour * 60 + minute,
});
const codeOf = (name: string): string => getDemoMatterByName(name).code;
const [card, leave, staffLeave] = [codeOf('学生证补办/换发'), codeOf('休学申请'), codeOf('教职工请假')];
const [family, certificate] = [codeOf('学生在校情况查询(经学生授权)'), codeOf('在校生学籍证明')];

/** The n-th ordinary undergraduate of a college who is enrolled and owes nothing. */
const undergraduate = (departmentCode: string, order: number) => (people: readonly DemoPerson[]) =>
  people.filter(
    ({ key, affiliations: [own] }) =>
      key.startsWith('undergraduate-') &&
      own?.departmentCode === departmentCode &&
      own.studentStatus === 'registered' &&
      own.arrearsFen === 0,
  )[order];
/** Not the parent of the first persona: that one has yet to apply. */
const parent = (order: number) => (people: readonly DemoPerson[]) =>
  people.filter(({ key, name }) => key.startsWith('parent-') && name !== '林建国')[order];
const teacher = (departmentCode: string) => (people: readonly DemoPerson[]) =>
  people.find(({ key, affiliations: [own] }) => key.startsWith('teacher-') && own?.departmentCode === departmentCode);
const persona = (key: string) => (people: readonly DemoPerson[]) => people.find((person) => person.key === key);

const accept = (time: StepTime): Step => ({ ...time, act: 'accept' });
const pass = (time: StepTime, note?: string): Step => ({ ...time, act: 'pass', ...(note !== undefined && { note }) });

/**
 * Spread over matters, posts and stages: some new, one nearly due, some that wait for corrections, one that came back; of
 * one more time was given, of another it is asked for.
 */
export const openCases: readonly OpenCase[] = [
  { matterCode: card, applicant: undergraduate('208', 0), answers: {}, submitted: at(1, 10, 12), steps: [] },
  {
    matterCode: card,
    applicant: undergraduate('201', 0),
    answers: { reason: 'damaged', station: '杭州—昆明' },
    submitted: at(2, 14, 5),
    steps: [accept(at(1, 9, 20))],
  },
  {
    matterCode: card,
    applicant: undergraduate('209', 0),
    answers: { reason: 'changed', changed: ['programme', 'station'], station: '杭州—成都', delivery: 'zhiyuan' },
    submitted: at(4, 15, 40),
    steps: [accept(at(3, 9, 5))],
  },
  {
    matterCode: card,
    applicant: persona('graduate'),
    answers: { station: '杭州—乌鲁木齐', delivery: 'zhiyuan' },
    submitted: at(3, 11, 2),
    steps: [
      {
        ...at(2, 9, 48),
        act: 'request-correction',
        items: [
          { field: 'photo', reason: '照片背景不是蓝底，请换成一寸蓝底证件照。' },
          { field: 'station', reason: '乘车区间请写到家庭所在地的火车站。' },
        ],
        message: '其他材料已核对无误，补齐这两项即可。',
      },
    ],
  },
  { matterCode: leave, applicant: undergraduate('208', 1), answers: {}, submitted: at(1, 16, 20), steps: [] },
  {
    matterCode: leave,
    applicant: undergraduate('208', 2),
    answers: { reason: 'family', explanation: '家中老人需要长期照料，申请休学一个学期，期间在家乡陪护。（演示数据）' },
    submitted: at(4, 9, 30),
    steps: [
      accept(at(3, 10, 10)),
      pass(at(2, 15, 0), '已与家长核实，情况属实。'),
      {
        ...at(1, 9, 30),
        act: 'request-extension',
        days: 2,
        reason: '需向家庭所在地社区核实照料情况，对方两个工作日内回复。（演示数据）',
        basis: '学生管理规定第三十条',
      },
      { ...at(1, 11, 0), act: 'approve-extension', note: '同意延长，核实后尽快办结。' },
    ],
  },
  {
    matterCode: leave,
    applicant: undergraduate('203', 0),
    answers: {
      reason: 'venture',
      explanation: '与同学共同创办文创工作室，已完成工商登记，申请休学创业一个学期。（演示数据）',
    },
    submitted: at(8, 10, 0),
    steps: [
      accept(at(7, 9, 0)),
      pass(at(5, 16, 30), '项目材料齐全。'),
      pass(at(3, 11, 0)),
      {
        ...at(1, 15, 20),
        act: 'request-extension',
        days: 3,
        reason: '创业项目须经创新创业学院认定，认定会在本周五召开。（演示数据）',
        basis: '学生管理规定第三十二条',
      },
    ],
  },
  {
    matterCode: leave,
    applicant: undergraduate('208', 3),
    answers: { explanation: '需要手术治疗，医生建议休养一个学期。（演示数据）' },
    submitted: at(4, 13, 50),
    steps: [
      {
        ...at(3, 14, 30),
        act: 'request-correction',
        items: [{ field: 'explanation', reason: '请补充休学期间的安排和预计返校时间。' }],
      },
      {
        ...at(2, 20, 15),
        act: 'supply-correction',
        answers: {
          explanation: '需要手术治疗，医生建议休养一个学期。期间在家休养复查，预计下学期开学返校。（演示数据）',
        },
      },
    ],
  },
  {
    matterCode: staffLeave,
    applicant: teacher('208'),
    answers: { kind: 'personal', arrangement: '由教研室同事代课一次。（演示数据）' },
    submitted: at(1, 8, 45),
    steps: [],
  },
  {
    matterCode: staffLeave,
    applicant: teacher('205'),
    answers: {},
    submitted: at(3, 8, 40),
    steps: [accept(at(2, 9, 15)), pass(at(2, 9, 20), '同意，课程已安排代课。')],
  },
  { matterCode: family, applicant: parent(1), answers: {}, submitted: at(2, 21, 10), steps: [] },
  {
    matterCode: family,
    applicant: parent(2),
    answers: { topics: ['attendance', 'housing'] },
    submitted: at(4, 12, 30),
    steps: [accept(at(3, 8, 50))],
  },
  {
    matterCode: certificate,
    applicant: undergraduate('204', 0),
    answers: { purpose: 'visa' },
    submitted: at(1, 19, 5),
    steps: [],
  },
];
