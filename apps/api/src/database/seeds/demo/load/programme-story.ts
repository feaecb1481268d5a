import { addMonths, yearOf } from '@yitang/domain/calendar';
import type { AccountabilityAction, CivilDate, PolicyLevel, ReformTaskAction } from '@yitang/domain/vocabulary';

export interface StoryStage {
  readonly title: string;
  readonly goal: string;
  readonly owner: string;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly targets: readonly string[];
  /** Working days before the day of reference on which it was said to be done; null: it is not. */
  readonly doneBefore: number | null;
}

export interface StoryPolicy {
  readonly title: string;
  readonly number: string;
  readonly issuedOn: CivilDate | null;
  readonly level: PolicyLevel;
}

/** What stands above the reform, and the decree with which the university of the demo began it. */
export const storyPolicies = (today: CivilDate): StoryPolicy[] => [
  { title: '政务服务平台基础数据规范（参照）', number: 'GB/T 39046-2020', issuedOn: null, level: 'national' },
  {
    title: '关于印发加快推进“最多跑一次”改革实施方案的通知',
    number: '浙政发〔2017〕6号',
    issuedOn: null,
    level: 'provincial',
  },
  {
    title: '关于推进全省高等学校“最多跑一次”改革的实施意见',
    number: '浙教人〔2018〕105号',
    issuedOn: '2018-11-08',
    level: 'provincial',
  },
  { title: '浙江省保障“最多跑一次”改革规定', number: '', issuedOn: null, level: 'provincial' },
  {
    title: '关于成立“最多跑一次”改革工作专班的通知（演示数据）',
    number: `示大发〔${yearOf(addMonths(today, -20))}〕3号`,
    issuedOn: addMonths(today, -20),
    level: 'university',
  },
];

export const storyStages = (today: CivilDate): StoryStage[] => [
  {
    title: '梳理公布（演示数据）',
    goal: '以小微权力清单为基础梳理公布校务服务事项，高频事项“最多跑一次”。',
    owner: '改革工作专班、各部门',
    ...{ firstDay: addMonths(today, -22), lastDay: addMonths(today, -18), targets: ['2018-a', '2018-b', '2018-c'] },
    doneBefore: 380,
  },
  {
    title: '网上申请（演示数据）',
    goal: '80% 以上事项“最多跑一次”，高频事项全部开通网上申请。',
    owner: '信息化办公室、教务处',
    ...{ firstDay: addMonths(today, -18), lastDay: addMonths(today, -12), targets: ['2019H1-a', '2019H1-b'] },
    doneBefore: 245,
  },
  {
    title: '全流程在线（演示数据）',
    goal: '全部事项“最多跑一次”并开通网上申请，50% 以上全流程在线办理。',
    owner: '信息化办公室、各部门',
    ...{ firstDay: addMonths(today, -12), lastDay: addMonths(today, -1), targets: ['2019-a', '2019-b'] },
    doneBefore: null,
  },
  {
    title: '掌上办理（演示数据）',
    goal: '基本实现网上办事、掌上办事全覆盖。',
    owner: '信息化办公室',
    ...{ firstDay: addMonths(today, -2), lastDay: addMonths(today, 8), targets: ['2020-a'] },
    doneBefore: null,
  },
  {
    title: '评估与巩固（演示数据）',
    goal: '第三方评估调查，总结经验，形成长效机制。',
    owner: '改革工作专班',
    ...{ firstDay: addMonths(today, 8), lastDay: addMonths(today, 12), targets: [] },
    doneBefore: null,
  },
];

export interface StoryAct {
  readonly action: ReformTaskAction;
  readonly before: number;
  readonly text?: string;
}
export interface StoryTask {
  readonly title: string;
  readonly demand: string;
  /** Codes of departments; each gets a task and plays the same acts. */
  readonly to: readonly string[];
  readonly stage: number | null;
  readonly inspection: number | null;
  /** Working days before the day of reference, and days until it is due. */
  readonly givenBefore: number;
  readonly days: number;
  readonly acts: readonly StoryAct[];
}

const answer = (before: number, text: string): StoryAct => ({ action: 'answer', before, text });
const accept = (before: number): StoryAct => ({ action: 'accept', before });
const give = (
  stage: number,
  [title, demand]: readonly [string, string],
  rest: Omit<StoryTask, 'title' | 'demand' | 'stage' | 'inspection'>,
): StoryTask => ({ title: `${title}（演示数据）`, demand, stage, inspection: null, ...rest });
const found = (
  inspection: number,
  [title, demand]: readonly [string, string],
  rest: Omit<StoryTask, 'title' | 'demand' | 'stage' | 'inspection'>,
): StoryTask => ({ title: `${title}（演示数据）`, demand, stage: null, inspection, ...rest });

const list = '逐项核对名称、依据、材料和跑动次数，形成本部门事项清单并由负责人确认。';
const online = '未开通网上申请的高频事项逐项开通，不能开通的说明理由。';

export const storyTasks: readonly StoryTask[] = [
  give(0, ['核对并公布本部门事项清单', list], {
    ...{ to: ['105', '107', '111', '104'], givenBefore: 330, days: 40 },
    acts: [answer(310, '已核对并公布，负责人已确认。'), accept(306)],
  }),
  give(0, ['补齐办事指南的联系电话和地点', '指南中缺少咨询电话或窗口地址的逐项补齐。'], {
    ...{ to: ['117', '116'], givenBefore: 330, days: 30 },
    acts: [answer(296, '因人员调整反馈较晚，现已全部补齐。'), accept(294)],
  }),
  give(1, ['高频事项开通网上申请', online], {
    ...{ to: ['105', '107', '119'], givenBefore: 300, days: 45 },
    acts: [
      answer(285, '已开通 3 项。'),
      { action: 'return', before: 283, text: '还有 1 项高频事项没有说明理由，请补充。' },
      answer(278, '补充：剩余 1 项需现场核验，已写明理由。'),
      accept(276),
    ],
  }),
  give(2, ['事项全流程在线方案', '提出本部门全流程在线事项及时间安排。'], {
    ...{ to: ['105', '106'], givenBefore: 60, days: 40 },
    acts: [answer(38, '报送 8 项，年内完成 5 项。'), accept(35)],
  }),
  give(2, ['压减重复提交的材料', '能由数据共享取得的材料不再要求提交。'], {
    ...{ to: ['111'], givenBefore: 45, days: 35 },
    acts: [answer(20, '取消 4 项材料。'), { action: 'return', before: 15, text: '缺少取消后的依据，请补充。' }],
  }),
  give(2, ['核对数据共享目录', '核对本部门可共享的数据项。'], {
    ...{ to: ['119'], givenBefore: 25, days: 30 },
    acts: [answer(4, '已核对 26 个数据项，目录见附件。')],
  }),
  give(2, ['取消纸质证明的试点', '两类在校证明改为电子证明。'], { to: ['107'], givenBefore: 50, days: 30, acts: [] }),
  give(3, ['掌上办理适配检查', '逐项检查手机上能否完成申请。'], {
    ...{ to: ['105', '107', '118'], givenBefore: 8, days: 40 },
    acts: [],
  }),
  give(3, ['重复的旧任务', '与其他任务重复。'], {
    ...{ to: ['113'], givenBefore: 20, days: 60 },
    acts: [{ action: 'withdraw', before: 18, text: '与“掌上办理适配检查”重复，撤销。' }],
  }),
  found(0, ['同一材料重复提交', '两个事项重复要求提交学籍证明，应改为共享取得。'], {
    ...{ to: ['105'], givenBefore: 95, days: 30 },
    acts: [answer(85, '已修改两个事项的指南。'), accept(83)],
  }),
  found(0, ['窗口在公布时间内无人值守', '三次到访窗口无人，应落实值守。'], {
    ...{ to: ['117'], givenBefore: 95, days: 20 },
    acts: [answer(50, '已落实 AB 岗和值守表。'), accept(48)],
  }),
  found(1, ['指南与实际要求不一致', '现场另要求复印件，指南没有写明。'], {
    ...{ to: ['111'], givenBefore: 5, days: 20 },
    acts: [],
  }),
];

export interface StoryInspection {
  readonly title: string;
  readonly openedBefore: number;
  readonly days: number;
  readonly to: readonly string[];
  readonly closedBefore: number | null;
  /** What its departments did with their self-inspection. */
  readonly acts: readonly StoryAct[];
}

export const storyInspections: readonly StoryInspection[] = [
  {
    title: '上半年“最多跑一次”专项督查（演示数据）',
    ...{ openedBefore: 105, days: 20, to: ['105', '107', '111', '117'], closedBefore: 40 },
    acts: [answer(98, '已完成自查，未发现其他问题。'), accept(96)],
  },
  {
    title: '窗口服务专项督查（演示数据）',
    ...{ openedBefore: 9, days: 25, to: ['111', '116', '118'], closedBefore: null, acts: [] },
  },
];

/** The one case of accountability: on the finding that was put right only after it. */
export const storyAccountability = {
  finding: '窗口在公布时间内无人值守（演示数据）',
  facts: '督查组三次到访窗口无人值守，整改期满后仍未反馈。',
  openedBefore: 72,
  days: 10,
  acts: [
    { action: 'reply', before: 68, text: '人员轮岗期间没有安排替岗，今后落实 AB 岗。' },
    { action: 'decide', before: 62, text: '事实清楚，部门已承诺整改。', measure: 'remind' },
    { action: 'close', before: 45, text: '已谈话提醒，值守表已公布并抽查两周。' },
  ] satisfies { action: AccountabilityAction; before: number; text: string; measure?: 'remind' }[],
} as const;
