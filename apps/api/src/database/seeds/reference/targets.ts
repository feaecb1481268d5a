import type { Numerator, TargetDefinition } from '@yitang/domain/target';

const usual = { audience: 'all', trips: '2019', depth: 2 } as const;
const source = '浙教人〔2018〕105号';
const all = { num: 1, den: 1 } as const;
const once: Numerator = { key: 'once', requires: ['once'] };
const online: Numerator = { key: 'online', requires: ['online'] };

/** The university's programme begins on the days of the document until it is rebased. */
function target(day: string, more: Pick<TargetDefinition, 'title' | 'demand' | 'measure' | 'note'>): TargetDefinition {
  return { ...usual, ...more, source, policyOn: day, localOn: day };
}

/** The targets of 浙教人〔2018〕105号, by their keys, in the words of the document. */
export const referenceTargets: Readonly<Record<string, TargetDefinition>> = {
  '2018-a': target('2018-12-31', {
    title: '公布事项清单',
    demand: '到2018年底，全面梳理公布教师、学生、家长和社会到学校各部门办事“最多跑一次”事项清单（校务服务事项清单）。',
    measure: { kind: 'records', requires: ['list-published'] },
    note: '目录已公布，且教师、学生、家长和社会四类对象都有事项。',
  }),
  '2018-b': target('2018-12-31', {
    title: '高频事项最多跑一次',
    demand: '到2018年底，实现高频校务服务事项（办件量占总办件量前80%的事项）师生到部门办事“最多跑一次”。',
    measure: {
      kind: 'share',
      scope: 'high-frequency-current',
      excludesSpecial: false,
      numerators: [once],
      threshold: all,
    },
    note: '到现场次数以办事指南写明的为准；没有写明的按未做到计算。',
  }),
  '2018-c': target('2018-12-31', {
    title: '材料备案',
    demand:
      '工作专班成立文件、校务服务事项目录、高频事项目录等有关材料于2018年12月底前报省教育厅“最多跑一次”改革办公室备案。',
    measure: { kind: 'records', requires: ['task-force', 'matter-list', 'high-frequency-list'] },
    note: '三份材料都有回执。',
  }),
  '2019H1-a': target('2019-06-30', {
    title: '80%以上事项最多跑一次',
    demand: '2019年6月底前，实现80%以上的校务服务事项（特殊要求的事项除外）师生到部门办事“最多跑一次”。',
    measure: {
      kind: 'share',
      scope: 'all',
      excludesSpecial: true,
      numerators: [once],
      threshold: { num: 4, den: 5 },
    },
    note: '“80%以上”包括本数，按整数比较。',
  }),
  '2019H1-b': target('2019-06-30', {
    title: '高频事项开通网上申请',
    demand: '2019年6月底前，全部高频校务服务事项开通网上申请渠道。',
    measure: {
      kind: 'share',
      scope: 'high-frequency-frozen',
      excludesSpecial: false,
      numerators: [online],
      threshold: all,
    },
    note: '以报备的高频事项目录为准，当前的高频事项并列显示。',
  }),
  '2019-a': target('2019-12-31', {
    title: '全部事项最多跑一次并可网上申请',
    demand: '到2019年底，实现全部校务服务事项（特殊要求的事项除外）师生到部门办事“最多跑一次”并开通网上申请渠道。',
    measure: {
      kind: 'share',
      scope: 'all',
      excludesSpecial: true,
      numerators: [{ key: 'once-online', requires: ['once', 'online'] }],
      threshold: all,
    },
    note: '两个条件要同时做到。',
  }),
  '2019-b': target('2019-12-31', {
    title: '50%以上事项全流程在线',
    demand: '到2019年底，……其中50%以上事项实现全流程在线办理。',
    measure: {
      kind: 'share',
      scope: 'all',
      excludesSpecial: true,
      numerators: [{ key: 'full', requires: ['full'] }],
      threshold: { num: 1, den: 2 },
    },
    note: '申请、受理、决定、缴费、送达都不用到现场；“50%以上”包括本数。',
  }),
  '2020-a': target('2020-12-31', {
    title: '网上办事、掌上办事全覆盖',
    demand: '到2020年底，基本实现校务服务事项网上办事、掌上办事全覆盖。',
    measure: {
      kind: 'share',
      scope: 'all',
      excludesSpecial: false,
      numerators: [online, { key: 'mobile', requires: ['mobile'] }],
      threshold: { num: 19, den: 20 },
    },
    note: '文件没有写“基本实现”的数字，这里暂按95%，没有做到的逐项列出。',
  }),
};
