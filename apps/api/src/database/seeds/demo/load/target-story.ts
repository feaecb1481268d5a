import type { EnteredRecordKind, ExclusionReason } from '@yitang/domain/vocabulary';
import { demoUniversity } from '../organization/index.ts';

/** Months after the day of reference (before it where negative) that the demo's own programme sets, by key of the target. */
export const programmeMonths: Readonly<Record<string, number>> = {
  '2018-a': -21,
  '2018-b': -18,
  '2018-c': -18,
  '2019H1-a': -6,
  '2019H1-b': -6,
  '2019-a': 6,
  '2019-b': 6,
  '2020-a': 12,
};

/** What was handed in, so many months before the day of reference. */
export const storyRecords: readonly {
  readonly kind: EnteredRecordKind;
  readonly title: string;
  readonly receipt: string;
  readonly monthsBefore: number;
}[] = [
  {
    kind: 'task-force',
    title: '关于成立“最多跑一次”改革工作专班的通知（演示数据）',
    receipt: '示例回执第1号',
    monthsBefore: 20,
  },
  { kind: 'matter-list', title: '校务服务事项目录（演示数据）', receipt: '示例回执第2号', monthsBefore: 19 },
  { kind: 'high-frequency-list', title: '高频事项目录（演示数据）', receipt: '示例回执第3号', monthsBefore: 18 },
];

/** 特殊要求: asked for by the head of a department on a working day before the day of reference. */
export interface StoryExclusion {
  readonly matterCode: string;
  readonly reason: ExclusionReason;
  readonly evidence: string;
  readonly askedBefore: number;
  /** Months after that day by which it is to be reviewed. */
  readonly reviewMonths: number;
  readonly isApproved: boolean;
}

const codeOf = (local: string): string => `${demoUniversity.code}-${local}`;

export const storyExclusions: readonly StoryExclusion[] = [
  {
    matterCode: codeOf('101-10-008-000'),
    reason: 'secret',
    evidence: '保密规定要求涉密材料由本人当面送审，不得经网络传输（演示数据）。',
    askedBefore: 230,
    reviewMonths: 12,
    isApproved: true,
  },
  {
    matterCode: codeOf('115-10-002-002'),
    reason: 'outside-body-decides',
    evidence: '由校外主管部门审批，须本人按通知到场核验证件（演示数据）。',
    askedBefore: 90,
    reviewMonths: 12,
    isApproved: true,
  },
  {
    matterCode: codeOf('116-20-001-003'),
    reason: 'outside-body-decides',
    evidence: '户口迁移由公安机关办理，须本人持证件到场（演示数据）。',
    askedBefore: 270,
    reviewMonths: 12,
    isApproved: true,
  },
  {
    matterCode: codeOf('116-20-001-001'),
    reason: 'outside-body-decides',
    evidence: '集体户口迁入由公安机关审批，需要本人签字（演示数据）。',
    askedBefore: 6,
    reviewMonths: 12,
    isApproved: false,
  },
];
